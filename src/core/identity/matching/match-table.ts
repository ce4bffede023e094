import { rootOf } from '../root-of.ts'
import { foldLetters, skeleton } from '../names/fold.ts'
import { isFreeMail } from '../mail-providers.ts'
import { areNicknames } from '../names/nicknames.ts'
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
  /** Their surnames and first given names, each coarse form once. */
  readonly families: readonly string[]
  readonly givens: readonly string[]
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
    (row) => this.personOf(row),
  )
  readonly organisations = new TermShares(() => 0.0005)
  readonly places = new TermShares(() => 0.005)
  readonly titles = new TermShares(() => 0.003)
  readonly phones = new TermShares(() => 0.000001)
  /** How sources name people: by a name in full, with an `initial` only, by a `part`, or not at all. */
  readonly forms = new TermShares(() => 0.04)
  /** Who takes part together with whom; null where that is not known. */
  company: Company | null = null
  readonly #skeletons = new Map<string, string>()

  /** What is counted of people: a person of several rows has each value once. */
  readonly #counted: readonly {
    readonly shares: TermShares
    readonly of: (row: TableRow) => readonly string[]
  }[] = [
    // By their coarse form, so that a name is as frequent as all its spellings together.
    { shares: this.families, of: ({ families }) => families },
    { shares: this.givens, of: ({ givens }) => givens },
    { shares: this.organisations, of: ({ organisations }) => organisations },
    { shares: this.places, of: ({ places }) => places },
    { shares: this.titles, of: ({ titles }) => titles },
    { shares: this.phones, of: ({ phones }) => phones },
  ]
  /** Another row of the same person, as far as decided; of the one that stands for them, itself. */
  readonly #parent: number[] = []
  /** Rows of people who have several, by the row that stands for them. */
  readonly #members = new Map<number, readonly number[]>()

  /** @returns the position of the person in the table */
  add(person: MatchPerson): number {
    const row = this.#row(person)
    const position = this.rows.length
    this.rows.push(row)
    this.#parent.push(position)
    for (const { shares, of } of this.#counted) {
      shares.people++
      for (const value of of(row)) shares.count(value)
    }
    this.forms.people++
    this.forms.count(formOf(row))
    this.fullNames.count(position, cellsOf(row))
    return position
  }

  /** The row that stands for whom a row is found to be. */
  personOf(row: number): number {
    return rootOf(this.#parent, row)
  }

  /** Two rows are one person: what both have counts once from now on. */
  unite(a: number, b: number): void {
    const [first, second] = [this.personOf(a), this.personOf(b)]
    if (first === second) return
    const [kept, gone] = [Math.min(first, second), Math.max(first, second)]
    const [mine, theirs] = [this.#rowsOf(kept), this.#rowsOf(gone)]
    for (const { shares, of } of this.#counted) {
      shares.people--
      const have = (people: readonly number[], value: string): boolean =>
        people.some((row) => of(this.rows[row]!).includes(value))
      for (const [at, row] of theirs.entries())
        for (const value of of(this.rows[row]!))
          if (have(mine, value) && !have(theirs.slice(0, at), value)) shares.uncount(value)
    }
    this.#parent[gone] = kept
    this.#members.set(kept, [...mine, ...theirs])
    this.#members.delete(gone)
    for (const row of [...mine, ...theirs]) this.fullNames.join(cellsOf(this.rows[row]!))
  }

  #rowsOf(person: number): readonly number[] {
    return this.#members.get(person) ?? [person]
  }

  #row(person: MatchPerson): TableRow {
    const mails = person.mails.map(mailOf)
    const written = distinctNames(person.names.map(parseName))
    const spelled = distinctNames(mails.map(({ local }) => nameFromLocal(local)))
    // A single word or an initial is less than what the local part spells out.
    const full = written.some(({ family }) => family !== '')
    const short = written.every(({ given }) => isInitial(given[0] ?? ''))
    const further = full && !short ? this.#formsOf(written, spelled, person.accounts) : []
    const names =
      !full && spelled.length > 0
        ? spelled
        : short
          ? [...written, ...spelled]
          : further.length > 0
            ? distinctNames([...written, ...further])
            : written
    const tabled = names.map((name) => this.#name(name))
    return {
      names: tabled,
      families: unique(tabled.map(({ familySkeleton }) => familySkeleton)),
      givens: unique(tabled.map(({ givenSkeleton: given }) => (isInitial(given) ? '' : given))),
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

  #name({ given, family, otherFamilies, generation }: ParsedName): TableName {
    const familySkeleton = this.#skeleton(family)
    const givenSkeleton = this.#skeleton(given[0] ?? '')
    const cell = this.fullNames.of(givenSkeleton, familySkeleton)
    return { given, family, otherFamilies, generation, familySkeleton, givenSkeleton, cell }
  }

  /** Other forms of the names written, as addresses and profiles spell them: Monika Moor at `moni.moor@acme.example`. */
  #formsOf(
    written: readonly ParsedName[],
    spelled: readonly ParsedName[],
    accounts: readonly string[],
  ): readonly ParsedName[] {
    const profiles = accounts.flatMap((account) =>
      account.startsWith('linkedin:') ? (nameFromLocal(slugName(account)) ?? []) : [],
    )
    return [...spelled, ...profiles].filter(({ given: [first = ''], family }) =>
      written.some(
        (name) =>
          first !== name.given[0] &&
          !isInitial(first) &&
          this.#skeleton(family) === this.#skeleton(name.family) &&
          areNicknames(first, name.given[0] ?? ''),
      ),
    )
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

const cellsOf = ({ names }: TableRow): number[] =>
  [...new Set(names.map(({ cell }) => cell))].filter((cell) => cell >= 0)

/** What the names of somebody come to: a full name, one with an initial or spelled by an address, one word. */
const formOf = ({ names }: TableRow): 'full' | 'initial' | 'part' =>
  names.length === 0
    ? 'initial'
    : names.every(({ family }) => family === '')
      ? 'part'
      : names.every(({ given }) => isInitial(given[0] ?? ''))
        ? 'initial'
        : 'full'

const unique = (values: readonly string[]): readonly string[] =>
  values.length === 0
    ? NONE
    : values.length === 1
      ? values[0] === ''
        ? NONE
        : values
      : [...new Set(values.filter((value) => value !== ''))]

/** A profile's name without what tells namesakes apart: `linkedin:jane-doe-4a5b6c7` is `jane-doe`. */
const slugName = (account: string): string =>
  account.slice(account.indexOf(':') + 1).replace(/-[0-9a-f]*\d[0-9a-f]*$/, '')

/** The name in a handle: `linkedin:jane-doe-4a5b6c7` is `janedoe`, `mastodon:jane@social.example` is `jane`. */
const accountCode = (account: string): string =>
  slugName(account.replace(/@.*$/, ''))
    .replace(/\.bsky\.social$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')

const distinctNames = (names: readonly (ParsedName | null)[]): ParsedName[] => {
  const kept = new Map<string, ParsedName>()
  for (const name of names)
    if (name !== null) kept.set(`${name.given.join(' ')}|${name.family}|${name.generation}`, name)
  return [...kept.values()]
}

/**
 * A mail address as it is compared: the local part without what follows a `+`, the same without dots and dashes, the
 * domain, and the domain that an organisation owns (empty where the provider gives addresses to anybody).
 * @param address normalised: lower case, with an `@`
 */
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
