import { firstName } from '../plan/draft.ts'
import { sentences } from '../sentences/index.ts'
import type { Sentences } from '../sentences/index.ts'

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
export function introductionRequest(
  facts: RequestFacts,
  words: Sentences['draft'] = sentences.en.draft,
): string {
  const { via, to, organisation, between, topics, exchanged, shared } = facts
  const [topic] = topics
  return words.request(
    firstName(via),
    organisation === null ? to : `${to} (${organisation})`,
    between,
    exchanged + shared === 0
      ? null
      : { name: firstName(between ?? to), by: exchanged > 0 ? 'exchange' : 'messages' },
    topic === undefined ? null : { name: firstName(to), topic },
  )
}
