import { firstName } from '../plan/draft.ts'

/** What a request for an introduction is built from; facts only. */
export type RequestFacts = {
  /** Whom to ask, and whom the user wants to meet. */
  readonly via: string
  readonly to: string
  readonly organisation: string | null
  /** Somebody between the two, where it takes two steps. */
  readonly between: string | null
  /** Topics that both the user and the other are seen talking about. */
  readonly topics: readonly string[]
  /** Messages and meetings of `via` with the next person that the user saw, and messages that both got. */
  readonly exchanged: number
  readonly shared: number
}

/**
 * The message to send to the intermediary: short, says why, easy to decline. From facts only; nothing is claimed that
 * was not seen.
 */
export function introductionRequest(facts: RequestFacts): string {
  const { via, to, organisation, between, topics, exchanged, shared } = facts
  const who = organisation === null ? to : `${to} (${organisation})`
  const next = between ?? to
  const know =
    exchanged > 0
      ? ` I saw that you and ${firstName(next)} have been in touch.`
      : shared > 0
        ? ` I saw you and ${firstName(next)} on the same messages.`
        : ''
  const topic = topics[0]
  const about = topic === undefined ? '' : ` I would like to talk with ${firstName(to)} about ${topic}.`
  const ask =
    between === null
      ? `would you introduce me to ${who}?`
      : `would you introduce me to ${between}, who may know ${who}?`
  return `Hello ${firstName(via)}, ${ask}${know}${about} If it does not suit you, just say so, no harm done.`
}
