import { real } from './columns.ts'
import { dayMonthName, dottedDate, isoDate, monthNameDay, readDate, slashedDate, usTime } from './dates.ts'
import { member, person, present } from './members.ts'
import type { RowResult, Table } from './table.ts'

const DATES = [dayMonthName, isoDate, usTime, dottedDate, monthNameDay, slashedDate] as const

/** Connections.csv: who the owner is connected with, and what they do today. */
export const connections: Table = {
  file: 'Connections.csv',
  columns: ['firstname', 'lastname', 'url', 'emailaddress', 'company', 'position', 'connectedon'],
  marks: [['connectedon'], ['firstname', 'lastname', 'url', 'company', 'position']],
  needs: [['firstname', 'lastname'], ['url'], ['emailaddress']],
  open: ({ options }) => ({
    row: (cell): RowResult => {
      const names = [cell('firstname'), cell('lastname')]
      const name = names.every((part) => real(part) === '') ? '' : names.join(' ')
      const found = member(name, cell('url'), real(cell('emailaddress')))
      if (!found) return { skip: 'a hidden member: LinkedIn gives only the date' }
      const at = readDate(cell('connectedon'), DATES, options.timeZone)?.at
      const dated = at === undefined ? {} : { at }
      return [
        // Company and position are those of the day of the export, not of the day the two connected.
        person(found, present({ organisation: real(cell('company')), title: real(cell('position')) })),
        { type: 'declaration', kind: 'connection', from: 'owner', to: found.identities[0], ...dated },
      ]
    },
  }),
}
