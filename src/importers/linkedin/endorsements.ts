import type { Someone } from '#core/model/records.ts'
import type { Cell } from './columns.ts'
import { dayMonthName, isoDate, readDate, usTime, utcStamp } from './dates.ts'
import { member, person, present, type Member } from './members.ts'
import type { RowResult, Table, TableContext } from './table.ts'

const DATES = [utcStamp, usTime, isoDate, dayMonthName] as const

type Way = 'received' | 'given'

/** From them to the owner, or the other way. */
const ends = (way: Way, { identities: [them] }: Member): { from: Someone; to: Someone } =>
  way === 'received' ? { from: them, to: 'owner' } : { from: 'owner', to: them }

const skillRow =
  (way: Way, who: 'endorser' | 'endorsee', { options }: TableContext) =>
  (cell: Cell): RowResult => {
    const name = `${cell(`${who}firstname`)} ${cell(`${who}lastname`)}`
    const other = member(name, cell(`${who}publicurl`))
    if (!other) return { skip: `it does not name the ${who}` }
    const instant = readDate(cell('endorsementdate'), DATES, options.timeZone)
    const dated = instant ? { at: instant.at } : {}
    return [
      person(other, dated),
      {
        type: 'endorsement',
        kind: 'skill',
        ...ends(way, other),
        ...present({ topic: cell('skillname') }),
        ...dated,
      },
    ]
  }

const skillTable = (file: string, way: Way, who: 'endorser' | 'endorsee'): Table => ({
  file,
  columns: [
    'endorsementdate',
    'skillname',
    `${who}firstname`,
    `${who}lastname`,
    `${who}publicurl`,
    'endorsementstatus',
  ],
  marks: [[`${who}firstname`], [`${who}lastname`], [`${who}publicurl`]],
  needs: [[`${who}publicurl`], [`${who}firstname`, `${who}lastname`]],
  open: (context) => ({ row: skillRow(way, who, context) }),
})

/** Endorsement_Received_Info.csv: who endorsed the owner for which skill. */
export const endorsementsReceived = skillTable('Endorsement_Received_Info.csv', 'received', 'endorser')

/** Endorsement_Given_Info.csv: whom the owner endorsed. */
export const endorsementsGiven = skillTable('Endorsement_Given_Info.csv', 'given', 'endorsee')

/**
 * Recommendations_Received.csv and Recommendations_Given.csv. Both have the same columns and no URL: which one it
 * is stands in the file's name alone.
 */
export const recommendations: Table = {
  file: 'Recommendations_Received.csv',
  columns: ['firstname', 'lastname', 'company', 'jobtitle', 'text', 'creationdate', 'status'],
  marks: [
    ['text', 'creationdate', 'status'],
    ['jobtitle', 'text', 'creationdate'],
  ],
  needs: [['firstname', 'lastname']],
  open: ({ path, options }) => {
    const way: Way = /given|erteilt/i.test(path.replace(/^.*\//, '')) ? 'given' : 'received'
    return {
      row: (cell): RowResult => {
        const other = member(`${cell('firstname')} ${cell('lastname')}`, '')
        if (!other) return { skip: 'it does not name the other member' }
        const instant = readDate(cell('creationdate'), DATES, options.timeZone)
        const dated = instant ? { at: instant.at } : {}
        return [
          person(other, {
            ...present({ organisation: cell('company'), title: cell('jobtitle') }),
            ...dated,
          }),
          { type: 'endorsement', kind: 'recommendation', ...ends(way, other), ...dated },
        ]
      },
    }
  },
}
