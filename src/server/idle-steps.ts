import { entries } from '#operations/index.ts'
import { operationThreads, readerThreads } from './worker/offload.ts'

/** How long nobody may have waited for an answer before a step is made. */
const QUIET_MS = 300
/** The first one waits so long for the first page to be asked for. */
const FIRST_MS = 2_500

/** Work that makes later answers quicker, a step at a time, each once nobody has waited for an answer for a moment. */
export class IdleSteps {
  readonly #steps: Iterator<() => unknown>
  #asking = 0
  #timer: NodeJS.Timeout | null = null
  #begun = false

  constructor(steps: () => Iterator<() => unknown>) {
    this.#steps = steps()
  }

  begin(): void {
    this.#begun = true
    this.#wait(FIRST_MS)
  }

  /** Answers somebody. */
  async during(answer: () => Promise<void>): Promise<void> {
    this.#asking += 1
    try {
      await answer()
    } finally {
      this.#asking -= 1
      if (this.#begun) this.#wait(QUIET_MS)
    }
  }

  stop(): void {
    this.#begun = false
    if (this.#timer !== null) clearTimeout(this.#timer)
  }

  #wait(ms: number): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#step(), ms).unref()
  }

  async #step(): Promise<void> {
    if (this.#asking > 0) return
    const { value, done } = this.#steps.next()
    if (done === true) return this.stop()
    try {
      await value()
    } catch {
      // Whoever asks for it is told.
    }
    if (this.#begun && this.#asking === 0) this.#wait(0)
  }
}

/** Threads that are kept ready, then operations, so that the first of each does not pay for loading it. */
export function* warmUpSteps(): Iterator<() => unknown> {
  yield () => readerThreads()
  yield () => operationThreads()
  for (const entry of entries) yield () => entry.load()
}
