import type { Identity } from '../model/identity.ts'
import { identityKey } from '../model/identity.ts'
import type { OwnerRecord } from '../model/records.ts'
import { isNobody } from './directory.ts'
import { nameKey } from './normalise.ts'

export type EgoChoice = {
  readonly identities: readonly Identity[]
  readonly name: string | null
  /** Why kith thinks so, in words. */
  readonly reason: string
}

/** A second author of sent mail is the owner under another address only from this share of the first's on. */
const ALIAS_SHARE = 0.02
/** An address must be in this share of the deliveries of the first one to count as the owner's too. */
const DELIVERED_SHARE = 0.1

/** Taking part in most records names the owner only when it is so much more than the next one does. */
const CLEARLY_AHEAD = 1.2

type Tally = { readonly identity: Identity; count: number }

const tally = (hints: readonly OwnerRecord[], basis: OwnerRecord['basis']): Tally[] => {
  const counts = new Map<string, Tally>()
  for (const hint of hints) {
    if (hint.basis !== basis || hint.identity === undefined || isNobody(hint.identity)) continue
    const key = identityKey(hint.identity)
    const entry = counts.get(key) ?? { identity: hint.identity, count: 0 }
    entry.count += hint.count
    counts.set(key, entry)
  }
  // The key breaks ties, so that the choice does not depend on the order of the files.
  return [...counts.values()].sort(
    (a, b) => b.count - a.count || (identityKey(a.identity) < identityKey(b.identity) ? -1 : 1),
  )
}

/** The words of a local part or slug that can be a name: at least four letters. */
const nameWords = (identity: Identity): string[] =>
  nameKey(identity.value.replace(/@.*$/, ''))
    .split(' ')
    .filter((word) => word.length >= 4 && /^\p{L}+$/u.test(word))

const sharesName = (words: ReadonlySet<string>, identity: Identity): boolean =>
  nameWords(identity).some((word) => words.has(word))

const inWords = (count: number): string => count.toLocaleString('en')

const plural = (count: number, one: string, many = `${one}s`): string =>
  `${inWords(count)} ${count === 1 ? one : many}`

/**
 * Who the owner of the sources is. What a source says of its owner counts first; then the author of sent mail,
 * with further authors whose address shares a part of the name; then the address mail was delivered to; last
 * who takes part in most of it. Null when no source says anything.
 */
export function chooseEgo(hints: readonly OwnerRecord[]): EgoChoice | null {
  const own = tally(hints, 'own')
  const sent = tally(hints, 'sent')
  const delivered = tally(hints, 'delivered')
  const seen = tally(hints, 'seen')
  const name =
    hints.find((hint) => hint.basis === 'own' && hint.name !== undefined)?.name ??
    hints.find((hint) => hint.basis !== 'own' && hint.name !== undefined)?.name ??
    null
  const chosen = new Map<string, Identity>()
  const reasons: string[] = []
  const words = new Set(
    name === null
      ? []
      : nameKey(name)
          .split(' ')
          .filter((word) => word.length >= 4),
  )
  const choose = (identity: Identity): void => {
    chosen.set(identityKey(identity), identity)
    for (const word of nameWords(identity)) words.add(word)
  }

  if (own.length > 0) {
    for (const entry of own) choose(entry.identity)
    reasons.push('the export says so')
  }
  const author = sent[0]
  if (author !== undefined) {
    choose(author.identity)
    const total = sent.reduce((sum, entry) => sum + entry.count, 0)
    reasons.push(
      `${author.identity.value} wrote ${inWords(author.count)} of ${plural(total, 'sent message')}`,
    )
    for (const entry of sent.slice(1))
      if (entry.count >= ALIAS_SHARE * author.count && sharesName(words, entry.identity))
        choose(entry.identity)
  }
  const receiver = delivered[0]
  if (receiver !== undefined) {
    for (const entry of delivered) if (entry.count >= DELIVERED_SHARE * receiver.count) choose(entry.identity)
    if (author === undefined)
      reasons.push(
        `${plural(receiver.count, 'message was', 'messages were')} delivered to ${receiver.identity.value}`,
      )
  }
  const frequent = seen[0]
  if (frequent !== undefined && author === undefined && receiver === undefined) {
    // Several sources may each know the owner by a key of their own; a profile beside an address is no contradiction.
    const kinds = new Set([...chosen.values()].map((identity) => identity.kind))
    const [best, next] = seen.filter((entry) => !kinds.has(entry.identity.kind))
    // In an exchange of two, each takes part in all of it: then nobody can tell whose mail it is.
    if (best !== undefined && best.count >= CLEARLY_AHEAD * (next?.count ?? 0)) {
      choose(best.identity)
      reasons.push(`${best.identity.value} takes part in ${plural(best.count, 'record')}`)
    }
  }
  for (const entry of seen)
    if (entry.count > 1 && sharesName(words, entry.identity) && sameLocal(chosen, entry.identity))
      choose(entry.identity)
  return chosen.size === 0 && name === null
    ? null
    : { identities: [...chosen.values()], name, reason: reasons.join('; ') || 'the export says so' }
}

/** The same local part below the same organisation: sally.beck@enron.example and sally.beck@ei.enron.example. */
function sameLocal(chosen: ReadonlyMap<string, Identity>, identity: Identity): boolean {
  if (identity.kind !== 'mail') return false
  const [local, domain] = identity.value.split('@') as [string, string]
  return [...chosen.values()].some((other) => {
    if (other.kind !== 'mail') return false
    const [otherLocal, otherDomain] = other.value.split('@') as [string, string]
    return otherLocal === local && (domain.endsWith(`.${otherDomain}`) || otherDomain.endsWith(`.${domain}`))
  })
}
