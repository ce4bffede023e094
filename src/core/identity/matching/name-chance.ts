import type { Spelled } from './spells.ts'
import type { MatchTable, TableName } from './match-table.ts'
import type { TermShares } from './term-shares.ts'

/** Share of people whose given name, or whose surname, begins with a given letter. */
const INITIAL_SHARE = 0.07
/** How many other words one is mistaken for. */
const NEIGHBOURS = 4
/** Of two people whose names sound alike, how many write them differently. */
const SPELLED_APART = 0.5
/** No name is rarer than this, as far as anybody can tell. */
const RAREST = 1e-8

const noRarer = (share: number): number => Math.max(RAREST, share)

const oftenerOf = (shares: TermShares, a: string, b: string): number =>
  a === b ? shares.share(a) : Math.max(shares.share(a), shares.share(b))

/**
 * The chance that of two people one bears the one and the other the other of two forms: 2ab/(a + b) of those who bear
 * either, so that a rare short form says more than a frequent one.
 */
const eitherOf = (shares: TermShares, a: string, b: string): number => {
  const [first, second] = [shares.share(a), shares.share(b)]
  return a === b ? first : (2 * first * second) / (first + second)
}

/** A name and the row of the table that bears it. */
export type Borne = { readonly row: number; readonly name: TableName }

/** The chance of two people to bear one full name in the same form, in any spelling. */
export function chanceOfName({ families, givens, fullNames }: MatchTable, a: Borne, b: Borne): number {
  if (a.name.cell >= 0 && b.name.cell >= 0)
    return noRarer(fullNames.chance(a.row, a.name.cell, b.row, b.name.cell))
  return noRarer(
    oftenerOf(families, a.name.familySkeleton, b.name.familySkeleton) *
      eitherOf(givens, a.name.givenSkeleton, b.name.givenSkeleton),
  )
}

/** The chance of two people to bear names that sound alike and are written differently. */
export const chanceOfSpelling = (table: MatchTable, a: Borne, b: Borne): number =>
  noRarer(SPELLED_APART * chanceOfName(table, a, b))

/** The chance of two people to bear names that one may have mistyped for the other. */
export const chanceOfTypo = (table: MatchTable, a: Borne, b: Borne): number =>
  noRarer(
    NEIGHBOURS *
      (a.name.cell >= 0 && a.name.cell === b.name.cell
        ? chanceOfName(table, a, b)
        : eitherOf(table.families, a.name.familySkeleton, b.name.familySkeleton) *
          eitherOf(table.givens, a.name.givenSkeleton, b.name.givenSkeleton)),
  )

/**
 * The chance of two people that a name shortened to an initial, or an address made of a name, fits the other's full
 * name. How often sources shorten counts: of two records picked at random few are such a pair.
 */
export function chanceOfInitial(
  { families, givens, forms }: MatchTable,
  full: TableName,
  fits: Spelled,
): number {
  const family = fits === 'given' ? INITIAL_SHARE : families.share(full.familySkeleton)
  const given = fits === 'family' ? INITIAL_SHARE : givens.share(full.givenSkeleton)
  return noRarer(family * given * pairsWith(forms.share('initial')))
}

/** The chance of two people that the one word known of somebody is a part of the other's name. */
export const chanceOfPart = ({ families, givens, forms }: MatchTable, a: TableName, b: TableName): number => {
  const one = forms.share('part')
  if (a.family === '' && b.family === '')
    return noRarer(oftenerOf(givens, a.givenSkeleton, b.givenSkeleton) * one * one)
  const [short, long] = a.family === '' ? [a, b] : [b, a]
  const share =
    short.given[0] === long.family ? families.share(long.familySkeleton) : givens.share(short.givenSkeleton)
  return noRarer(share * pairsWith(one))
}

/** The chance of two people to bear one given name, or two forms of one. */
export const chanceOfGiven = ({ givens }: MatchTable, a: TableName, b: TableName): number =>
  oftenerOf(givens, a.givenSkeleton, b.givenSkeleton)

/** Of pairs, those in which exactly one is what this share of people is. */
const pairsWith = (share: number): number => 2 * share * (1 - share)
