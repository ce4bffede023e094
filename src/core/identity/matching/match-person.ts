/** What is known of somebody who may be somebody else too. All of it may be empty. */
export type MatchPerson = {
  /** Names as sources write them. */
  readonly names: readonly string[]
  /** Mail addresses, normalised. */
  readonly mails: readonly string[]
  /** Numbers in E.164. */
  readonly phones: readonly string[]
  readonly organisations: readonly string[]
  readonly titles: readonly string[]
  readonly places: readonly string[]
  /** Profiles and handles as `network:handle`; two of one network are two people. */
  readonly accounts: readonly string[]
}

/** Compares two people by one kind of evidence. */
export type Comparator = {
  readonly name: ComparatorName
  /** The levels of agreement, each with the chance to see it in two records of one person (m) and of two (u). */
  readonly levels: readonly Level[]
  /**
   * The level for two people of the table, or UNKNOWN when one of them says nothing. `seen` holds what was found
   * before (names come first) and takes the u of the very values where that is known better than the level's.
   */
  readonly compare: (table: MatchTable, a: number, b: number, seen: Seen) => number
}

export type Level = {
  readonly id: string
  /** P(level | one person), among those who say something; shipped prior. */
  readonly m: number
  /** P(level | two people), among those who say something; replaced by term frequencies where `seen.u` is set. */
  readonly u: number
  /** Never merged by itself on this: the user decides. */
  readonly review?: true
  /** Agreement on a value that many may share: says little where they do, and never speaks for two people. */
  readonly common?: true
}

export const UNKNOWN = -1

export type Seen = {
  /** Level of the name comparison, UNKNOWN where there is none. */
  nameLevel: number
  /** The indexes of the two names that agree best; -1 where none were compared. */
  nameA: number
  nameB: number
  /** u of the values seen, NaN where the level's own holds. */
  u: number
}

export const comparatorNames = [
  'name',
  'address',
  'phone',
  'organisation',
  'title',
  'place',
  'company',
] as const
export type ComparatorName = (typeof comparatorNames)[number]

import type { MatchTable } from './match-table.ts'
