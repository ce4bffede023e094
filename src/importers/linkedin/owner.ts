import { cleanName, mailIdentity, profileIdentity } from '#core/identity/normalise.ts'
import type { SourceRecord } from '#core/model/records.ts'
import { phoneIdentity } from '../phone.ts'
import { real } from './columns.ts'
import { dayMonthName, isoDate, monthYear, readDate } from './dates.ts'
import { present } from './members.ts'
import type { RowResult, Table } from './table.ts'

/** Profile.csv: the owner's name, headline and industry, and their accounts on X. Websites may be a firm's: not used. */
export const profile: Table = {
  file: 'Profile.csv',
  columns: [
    'firstname',
    'lastname',
    'maidenname',
    'address',
    'birthdate',
    'contactinstructions',
    'headline',
    'summary',
    'industry',
    'country',
    'zipcode',
    'geolocation',
    'twitterhandles',
    'websites',
    'instantmessengers',
  ],
  marks: [
    ['headline', 'summary', 'industry'],
    ['firstname', 'headline', 'industry'],
    ['maidenname', 'headline'],
  ],
  needs: [['firstname', 'lastname'], ['headline'], ['industry']],
  open: () => ({
    row: (cell): RowResult => {
      const name = cleanName(`${cell('firstname')} ${cell('lastname')}`)
      const facts = present({ name, headline: cell('headline'), industry: cell('industry') })
      if (Object.keys(facts).length === 0) return { skip: 'an empty profile' }
      const pages = cell('twitterhandles')
        .split(/[[\],;\s]+/)
        .map((handle) => handle.replace(/^@/, ''))
        .filter((handle) => /^\w{1,15}$/.test(handle))
        .map((handle) => profileIdentity(`https://x.com/${handle}`))
        .filter((identity) => identity !== null)
      return [
        { type: 'owner', basis: 'own', ...facts, count: 1 },
        ...pages.map((identity) => ({ type: 'owner', basis: 'own', identity, count: 1 }) as const),
      ]
    },
  }),
}

const POSITION_DATES = [monthYear, dayMonthName, isoDate] as const

/** Positions.csv: what the owner does now and did before; former positions say nothing of today. */
export const positions: Table = {
  file: 'Positions.csv',
  columns: ['companyname', 'title', 'description', 'location', 'startedon', 'finishedon'],
  marks: [['companyname', 'title', 'startedon']],
  needs: [['companyname'], ['title']],
  open: ({ has, options }) => ({
    row: (cell): RowResult => {
      const parts = [real(cell('title')), real(cell('companyname'))].filter((part) => part !== '')
      if (parts.length === 0) return { skip: 'it names neither a company nor a title' }
      const startedAt = readDate(cell('startedon'), POSITION_DATES, options.timeZone)?.at
      const endedAt = readDate(cell('finishedon'), POSITION_DATES, options.timeZone)?.at
      const position: SourceRecord = {
        type: 'position',
        of: 'owner',
        ...present({ organisation: real(cell('companyname')), title: real(cell('title')) }),
        ...(startedAt === undefined ? {} : { startedAt }),
        ...(endedAt === undefined ? {} : { endedAt }),
      }
      if (!has('finishedon') || cell('finishedon') !== '') return [position]
      return [position, { type: 'owner', basis: 'own', headline: cleanName(parts.join(' at ')), count: 1 }]
    },
  }),
}

/** Email Addresses.csv: the owner's addresses. */
export const mailAddresses: Table = {
  file: 'Email Addresses.csv',
  columns: ['emailaddress', 'confirmed', 'primary', 'updatedon'],
  marks: [['emailaddress', 'confirmed', 'primary']],
  needs: [['emailaddress']],
  open: () => ({
    row: (cell): RowResult => {
      const identity = mailIdentity(cell('emailaddress'))
      if (!identity) return { skip: 'it holds no mail address' }
      // Somebody may have mistyped an address that they never confirmed: it may be another person's.
      if (/^(no|nein|false)$/i.test(cell('confirmed'))) return { skip: 'an address that was never confirmed' }
      return [{ type: 'owner', basis: 'own', identity, count: 1 }]
    },
  }),
}

/** PhoneNumbers.csv: the owner's telephone numbers. */
export const phoneNumbers: Table = {
  file: 'PhoneNumbers.csv',
  columns: ['extension', 'number', 'type'],
  marks: [['extension', 'number', 'type']],
  needs: [['number']],
  open: ({ options }) => ({
    row: (cell): RowResult => {
      const number = cell('number')
      if (number === '') return { skip: 'it holds no number' }
      const extension = cell('extension')
      const identity = phoneIdentity(
        extension === '' ? number : `${number} ext. ${extension}`,
        options.region,
      )
      if (identity) return [{ type: 'owner', basis: 'own', identity, count: 1 }]
      return { skip: 'its number is not complete: no country, too short, or with an extension' }
    },
  }),
}
