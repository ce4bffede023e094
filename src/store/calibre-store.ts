import type { IdentityId, OwnerId, PersonId } from '#core/model/ids.ts'
import type { PersonRow } from './rows.ts'

/** One line of a list that names somebody; written by `ingest`. */
export type ListEntryFact = {
  readonly list: string
  /** As the list writes it; '' where it gives a key alone. */
  readonly name: string
  /** By the key that the list gives; null where it gives a name alone. */
  readonly identityId: IdentityId | null
  /** In [0, 1]; null where the list has no grades. */
  readonly level: number | null
  readonly field: string | null
  readonly year: number | null
}

export type RatingRow = { readonly personId: PersonId; readonly level: number; readonly at: number }

/** A line of a list that belongs to somebody, by key or because the user said so. */
export type ListingRow = {
  readonly personId: PersonId
  readonly entry: string
  readonly list: string
  readonly level: number | null
  readonly field: string | null
  readonly year: number | null
  /** True where the user matched the name. */
  readonly matched: boolean
}

/** A line of a list with contacts of that name, of whom the user has to say whether one is meant. */
export type ListProposal = Omit<ListingRow, 'personId' | 'matched'> & {
  readonly name: string
  readonly people: readonly PersonRow[]
}

/** The user's own ratings, and lists that name people. */
export interface CalibreStore {
  /** Rates a person, or takes the rating back (null). Returns the rating before, null for none. */
  readonly rate: (
    owner: OwnerId,
    person: PersonId,
    rating: { readonly level: number; readonly at: number } | null,
  ) => Promise<{ readonly level: number; readonly at: number } | null>
  readonly ratings: (owner: OwnerId, person?: PersonId) => Promise<readonly RatingRow[]>
  /** Lines of lists that belong to people, in a stable order. */
  readonly listings: (owner: OwnerId, person?: PersonId) => Promise<readonly ListingRow[]>
  /** Lines that give a name alone, each with the contacts of that name about whom nothing has been said. */
  readonly listProposals: (owner: OwnerId) => Promise<readonly ListProposal[]>
  /**
   * Says that a line means a person, does not mean them, or (null) takes that back. False when there is no such line.
   */
  readonly decideListing: (
    owner: OwnerId,
    entry: string,
    person: PersonId,
    decision: { readonly accepted: boolean; readonly at: number } | null,
  ) => Promise<boolean>
  /** The lists imported: how many lines, of how many people they are, and how many names wait. */
  readonly lists: (
    owner: OwnerId,
  ) => Promise<readonly { readonly list: string; readonly entries: number; readonly people: number }[]>
}
