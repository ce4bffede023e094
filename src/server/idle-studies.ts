import type { Context, Study } from '#operations/operation.ts'
import { renewStudies } from '#operations/study-network.ts'

/** How long nobody may have asked for anything before kith studies the network: whoever reads comes first. */
const IDLE_MS = 1_500

/**
 * Studies a network anew (who knows whom, topics, the map) after it changed, once nobody waits for kith, one study
 * after the other: screens then find them made. Where there is none yet, somebody who looks waits for it: it is made
 * at once.
 */
export class IdleStudies {
  readonly #contextOf: (signal: AbortSignal) => Promise<Context | null>
  readonly #stopped = new AbortController()
  #asking = 0
  #timer: NodeJS.Timeout | null = null
  #studying = false

  /** @param contextOf what to study with; null while this is not the time */
  constructor(contextOf: (signal: AbortSignal) => Promise<Context | null>) {
    this.#contextOf = contextOf
  }

  /** Answers somebody; afterwards there may be time to study. */
  async during<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#asking += 1
    if (this.#timer !== null) clearTimeout(this.#timer)
    try {
      return await work()
    } finally {
      this.#asking -= 1
      if (this.#asking === 0 && !this.#stopped.signal.aborted)
        this.#timer = setTimeout(() => void this.#study(null), IDLE_MS).unref()
    }
  }

  /** Makes a study that somebody looks at and that was never made, then the others. */
  now(wanted: Study): void {
    if (!this.#stopped.signal.aborted) void this.#study(wanted)
  }

  async #study(wanted: Study | null): Promise<void> {
    if (this.#studying) return
    this.#studying = true
    try {
      const context = await this.#contextOf(this.#stopped.signal)
      if (context !== null && context.mayBeOld === true) await renewStudies(context, wanted)
    } catch {
      // Whoever asks for a study that cannot be made is told why.
    } finally {
      this.#studying = false
    }
  }

  stop(): void {
    this.#stopped.abort()
    if (this.#timer !== null) clearTimeout(this.#timer)
  }
}
