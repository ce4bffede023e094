import { cleanName, mailIdentity, nameKey } from '#core/identity/normalise.ts'
import { isRoleAddress } from '#core/identity/roles.ts'
import { type Identity, identityKey } from '#core/model/identity.ts'
import type { Role } from '#core/model/interaction.ts'
import type { Participant } from '#core/model/records.ts'
import { MAX_ADDRESSES, type Mailbox, parseAddresses } from './addresses.ts'
import { decodeWords } from './encoded-words.ts'

/** Everybody under one address in a file. */
export type Tally = {
  readonly identity: Identity
  /** A role, a list, a machine: takes part, but is nobody. */
  readonly nobody: boolean
  /** Messages it took part in. */
  seen: number
  sent: number
  delivered: number
  /** The message it was last met in. */
  lastSeen: number
  /** The message it was last a recipient of. */
  lastReceived: number
}

/** An address together with one of the names it goes by. */
export type Correspondent = {
  readonly tally: Tally
  readonly name: string | undefined
  /** Whether a PersonRecord said so already. */
  told: boolean
  /** The participant record by role, made once and shared. */
  readonly as: Partial<Record<Role, Participant>>
}

/** Headers and addresses remembered; beyond, all are forgotten and begin anew, so that memory stays bounded. */
const MAX_REMEMBERED = 50_000
/** Longest header value that is remembered; lists seldom come twice, and their entries are remembered one by one. */
const MAX_REMEMBERED_LENGTH = 100
/** Names of one address that are remembered. */
const MAX_NAMES = 50
/** Longest Exchange or X.500 name that is one. */
const MAX_DIRECTORY = 254

const innerAddress = /[^\s<>()[\],;:"'@]+@[^\s<>()[\],;:"'@]+\.[^\s<>()[\],;:"'@]+/

/** The identity of what stands where an address should; null when it is none. */
export function addressIdentity(address: string): Identity | null {
  // RFC 6532 allows UTF-8 in addresses.
  const text = decodeWords(address.length > 2_000 ? address.slice(0, 2_000) : address)
    // A no-break space is never meant.
    .replace(/\u00a0/g, '')
    .replace(/\s*@\s*/, '@')
  const mail = mailIdentity(text)
  if (mail !== null) return mail
  // `[mailto:a@b.example]`, `a@b.example@FIRM`
  const inner = innerAddress.exec(text)
  const found = inner === null ? null : mailIdentity(inner[0])
  if (found !== null) return found
  const value = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .toLowerCase()
  return value.length <= MAX_DIRECTORY && /[\p{L}\p{N}]/u.test(value) ? { kind: 'directory', value } : null
}

/** What follows the comma of a name without being a first name. */
const suffix =
  /^(?:inc|incorporated|ltd|limited|llc|llp|lp|plc|corp|co|gmbh|ag|kg|se|sa|bv|nv|jr|sr|i{2,3}|iv|m\.?d|ph\.?d|m\.?b\.?a|esq|cpa|cfa|pmp|rn|dds|dr|prof|usa|uk)\b/i
const surnameFirst = /^([\p{L}][\p{L}\p{M}'’.\- ]{0,40}), ?([\p{L}][\p{L}\p{M}'’.\- ]{0,40})$/u

/** `Beck, Sally` as `Sally Beck`. */
function firstNameFirst(name: string): string {
  const match = surnameFirst.exec(name)
  return match === null || suffix.test(match[2]!) ? name : `${match[2]!.trim()} ${match[1]!.trim()}`
}

/** The name that stands beside an address, for people to read; undefined when it tells none. */
export function displayName(raw: string): string | undefined {
  if (raw === '') return undefined
  const name = cleanName(decodeWords(raw))
  // An address is no name, and `Ann via List` is the name of somebody else than who has the address.
  if (name.includes('@') || / via /i.test(name) || /^\/o=/i.test(name) || nameKey(name) === '')
    return undefined
  // `legal <.taylor@firm.example>`: a department torn off the address.
  if (!name.includes(' ') && isRoleAddress(name)) return undefined
  return firstNameFirst(name)
}

/** X-From of Exchange archives, when it is plainly a name: `Beck, Sally </O=…>`, `Sally Beck`. */
function plainName(xFrom: string): string {
  const name = xFrom.replace(/<.*$/, '').replace(/"/g, '').trim()
  return /^[\p{L}][\p{L}'’.-]*,?(?: [\p{L}][\p{L}'’.-]*){1,3}$/u.test(name) ? name : ''
}

/**
 * The entries of a list in which commas only separate, so that each can be read, and remembered, by itself; null where
 * that is not plain. A comma within a name (`Beck, Sally <…>`) leaves something without an address before it; an angle that
 * does not close goes on behind it.
 */
function plainEntries(raw: string): readonly string[] | null {
  if (/["(:;\\]/.test(raw)) return null
  const entries = raw.split(',', MAX_ADDRESSES + 1)
  if (entries.length > MAX_ADDRESSES) return null
  for (const [place, entry] of entries.entries()) {
    if (!entry.includes('@') || entry.lastIndexOf('<') > entry.lastIndexOf('>')) return null
    entries[place] = entry.trim()
  }
  return entries
}

/** An address as written, and whom each name written beside it means. */
type Written = {
  readonly tally: Tally | null
  readonly names: { readonly raw: string; readonly who: Correspondent }[]
}

/** The people of one file: each address and name is understood once, however often it comes. */
export class Correspondents {
  readonly #tallies = new Map<string, Tally>()
  readonly #people = new Map<Tally, Correspondent[]>()
  readonly #written = new Map<string, Written>()
  readonly #lists = new Map<string, readonly Correspondent[]>()

  tallies(): Iterable<Tally> {
    return this.#tallies.values()
  }

  /** Those in the value of an address header. */
  list(raw: string | undefined): readonly Correspondent[] {
    if (raw === undefined || raw === '') return []
    const short = raw.length <= MAX_REMEMBERED_LENGTH && !raw.includes(',')
    const known = short ? this.#lists.get(raw) : undefined
    if (known !== undefined) return known
    const people: Correspondent[] = []
    const entries = raw.includes(',') ? plainEntries(raw) : null
    if (entries !== null) {
      for (const entry of entries) for (const who of this.list(entry)) people.push(who)
      return people
    }
    for (const mailbox of parseAddresses(raw)) {
      const who = this.#understand(mailbox)
      if (who !== null) people.push(who)
    }
    if (short) this.#remember(raw, people)
    return people
  }

  /** Who wrote it; the name may come from X-From where From has none. */
  author(from: string | undefined, xFrom: string | undefined): Correspondent | undefined {
    const first = this.list(from)[0]
    if (first === undefined || xFrom === undefined || first.name !== undefined) return first
    const key = `${from}\n${xFrom}`
    const known = this.#lists.get(key)
    if (known !== undefined) return known[0]
    const named = this.#correspondent(first.tally, displayName(plainName(xFrom)))
    this.#remember(key, [named])
    return named
  }

  #understand({ address, name }: Mailbox): Correspondent | null {
    let written = this.#written.get(address)
    if (written === undefined) {
      const identity = addressIdentity(address)
      written = { tally: identity === null ? null : this.#tally(identity), names: [] }
      if (this.#written.size >= MAX_REMEMBERED) this.#written.clear()
      this.#written.set(address, written)
    }
    const { tally, names } = written
    if (tally === null) return null
    for (const known of names) if (known.raw === name) return known.who
    const who = this.#correspondent(tally, displayName(name))
    if (names.length < MAX_NAMES) names.push({ raw: name, who })
    return who
  }

  #tally(identity: Identity): Tally {
    const key = identityKey(identity)
    let tally = this.#tallies.get(key)
    if (tally === undefined) {
      const nobody = isRoleAddress(identity.value)
      tally = { identity, nobody, seen: 0, sent: 0, delivered: 0, lastSeen: -1, lastReceived: -1 }
      if (this.#tallies.size >= 4 * MAX_REMEMBERED) this.#forget()
      this.#tallies.set(key, tally)
    }
    return tally
  }

  #correspondent(tally: Tally, name: string | undefined): Correspondent {
    let people = this.#people.get(tally)
    if (people === undefined) this.#people.set(tally, (people = []))
    let known = people.find((who) => who.name === name)
    if (known === undefined) {
      known = { tally, name, told: name === undefined || tally.nobody, as: {} }
      if (people.length < MAX_NAMES) people.push(known)
    }
    return known
  }

  #remember(key: string, people: readonly Correspondent[]): void {
    if (this.#lists.size >= MAX_REMEMBERED) this.#lists.clear()
    this.#lists.set(key, people)
  }

  /** Drops the addresses that came up least, which are no owner's. */
  #forget(): void {
    const kept = [...this.#tallies].sort(([, a], [, b]) => b.seen - a.seen).slice(0, MAX_REMEMBERED)
    this.#tallies.clear()
    this.#people.clear()
    this.#written.clear()
    this.#lists.clear()
    for (const [key, tally] of kept) this.#tallies.set(key, tally)
  }
}

/** A participant record, shared by all interactions in which somebody has that role. */
export function participant(who: Correspondent, role: Role): Participant {
  return (who.as[role] ??=
    who.name === undefined
      ? { identity: who.tally.identity, role }
      : { identity: who.tally.identity, role, name: who.name })
}
