import type { Random } from '../random.ts'
import { type Area, areas, cities, firmEnds, firmStarts, jobs, legalForms, ranks } from './words.ts'

export type Firm = { readonly name: string; readonly domain: string }

/** Somebody as they are, before sources write them down. */
export type TruePerson = {
  readonly given: string
  readonly goesBy: string
  readonly middle: string
  readonly family: string
  /** The surname before marriage; '' for the same. */
  readonly born: string
  readonly firms: readonly { readonly firm: Firm; readonly title: string }[]
  readonly city: string
  readonly ownPhone: string
  readonly homePhone: string
  readonly cyrillic: boolean
  /** Which of the spellings in use this person has in Latin letters. */
  readonly way: 0 | 1
}

/** Share of people who live with another one of the directory and share a number. */
const HOUSEHOLD = 0.06
const MOVED = 0.3
/** Share of women who changed their surname between two of the sources. */
const MARRIED = 0.05

const phoneOf = (index: number, kind: number): string => `+4930${kind}${String(index).padStart(7, '0')}`

/** Rank by Zipf's law: most work for the first of a list. */
const zipf = (random: Random, n: number): number =>
  Math.min(n - 1, Math.floor(Math.exp(random.between(0, Math.log(n + 1))) - 1))

/** Share of people with one of the listed surnames; the hundred most frequent of a country cover a sixth to a third. */
const COMMON = 0.25

/** A place in a list of names: the first ones are borne by more, as in a country's lists. */
const byRank = (random: Random, n: number): number => Math.floor(n * random.between(0, 1) ** 1.4)

const familyOf = (random: Random, area: Area): string =>
  random.chance(COMMON)
    ? (area.families[byRank(random, area.families.length)] ?? '')
    : random.pick(area.starts) + random.pick(area.middles) + random.pick(area.ends)

const female = (family: string, area: Area): string =>
  areas.indexOf(area) === 3 && /(?:ов|ев|ин)$/.test(family) ? `${family}а` : family

/** The firms there are: a few large ones, many small. */
export const makeFirms = (random: Random, people: number): Firm[] =>
  Array.from({ length: Math.max(5, Math.round(people / 12)) }, (_, i) => {
    const word = `${random.pick(firmStarts)}${random.pick(firmEnds)}${i > 400 ? String(i) : ''}`
    return { name: word + random.pick(legalForms), domain: `${word.toLowerCase()}.example` }
  })

export function makePeople(random: Random, count: number): TruePerson[] {
  const firms = makeFirms(random.fork('firms'), count)
  const people: TruePerson[] = []
  while (people.length < count) {
    const area = areas[random.weighted(areas.map(({ share }) => share))]!
    const isFemale = random.chance(0.5)
    const list = isFemale ? area.female : area.male
    const [given = '', forms = ''] = (list[byRank(random, list.length)] ?? '').split(':')
    const nick = forms === '' ? given : random.pick(forms.split(','))
    const family = female(familyOf(random, area), area)
    const index = people.length
    // The one before is this person's partner, parent or child.
    const partner = people.at(-1)
    const shares = partner !== undefined && random.chance(HOUSEHOLD)
    const firm = firms[zipf(random, firms.length)]!
    const work = (at: Firm) => ({ firm: at, title: `${random.pick(ranks)} ${random.pick(jobs)}`.trim() })
    const cyrillic = areas.indexOf(area) === 3
    people.push({
      given,
      goesBy: random.chance(0.4) ? nick : given,
      middle: random.chance(0.3) ? (list[random.below(list.length)] ?? '').split(':')[0]! : '',
      family: shares && partner.cyrillic === cyrillic ? partner.family : family,
      born: isFemale && random.chance(MARRIED) ? female(familyOf(random, area), area) : '',
      firms: random.chance(MOVED) ? [work(firm), work(random.pick(firms))] : [work(firm)],
      city: random.pick(cities),
      ownPhone: phoneOf(index, 1),
      homePhone: shares ? partner.homePhone : phoneOf(index, 2),
      cyrillic,
      way: random.chance(0.5) ? 0 : 1,
    })
  }
  return people
}
