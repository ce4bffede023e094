import type { Identity } from '../model/identity.ts'
import type { Participant, Someone, SourceRecord } from '../model/records.ts'

/** Says whether somebody was deleted for good under this identity. */
export type IsForgotten = (identity: Identity) => boolean

/**
 * Those of an interaction who are left; null where fewer than two are: one alone exchanges nothing with anybody.
 * Whoever leaves nobody out gets the same list back.
 */
export function leftOf<
  Who,
  List extends { readonly length: number; filter: (keep: (who: Who) => boolean) => List },
>(participants: List, isGone: (who: Who) => boolean): List | null {
  const left = participants.filter((who) => !isGone(who))
  if (left.length === participants.length) return participants
  return left.length < 2 ? null : left
}

/**
 * A record without those who were deleted for good: they are left out of what they took part in with others; null
 * where nothing is left to tell. A person of whom any identity was deleted is that person, under whatever other names.
 */
export function withoutForgotten(record: SourceRecord, isForgotten: IsForgotten): SourceRecord | null {
  const gone = (someone: Someone): boolean => someone !== 'owner' && isForgotten(someone)
  switch (record.type) {
    case 'person':
      return record.identities.some(isForgotten) ? null : record
    case 'position':
    case 'fact':
      return gone(record.of) ? null : record
    case 'listing':
      return record.identity !== undefined && isForgotten(record.identity) ? null : record
    case 'interaction': {
      const participants = leftOf<Participant, readonly Participant[]>(record.participants, ({ identity }) =>
        gone(identity),
      )
      if (participants === record.participants) return record
      return participants === null ? null : { ...record, participants }
    }
    case 'declaration':
    case 'endorsement':
      return gone(record.from) || gone(record.to) ? null : record
    // What the user kept names nobody by itself; hints at the owner are of the owner.
    case 'kept':
    case 'owner':
      return record
  }
}
