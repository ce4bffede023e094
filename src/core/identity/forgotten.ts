import type { Identity } from '../model/identity.ts'
import type { Someone, SourceRecord } from '../model/records.ts'

/** Says whether somebody was deleted for good under this identity. */
export type IsForgotten = (identity: Identity) => boolean

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
      const participants = record.participants.filter(({ identity }) => !gone(identity))
      if (participants.length === record.participants.length) return record
      // One alone exchanges nothing with anybody.
      return participants.length < 2 ? null : { ...record, participants }
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
