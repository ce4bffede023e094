import { foldLetters, skeleton } from '../names/fold.ts'
import { isFreeMail } from '../mail-providers.ts'
import { isInitial, nameFromLocal, parseName, type ParsedName } from '../names/parse-name.ts'
import { givenShare, surnameShare } from '../names/common-names.ts'
import { NameCells } from './name-cells.ts'
import { TermShares } from './term-shares.ts'
import { baseDomain, domainLabel, organisationKey } from './organisation-key.ts'
import type { MatchPerson } from './match-person.ts'

/** A name with the forms that are compared. */
export type TableName = ParsedName & {
  /** `family` and the first given name in the coarse form of `skeleton`. */
  readonly familySkeleton: string
  readonly givenSkeleton: string
  /** The full name among those counted; −1 where only a part is known. */
  readonly cell: number
}

/** A mail address taken apart. */
export type TableMail = {
  readonly local: string
  /** The local part without dots, dashes, underscores and tag. */
  readonly compact: string
  readonly domain: string
  /** The registrable domain; '' for providers who give mailboxes to anybody. */
  readonly base: string
}

/** Somebody as the comparators read them. */
export type TableRow = {
  readonly names: readonly TableName[]
  /** The names come from local parts only: no source writes one. */
  readonly spelled: boolean
  readonly mails: readonly TableMail[]
  readonly phones: readonly string[]
  /** Organisations as keys: names without legal forms, and labels of mail domains. */
  readonly organisations: readonly string[]
  readonly titles: readonly string[]
  readonly places: readonly string[]
  /** `network:handle`. */
  readonly accounts: readonly string[]
  /** What the accounts are called, as `accountCode` makes it. */
  readonly codes: readonly string[]
}

const PARSED_KEPT = 50_000
const NONE: readonly string[] = []

/** Everybody who is compared, ready to compare, with how frequent names, organisations, places and numbers are. */
export class MatchTable {
  readonly rows: TableRow[] = []
  readonly families = new TermShares(surnameShare)
  readonly givens = new TermShares(givenShare)
  readonly fullNames = new NameCells(
    (given, family) => this.givens.share(given) * this.families.share(family),
  )
  readonly organisations = new TermShares(() => 0.0005)
  readonly places = new TermShares(() => 0.005)
  readonly titles = new TermShares(() => 0.003)
  readonly phones = new TermShares(() => 0.000001)
  /** Who takes part together with whom; null where that is not known. */
  company: Company | null = null
  readonly #skeletons = new Map<string, string>()

  /** @returns the position of the person in the table */
  add(person: MatchPerson): number {
    const row = this.#row(person)
    this.rows.push(row)
    const count = this.rows.length
    for (const shares of [
      this.families,
      this.givens,
      this.organisations,
      this.places,
      this.titles,
      this.phones,
    ])
      shares.people = count
    for (const cell of new Set(row.names.map((name) => name.cell))) if (cell >= 0) this.fullNames.count(cell)
    const families = new Set<string>()
    const givens = new Set<string>()
    // By their coarse form, so that a name is as frequent as all its spellings together.
    for (const { familySkeleton: family, givenSkeleton: given } of row.names) {
      if (family !== '') families.add(family)
      if (given.length > 1) givens.add(given)
    }
    for (const family of families) this.families.count(family)
    for (const given of givens) this.givens.count(given)
    for (const organisation of row.organisations) this.organisations.count(organisation)
    for (const place of row.places) this.places.count(place)
    for (const title of row.titles) this.titles.count(title)
    for (const phone of row.phones) this.phones.count(phone)
    return count - 1
  }

  #row(person: MatchPerson): TableRow {
    const mails = person.mails.map(mailOf)
    const written = distinctNames(person.names.map(parseName))
    const spelled = distinctNames(mails.map(({ local }) => nameFromLocal(local)))
    // A single word or an initial is less than what the local part spells out.
    const full = written.some(({ family }) => family !== '')
    const short = written.every(({ given }) => isInitial(given[0] ?? ''))
    const names = !full && spelled.length > 0 ? spelled : short ? [...written, ...spelled] : written
    return {
      names: names.map((name) => {
        const familySkeleton = this.#skeleton(name.family)
        const givenSkeleton = this.#skeleton(name.given[0] ?? '')
        return {
          ...name,
          familySkeleton,
          givenSkeleton,
          cell: this.fullNames.of(givenSkeleton, familySkeleton),
        }
      }),
      spelled: !full && spelled.length > 0,
      mails,
      phones: unique(person.phones),
      organisations: unique([
        ...person.organisations.map(organisationKey),
        ...mails.filter(({ base }) => base !== '').map(({ base }) => domainLabel(base)),
      ]),
      titles: unique(person.titles.map(foldLetters)),
      places: unique(person.places.map((place) => foldLetters(place.replace(/,.*$/, '')))),
      accounts: person.accounts.length === 0 ? NONE : unique(person.accounts),
      codes: person.accounts.length === 0 ? NONE : unique(person.accounts.map(accountCode)),
    }
  }

  #skeleton(word: string): string {
    let form = this.#skeletons.get(word)
    if (form === undefined) {
      form = skeleton(word)
      if (this.#skeletons.size < PARSED_KEPT) this.#skeletons.set(word, form)
    }
    return form
  }
}

/** Who takes part in what together. */
export type Company = {
  /** Interactions of somebody, and how many of them the other takes part in too. */
  readonly together: (
    a: number,
    b: number,
  ) => { readonly a: number; readonly b: number; readonly both: number }
  /** Number of third people who are in company with both, and with either. */
  readonly others: (a: number, b: number) => { readonly both: number; readonly either: number }
}

const unique = (values: readonly string[]): readonly string[] =>
  values.length === 0
    ? NONE
    : values.length === 1
      ? values[0] === ''
        ? NONE
        : values
      : [...new Set(values.filter((value) => value !== ''))]

/** The name in a handle: `linkedin:jane-doe-4a5b6c7` is `janedoe`, `mastodon:jane@social.example` is `jane`. */
const accountCode = (account: string): string =>
  account
    .slice(account.indexOf(':') + 1)
    .replace(/@.*$/, '')
    .replace(/-[0-9a-f]*\d[0-9a-f]*$/, '')
    .replace(/\.bsky\.social$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')

const distinctNames = (names: readonly (ParsedName | null)[]): ParsedName[] => {
  const kept = new Map<string, ParsedName>()
  for (const name of names)
    if (name !== null) kept.set(`${name.given.join(' ')}|${name.family}|${name.generation}`, name)
  return [...kept.values()]
}

export function mailOf(address: string): TableMail {
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at).replace(/(?<=.)\+.*$/, '')
  const domain = address.slice(at + 1)
  return {
    local,
    compact: local.replace(/[._-]+/g, ''),
    domain,
    base: isFreeMail(domain) ? '' : baseDomain(domain),
  }
}
