/** An answer may tell the time (what is due, what was put off until when): after so long it is worked out anew. */
const GOOD_FOR_MS = 60_000
/** A reader who loads a page again, or goes on to the next screen, asks the same again a moment later. */
const GRACE_MS = 3_000
/** Characters kept in all; what was asked for longest ago goes first. */
const MOST_CHARACTERS = 24_000_000

type Kept = { readonly stamp: string; readonly at: number; readonly json: string }

/** An answer on its way, and how many wait for it. */
type Coming = { readonly json: Promise<string>; readonly controller: AbortController; waiting: number }

/**
 * Answers to what takes long to read, as JSON. The same question is worked out once however many ask it at a time, and
 * its answer is good for as long as nothing is written to the database (`Store.stamp`).
 */
export class Answers {
  readonly #kept = new Map<string, Kept>()
  readonly #coming = new Map<string, Coming>()
  #characters = 0

  /**
   * The answer to a question while the database is as its stamp says.
   * @param work works it out; its signal is aborted once nobody waits any more
   */
  async get(
    question: string,
    stamp: string,
    asker: AbortSignal,
    work: (signal: AbortSignal) => Promise<string>,
  ): Promise<string> {
    const kept = this.#kept.get(question)
    if (kept !== undefined && kept.stamp === stamp && Date.now() - kept.at < GOOD_FOR_MS) {
      this.#kept.delete(question)
      this.#kept.set(question, kept)
      return kept.json
    }
    const key = `${stamp} ${question}`
    const coming = this.#coming.get(key) ?? this.#begin(key, question, stamp, work)
    coming.waiting += 1
    const leave = (): void => {
      coming.waiting -= 1
      if (coming.waiting === 0)
        setTimeout(() => coming.waiting === 0 && coming.controller.abort(), GRACE_MS).unref()
    }
    asker.addEventListener('abort', leave, { once: true })
    if (asker.aborted) leave()
    try {
      return await coming.json
    } finally {
      asker.removeEventListener('abort', leave)
    }
  }

  #begin(
    key: string,
    question: string,
    stamp: string,
    work: (signal: AbortSignal) => Promise<string>,
  ): Coming {
    const controller = new AbortController()
    const at = Date.now()
    const json = work(controller.signal)
      .then((made) => {
        this.#keep(question, { stamp, at, json: made })
        return made
      })
      .finally(() => this.#coming.delete(key))
    const coming: Coming = { json, controller, waiting: 0 }
    this.#coming.set(key, coming)
    return coming
  }

  #keep(question: string, kept: Kept): void {
    this.#characters += kept.json.length - (this.#kept.get(question)?.json.length ?? 0)
    this.#kept.delete(question)
    this.#kept.set(question, kept)
    for (const [oldest, { json }] of this.#kept) {
      if (this.#characters <= MOST_CHARACTERS) break
      this.#kept.delete(oldest)
      this.#characters -= json.length
    }
  }
}
