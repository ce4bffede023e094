import type { MatchPerson } from '#core/identity/matching/match-person.ts'
import { Random } from '../random.ts'
import { forAddress, latin, plain, typo } from './letters.ts'
import { makePeople, type TruePerson } from './people.ts'
import { codeEnds, codeStarts } from './words.ts'

/** What one source says of somebody, and who that is. */
export type DirectoryRecord = MatchPerson & { readonly truth: number }

/** How often each kind of noise occurs. */
const TYPO = 0.03
const INITIALS = 0.02
const NICKNAME = 0.5
const REVERSED = 0.08
const NAMELESS = 0.08
const FIRST_NAME_ONLY = 0.01

const empty: MatchPerson = {
  names: [],
  mails: [],
  phones: [],
  organisations: [],
  titles: [],
  places: [],
  accounts: [],
}

/** How a source writes a name. */
function written(
  random: Random,
  person: TruePerson,
  family: string,
  source: 'mail' | 'card' | 'profile',
): string {
  const native = person.cyrillic && random.chance(source === 'card' ? 0.4 : 0.1)
  const spell = (word: string): string => {
    if (native) return word
    const inLatin = latin(word, random.chance(0.85) ? person.way : person.way === 0 ? 1 : 0)
    return random.chance(source === 'mail' ? 0.4 : 0.1) ? plain(inLatin, random.chance(0.8) ? 0 : 1) : inLatin
  }
  let given = spell(random.chance(source === 'card' ? NICKNAME : 0.25) ? person.goesBy : person.given)
  let last = spell(family)
  if (random.chance(source === 'card' ? TYPO : 0.005)) {
    if (random.chance(0.5)) given = typo(random, given)
    else last = typo(random, last)
  }
  if (source === 'card' && random.chance(FIRST_NAME_ONLY)) return given
  if (source === 'mail' && random.chance(INITIALS)) return `${given.charAt(0)}. ${last}`
  const middle = person.middle !== '' && random.chance(0.25) ? ` ${latin(person.middle, 0).charAt(0)}.` : ''
  if (source === 'mail' && random.chance(REVERSED))
    return `${last}, ${given}${middle}${random.chance(0.3) ? ` (${person.firms[0]?.firm.name ?? ''})` : ''}`
  const title = source !== 'mail' && random.chance(0.04) ? random.pick(['Dr. ', 'Prof. ', 'Mr. ']) : ''
  const behind = source === 'profile' && random.chance(0.05) ? random.pick([', MBA', ', PhD', ' PMP']) : ''
  return `${title}${given}${middle} ${last}${behind}`
}

/** An organisation gives a local part once: who comes later gets a number. */
class Mailboxes {
  readonly #taken = new Map<string, number>()
  readonly #numbers = new Map<string, number>()

  give(person: number, local: string, domain: string): string {
    const owner = `${local}@${domain.split('.').slice(-2).join('.')} ${person}`
    const box = `${local}@${domain.split('.').slice(-2).join('.')}`
    const known = this.#numbers.get(owner)
    const number = known ?? (this.#taken.get(box) ?? 0) + 1
    if (known === undefined) this.#taken.set(box, number)
    this.#numbers.set(owner, number)
    return number === 1 ? `${local}@${domain}` : `${local}${number}@${domain}`
  }
}

const patterns: readonly ((given: string, family: string) => string)[] = [
  (given, family) => `${given}.${family}`,
  (given, family) => `${given.charAt(0)}${family}`,
  (given, family) => `${given}_${family}`,
  (given, family) => `${family}.${given}`,
  (given, family) => `${given}${family.charAt(0)}`,
]

/**
 * A directory of this many people as one to five sources each write them down: work mail at one or two employers,
 * private mail, an address book, a professional network, a microblog. Noise: typing errors, initials, nicknames,
 * reversed names, other alphabets and transliterations, married names, forms of address, moved jobs, several
 * addresses at one employer, namesakes (names follow Zipf's law), households that share surname and number, local
 * parts that say nothing, names that are not written. No key occurs twice but for shared numbers. Same seed, same
 * directory.
 */
export function generateDirectory(seed: number, people: number): DirectoryRecord[] {
  const random = new Random(seed)
  const boxes = new Mailboxes()
  const records: DirectoryRecord[] = []
  for (const [truth, person] of makePeople(random.fork('people'), people).entries())
    for (const record of recordsOf(random, person, boxes, truth)) records.push({ ...record, truth })
  // Not in the order of the truth.
  return random.sample(records, records.length)
}

function recordsOf(random: Random, person: TruePerson, boxes: Mailboxes, index: number): MatchPerson[] {
  const records: MatchPerson[] = []
  const [given, family] = [forAddress(person.given), forAddress(person.family)]
  const earlier = person.born === '' ? person.family : person.born
  for (const [at, { firm, title }] of person.firms.entries()) {
    // The first employer knew the name before marriage.
    const called = at === person.firms.length - 1 ? person.family : earlier
    const style = patterns[firm.domain.length % 3]!
    const local = style(given, forAddress(called))
    records.push({
      ...empty,
      names: random.chance(NAMELESS) ? [] : [written(random, person, called, 'mail')],
      mails: [boxes.give(index, local, firm.domain)],
      ...(random.chance(0.15) ? { titles: [title], organisations: [firm.name] } : {}),
    })
    if (random.chance(0.08)) {
      const another = random.chance(0.5)
        ? boxes.give(index, local, `${random.pick(['eu', 'us', 'mail'])}.${firm.domain}`)
        : boxes.give(index, patterns[(firm.domain.length + 1) % 3]!(given, forAddress(called)), firm.domain)
      records.push({
        ...empty,
        names: random.chance(0.3) ? [] : [written(random, person, called, 'mail')],
        mails: [another],
      })
    }
  }
  const current = person.firms.at(-1)!
  const code = `${random.pick(codeStarts)}${random.pick(codeEnds)}${index % 97}`
  const hasCode = random.chance(0.15)
  if (random.chance(0.4)) {
    const year = random.chance(0.4) ? String(50 + random.below(50)) : ''
    const local = hasCode
      ? code
      : `${random.pick(patterns)(random.chance(0.3) ? forAddress(person.goesBy) : given, family)}${year}`
    records.push({
      ...empty,
      names: random.chance(0.05) ? [] : [written(random, person, person.family, 'mail')],
      mails: [boxes.give(index, local, random.pick(['gmail.com', 'yahoo.com', 'gmx.de', 'hotmail.com']))],
    })
  }
  if (random.chance(0.45))
    records.push({
      ...empty,
      names: [written(random, person, person.family, 'card')],
      phones: [
        ...(random.chance(0.8) ? [person.ownPhone] : []),
        ...(random.chance(0.3) ? [person.homePhone] : []),
      ],
      ...(random.chance(0.5) ? { organisations: [current.firm.name] } : {}),
      ...(random.chance(0.2) ? { titles: [current.title] } : {}),
    })
  if (random.chance(0.1))
    records.push({
      ...empty,
      names: [written(random, person, person.family, 'card')],
      phones: [random.chance(0.8) ? person.ownPhone : person.homePhone],
    })
  if (random.chance(0.6))
    records.push({
      ...empty,
      names: [written(random, person, person.family, 'profile')],
      accounts: [`linkedin:${given}-${family}-${(index * 2654435761 + 17).toString(16).slice(-6)}7`],
      organisations: [random.chance(0.9) ? current.firm.name.replace(/ .*$/, '') : current.firm.name],
      titles: [current.title],
      ...(random.chance(0.7) ? { places: [person.city] } : {}),
    })
  if (random.chance(0.08))
    records.push({
      ...empty,
      names: [written(random, person, person.family, 'profile')],
      accounts: [`x.com:${hasCode ? code : `${given}${family}${index % 89}`}`],
    })
  return records
}
