import { linkedinIdentity, mailIdentity, profileIdentity } from '#core/identity/normalise.ts'
import { identityKey, type Identity } from '#core/model/identity.ts'
import { phoneIdentity } from '../phone.ts'
import { real } from './columns.ts'
import { dayMonthName, isoDate, readDate, usTime, utcStamp } from './dates.ts'
import { member, person, present } from './members.ts'
import type { RowResult, Table } from './table.ts'

const DATES = [usTime, utcStamp, dayMonthName, isoDate] as const

const several = (cell: string): readonly string[] =>
  real(cell)
    .split(/[,;|\s]*[,;|]\s*|\s+(?=\S+@)/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/**
 * ImportedContacts.csv and Contacts.csv: the address book that the owner once gave to LinkedIn. Entries of an address
 * book, not connections; many of them are years old.
 */
export const importedContacts: Table = {
  file: 'ImportedContacts.csv',
  columns: [
    'source',
    'firstname',
    'lastname',
    'companies',
    'title',
    'emails',
    'emailaddress',
    'phonenumbers',
    'createdat',
    'addresses',
    'sites',
    'instantmessagehandles',
    'fullname',
    'birthday',
    'location',
    'bookmarkedat',
    'profiles',
  ],
  marks: [['instantmessagehandles', 'bookmarkedat']],
  needs: [['emails'], ['emailaddress'], ['phonenumbers'], ['profiles']],
  open: ({ options }) => ({
    row: (cell): RowResult => {
      const given = [real(cell('firstname')), real(cell('lastname'))].filter((part) => part !== '').join(' ')
      const name = given.includes('@') ? '' : given
      const found = new Map<string, Identity>()
      for (const identity of [
        ...several(`${cell('emails')};${cell('emailaddress')}`).map(mailIdentity),
        ...several(cell('profiles')).map((page) => linkedinIdentity(page) ?? profileIdentity(page)),
        ...several(cell('phonenumbers')).map((number) => phoneIdentity(number, options.region)),
      ])
        if (identity) found.set(identityKey(identity), identity)
      const [first, ...rest] = found.values()
      const known = first ? { identities: [first, ...rest] as const, name } : member(name, '')
      if (!known) return { skip: 'it holds no name, mail address, telephone number or profile' }
      const at = readDate(cell('createdat'), DATES, options.timeZone)?.at
      const dated = at === undefined ? {} : { at }
      return [
        person(known, {
          ...present({ organisation: real(cell('companies')), title: real(cell('title')) }),
          ...dated,
        }),
        { type: 'declaration', kind: 'address-book', from: 'owner', to: known.identities[0], ...dated },
      ]
    },
  }),
}

/** Member_Follows.csv: members whom the owner follows without being connected with them. It names them and no more. */
export const memberFollows: Table = {
  file: 'Member_Follows.csv',
  columns: ['date', 'status', 'fullname'],
  marks: [['status', 'fullname']],
  needs: [['fullname']],
  open: ({ options }) => ({
    row: (cell): RowResult => {
      if (/^(?:inactive|unfollowed|unfollow)$/i.test(cell('status'))) return { skip: 'not followed any more' }
      const found = member(real(cell('fullname')), '')
      if (!found) return { skip: 'it names nobody' }
      const at = readDate(cell('date'), DATES, options.timeZone)?.at
      const dated = at === undefined ? {} : { at }
      return [
        person(found),
        { type: 'declaration', kind: 'follow', from: 'owner', to: found.identities[0], ...dated },
      ]
    },
  }),
}

/**
 * Notes.csv, since 2026: connections whom the owner wrote a note about. It says who they are; the note is private to the
 * owner's page at LinkedIn and is not taken over.
 */
export const connectionNotes: Table = {
  file: 'Notes.csv',
  columns: [
    'connectionfirstname',
    'connectionlastname',
    'connectionprofileurl',
    'note',
    'createdon',
    'editedon',
  ],
  marks: [['connectionprofileurl', 'note']],
  needs: [['connectionprofileurl'], ['connectionfirstname', 'connectionlastname']],
  open: ({ options }) => ({
    row: (cell): RowResult => {
      const name = `${cell('connectionfirstname')} ${cell('connectionlastname')}`
      const found = member(name, cell('connectionprofileurl'))
      if (!found) return { skip: 'it names nobody' }
      const at = (
        readDate(cell('editedon'), DATES, options.timeZone) ??
        readDate(cell('createdon'), DATES, options.timeZone)
      )?.at
      return [person(found, at === undefined ? {} : { at })]
    },
  }),
}
