import { columnName } from './columns.ts'
import { connections } from './connections.ts'
import { connectionNotes, importedContacts, memberFollows } from './contacts.ts'
import { endorsementsGiven, endorsementsReceived, recommendations } from './endorsements.ts'
import { invitations } from './invitations.ts'
import { messages } from './messages.ts'
import { mailAddresses, phoneNumbers, positions, profile } from './owner.ts'
import { comments, shares } from './posts.ts'
import type { Table } from './table.ts'

/** A table that says nothing about ties: recognised, so that the user is told so, and left at that. */
const idle = (file: string, columns: readonly string[], ...marks: readonly (readonly string[])[]): Table => ({
  file,
  columns,
  marks,
  needs: [[]],
})

/** The tables of the export that kith knows by their columns. */
export const tables: readonly Table[] = [
  connections,
  messages,
  invitations,
  endorsementsReceived,
  endorsementsGiven,
  recommendations,
  profile,
  positions,
  mailAddresses,
  phoneNumbers,
  importedContacts,
  memberFollows,
  connectionNotes,
  shares,
  comments,
  idle(
    'Education.csv',
    ['schoolname', 'startdate', 'enddate', 'notes', 'degreename', 'activities'],
    ['schoolname', 'degreename'],
  ),
  idle(
    'Certifications.csv',
    ['name', 'url', 'authority', 'startedon', 'finishedon', 'licensenumber'],
    ['authority', 'licensenumber'],
  ),
  idle('Company Follows.csv', ['organization', 'followedon'], ['organization', 'followedon']),
  idle('Events.csv', ['eventname', 'eventtime', 'status', 'externalurl'], ['eventname', 'eventtime']),
  idle(
    'Honors.csv',
    ['title', 'description', 'issuer', 'issuedate', 'issuedon'],
    ['issuer', 'issuedate'],
    ['issuer', 'issuedon'],
  ),
  idle(
    'Learning.csv',
    [
      'contenttitle',
      'contentdescription',
      'contenttype',
      'contentlastwatcheddateifviewed',
      'contentcompletedatifcompleted',
      'contentsaved',
      'notestakenonvideosiftaken',
    ],
    ['contenttitle', 'contenttype'],
  ),
  idle('Reactions.csv', ['date', 'type', 'link'], ['date', 'type', 'link']),
  idle('Votes.csv', ['date', 'link', 'optiontext'], ['link', 'optiontext']),
  idle(
    'Publications.csv',
    ['name', 'publishedon', 'description', 'publisher', 'url'],
    ['publishedon', 'publisher'],
  ),
  idle(
    'Volunteering.csv',
    ['companyname', 'role', 'cause', 'startedon', 'finishedon', 'description'],
    ['companyname', 'role', 'cause'],
  ),
  idle(
    'Registration.csv',
    [
      'registeredat',
      'registrationip',
      'subscriptiontypes',
      'registrationdate',
      'registrationipaddress',
      'invitedbyfirstname',
      'invitedbylastname',
    ],
    ['registeredat', 'registrationip'],
    ['registrationdate', 'registrationipaddress'],
  ),
]

/** Tables whose columns are too common to tell: the file must be called so as well. */
const named: readonly Table[] = [
  idle('Skills.csv', ['name']),
  idle('Languages.csv', ['name', 'proficiency']),
  idle('Courses.csv', ['name', 'number']),
  idle('Projects.csv', ['title', 'description', 'url', 'startdate', 'enddate', 'startedon', 'finishedon']),
  idle('Videos.csv', ['description', 'link']),
]

/** Tables that are told by their name alone: kith has not seen their columns, and needs nothing from them. */
const unseen = new Set(
  [
    'Ad_Targeting',
    'Ads Clicked',
    'LAN Ads Engagement',
    'Inferences_about_you',
    'Receipts_v2',
    'Rich_Media',
    'SavedJobAlerts',
    'Saved_Items',
    'Saved Jobs',
    'SearchQueries',
    'Security Challenges',
    'Private_identity_asset',
    'Whatsapp Phone Numbers',
    'Logins',
    'Hashtag_Follows',
    'Verifications',
    'Providers',
    'Profile Summary',
    // Talks with LinkedIn's own programs; without any, the file says so in a sentence instead of a header.
    'guide_messages',
    'coach_messages',
    'learning_coach_messages',
    'learning_role_play_messages',
    'Job Applications',
    'Job Seeker Preferences',
    'Job Applicant Saved Screening Question Responses',
    'Job Applicant Saved Answers',
  ].map(columnName),
)

/** The file's name for comparison: without folders, ending and number, as `columnName`. */
function fileName(path: string): string {
  const base = path.replace(/^.*\//, '')
  if (!/\.csv$/i.test(base)) return ''
  return columnName(base.replace(/\.csv$/i, '').replace(/_\d+$/, ''))
}

export type Recognised = { readonly table: Table; readonly sureness: number }

/** Least share of the file's columns that must be known, when a mark is there and when only the name agrees. */
const KNOWN_SHARE_MARKED = 0.4
const KNOWN_SHARE_NAMED = 0.25

/** Which table of the export a header belongs to: by its columns, with the file's name as a help; null if none. */
export function recognise(header: readonly string[], path: string): Recognised | null {
  const names = header.map(columnName).filter((name) => name !== '')
  const name = fileName(path)
  let best: Recognised | null = null
  const offer = (table: Table, sureness: number): void => {
    if (!best || sureness > best.sureness) best = { table, sureness }
  }
  for (const table of tables) {
    const share = names.filter((column) => table.columns.includes(column)).length / Math.max(1, names.length)
    const marked = table.marks.some((mark) => mark.every((column) => names.includes(column)))
    // The more of the columns are known, the surer; Excel copies often have a few added ones.
    if (marked && share >= KNOWN_SHARE_MARKED) offer(table, 0.6 + 0.35 * share)
    else if (columnName(table.file.replace(/\.csv$/, '')) === name && share >= KNOWN_SHARE_NAMED) {
      offer(table, 0.3 + 0.2 * share)
    }
  }
  for (const table of named) {
    const agrees = columnName(table.file.replace(/\.csv$/, '')) === name
    if (agrees && names.length > 0 && names.every((column) => table.columns.includes(column)))
      offer(table, 0.6)
  }
  if (best === null && unseen.has(name) && names.length > 0) {
    offer(idle(path.replace(/^.*\//, ''), []), 0.5)
  }
  return best
}
