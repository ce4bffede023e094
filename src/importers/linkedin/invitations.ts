import type { OwnerRecord, SourceRecord } from '#core/model/records.ts'
import { about } from '../text/about.ts'
import { hashText } from '../text/hash.ts'
import { countWords } from '../text/words.ts'
import { isoDate, readDate, usTime, utcStamp } from './dates.ts'
import { member, person, type Member } from './members.ts'
import { Tally } from './tally.ts'
import type { RowResult, Table } from './table.ts'

const DATES = [usTime, utcStamp, isoDate] as const

/** Invitations.csv: who invited whom; the inviter of an outgoing one is the owner. */
export const invitations: Table = {
  file: 'Invitations.csv',
  columns: [
    'from',
    'to',
    'sentat',
    'message',
    'direction',
    'inviterprofileurl',
    'inviteeprofileurl',
    'inviterprofileurn',
    'inviteeprofileurn',
  ],
  marks: [['sentat', 'direction'], ['inviterprofileurl'], ['inviterprofileurn']],
  needs: [['direction', 'from', 'to']],
  open: ({ options }) => {
    const owners = new Tally<Member>((owner) => JSON.stringify([owner.identities, owner.name]))
    return {
      row: (cell): RowResult => {
        const direction = cell('direction').toUpperCase()
        if (direction !== 'OUTGOING' && direction !== 'INCOMING') {
          return { skip: `its direction "${direction.slice(0, 40)}" is neither OUTGOING nor INCOMING` }
        }
        const inviter = member(cell('from'), cell('inviterprofileurl'))
        const invitee = member(cell('to'), cell('inviteeprofileurl'))
        const [owner, other] = direction === 'OUTGOING' ? [inviter, invitee] : [invitee, inviter]
        if (owner) owners.add(owner)
        if (!other) return { skip: 'it does not say who the other member is' }

        const instant = readDate(cell('sentat'), DATES, options.timeZone)
        const dated = instant ? { at: instant.at } : {}
        const them = other.identities[0]
        const [from, to] = direction === 'OUTGOING' ? (['owner', them] as const) : ([them, 'owner'] as const)
        const records: SourceRecord[] = [
          person(other, dated),
          { type: 'declaration', kind: 'invitation', from, to, ...dated },
        ]
        const message = cell('message')
        if (message !== '') {
          const name = other.name === '' ? {} : { name: other.name }
          records.push({
            type: 'interaction',
            key: `linkedin-invitation:${direction}|${them.value}|${cell('sentat')}|${hashText(message)}`,
            at: instant?.at ?? null,
            timeQuality: instant?.timeQuality ?? 'none',
            channel: 'message',
            participants: [
              { identity: from, role: 'from', ...(from === 'owner' ? {} : name) },
              { identity: to, role: 'to', ...(to === 'owner' ? {} : name) },
            ],
            bulk: false,
            words: countWords(message),
            ...about(message),
          })
        }
        return records
      },
      end: () =>
        owners.all().map(([owner, count]): OwnerRecord => {
          const [identity] = owner.identities
          return {
            type: 'owner',
            basis: 'own',
            ...(identity.kind === 'linkedin' ? { identity } : {}),
            ...(owner.name === '' ? {} : { name: owner.name }),
            count,
          }
        }),
    }
  },
}
