import { asText, isObject, type JsonObject } from '../text/json-parts.ts'
import { parseIso } from '../text/time.ts'
import { accountIdentity } from './people.ts'

type Change = { readonly at: number; readonly joins: boolean }

const time = (event: JsonObject): number =>
  parseIso(asText(event['createdAt']), 'UTC')?.at ?? Number.NEGATIVE_INFINITY

const ids = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? value.filter((id): id is string => typeof id === 'string' && accountIdentity(id) !== null)
    : []

/** Who was in a group conversation when. A message in it does not say to whom it went; the events around it do. */
export class Members {
  private readonly changes = new Map<string, Change[]>()

  /** Takes note of one entry of the conversation, in any order. */
  note(entry: JsonObject): void {
    for (const [kind, event] of Object.entries(entry)) {
      if (!isObject(event)) continue
      if (kind === 'messageCreate') this.add(ids([event['senderId']]))
      else if (kind === 'joinConversation') {
        // The archive begins here: whoever is in the group now was in it before all messages to come.
        this.add(ids(event['participantsSnapshot']), { at: Number.NEGATIVE_INFINITY, joins: true })
      } else if (kind === 'participantsJoin')
        this.add(ids(event['userIds']), { at: time(event), joins: true })
      else if (kind === 'participantsLeave')
        this.add(ids(event['userIds']), { at: time(event), joins: false })
    }
  }

  /** The ids of those who could read a message sent at a time. */
  at(when: number): readonly string[] {
    return [...this.changes].filter(([, changes]) => isMember(changes, when)).map(([id]) => id)
  }

  private add(people: readonly string[], change?: Change): void {
    for (const id of people) {
      const known = this.changes.get(id) ?? []
      if (change) known.push(change)
      this.changes.set(id, known)
    }
  }
}

/** By the last change before; else by the first one after: who joins later was not there, who leaves was. */
function isMember(changes: readonly Change[], when: number): boolean {
  const sorted = changes.toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1))
  const before = sorted.findLast(({ at }) => at <= when)
  if (before) return before.joins
  const [after] = sorted
  return after === undefined || !after.joins
}
