import type { SyntheticContact, SyntheticNetwork } from '../model.ts'
import { OWNER } from '../model.ts'
import { bodyOf, linkedinConversation, namesOf } from '../text.ts'
import { csvRows } from './csv.ts'
import type { ExportFile } from './export-file.ts'
import { two, utc } from './headers.ts'

const profileUrl = (slug: string): string => `https://www.linkedin.com/in/${encodeURIComponent(slug)}`

/** `04 Jul 2023` */
const dayOf = (at: number): string => {
  const t = utc(at)
  return `${two(t.day)} ${t.monthName} ${t.year}`
}
/** `6/14/24, 5:57 AM`; recommendations pad with zeros. */
const usTime = (at: number, padded: boolean): string => {
  const t = utc(at)
  const pad = (n: number): string => (padded ? two(n) : String(n))
  const clock = `${pad(t.hour % 12 === 0 ? 12 : t.hour % 12)}:${two(t.minute)} ${t.hour < 12 ? 'AM' : 'PM'}`
  return `${pad(t.month)}/${pad(t.day)}/${String(t.year).slice(2)}, ${clock}`
}
/** `2024-06-18 11:59:53 UTC`; endorsements write slashes. */
const stamp = (at: number, separator: string): string => {
  const t = utc(at)
  return `${[t.year, two(t.month), two(t.day)].join(separator)} ${two(t.hour)}:${two(t.minute)}:${two(t.second)} UTC`
}

const table = (path: string, header: string, rows: readonly (readonly string[])[]): ExportFile => ({
  path: `linkedin/${path}`,
  text: csvRows([header.split(','), ...rows]),
  records: rows.length,
})

const PREAMBLE = `Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing. You will only see email addresses for connections who have allowed their connections to see or download their email address using this setting https://www.linkedin.com/psettings/privacy/email. You can learn more here https://www.linkedin.com/help/linkedin/answer/261"

`

/** As members write their names: some with letters after it, some with a picture. */
function shownNames(contact: SyntheticContact): readonly [string, string] {
  const [given, family] = namesOf(contact)
  if (contact.id % 23 === 5) return [given, `${family}, MBA`]
  return contact.id % 41 === 6 ? [`${given} 🌿`, ` ${family} `] : [given, family]
}

function connections(contacts: readonly SyntheticContact[]): ExportFile {
  const rows: string[][] = []
  const connected = contacts.filter(({ connectedAt }) => connectedAt !== null)
  for (const contact of connected.toSorted((a, b) => b.connectedAt! - a.connectedAt!)) {
    const address = contact.showsMail ? (contact.mails.at(-1)?.address ?? '') : ''
    const day = dayOf(contact.connectedAt!)
    rows.push([
      ...shownNames(contact),
      profileUrl(contact.linkedin!),
      address,
      contact.organisation?.name ?? '',
      contact.title ?? '',
      day,
    ])
    // A member who closed the account leaves a date.
    if (contact.id % 50 === 7) rows.push(['', '', '', '', '', '', day])
  }
  const header = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On'.split(',')
  // Real exports have no line feed at the end.
  const text = `${PREAMBLE}${csvRows([header, ...rows]).trimEnd()}`
  return { path: 'linkedin/Connections.csv', text, records: rows.length }
}

function messages({ contacts, exchanges, owner, at }: SyntheticNetwork): ExportFile {
  const header =
    'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT'
  const ownUrl = profileUrl(owner.linkedin)
  const rows: string[][] = []
  for (const exchange of exchanges.toReversed()) {
    if (exchange.channel !== 'message') continue
    const outgoing = exchange.from === OWNER
    const other = contacts[outgoing ? exchange.to[0]! : exchange.from]!
    const [me, them] = [
      [owner.name, ownUrl],
      [other.name, profileUrl(other.linkedin!)],
    ] as const
    const [from, to] = outgoing ? [me, them] : [them, me]
    rows.push([
      linkedinConversation(exchange),
      '',
      ...from,
      ...to,
      stamp(exchange.at, '-'),
      exchange.subject,
      bodyOf(exchange),
      'INBOX',
      '',
      'No',
      'No',
    ])
  }
  const when = stamp(at - 86_400_000, '-')
  rows.push(
    [
      '2-sponsored',
      'Sponsored Conversation',
      'LinkedIn Member',
      '',
      owner.name,
      ownUrl,
      when,
      '',
      'Hi %FIRSTNAME%, see our offer',
      'INBOX',
      '',
      'No',
      'No',
    ],
    [
      '2-draft',
      '',
      owner.name,
      ownUrl,
      'LinkedIn Member',
      '',
      when,
      '',
      'I wanted to ask',
      'INBOX',
      '',
      'Yes',
      'No',
    ],
  )
  const text = csvRows([header.split(','), ...rows], true)
  return { path: 'linkedin/messages.csv', text, records: rows.length }
}

/** The files of a LinkedIn export that kith reads, as LinkedIn writes them since March 2026 (FORMATS §4). */
export function linkedinFiles(network: SyntheticNetwork): ExportFile[] {
  const { owner, contacts, begin } = network
  const [given, family] = namesOf(owner)
  const of = (id: number): SyntheticContact => contacts[id]!
  const endorsed = (direction: 'given' | 'received'): string[][] =>
    network.endorsements
      .filter((one) => one.direction === direction)
      .map(({ at, skill, contact }) => [
        stamp(at, '/'),
        skill,
        ...namesOf(of(contact)),
        profileUrl(of(contact).linkedin!).replace('https://', ''),
        'ACCEPTED',
      ])
  const recommended = (direction: 'given' | 'received'): string[][] =>
    network.recommendations
      .filter((one) => one.direction === direction)
      .map(({ at, text, contact }) => {
        const { organisation, title } = of(contact)
        return [
          ...namesOf(of(contact)),
          organisation?.name ?? '',
          title ?? '',
          text,
          usTime(at, true),
          'VISIBLE',
        ]
      })
  const written = 'First Name,Last Name,Company,Job Title,Text,Creation Date,Status'
  const ownUrl = profileUrl(owner.linkedin)
  return [
    connections(contacts),
    messages(network),
    table(
      'Invitations.csv',
      'From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl',
      network.invitations.map(({ contact, direction, at, note }) => {
        const other = of(contact)
        const urls = [ownUrl, profileUrl(other.linkedin!)]
        const names = [owner.name, other.name]
        if (direction === 'incoming') {
          names.reverse()
          urls.reverse()
        }
        return [...names, usTime(at, false), note, direction.toUpperCase(), ...urls]
      }),
    ),
    table(
      'Endorsement_Received_Info.csv',
      'Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,Endorsement Status',
      endorsed('received'),
    ),
    table(
      'Endorsement_Given_Info.csv',
      'Endorsement Date,Skill Name,Endorsee First Name,Endorsee Last Name,Endorsee Public Url,Endorsement Status',
      endorsed('given'),
    ),
    table('Recommendations_Received.csv', written, recommended('received')),
    table('Recommendations_Given.csv', written, recommended('given')),
    table('Positions.csv', 'Company Name,Title,Description,Location,Started On,Finished On', [
      [
        'Ashdale Advisory',
        'Independent consultant',
        '',
        owner.place,
        `${utc(begin).monthName} ${utc(begin).year}`,
        '',
      ],
      [
        'Brambleworks Machines',
        'Head of Marketing',
        '',
        owner.place,
        `Jan ${utc(begin).year - 6}`,
        `Dec ${utc(begin).year - 1}`,
      ],
    ]),
    table(
      'Profile.csv',
      'First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers',
      [[given, family, '', '', '', owner.headline, '', owner.industry, '', owner.place, '', '', '']],
    ),
    table(
      'Email Addresses.csv',
      'Email Address,Confirmed,Primary,Updated On',
      owner.mails.map((address, i) => [address, 'Yes', i === 0 ? 'Yes' : 'No', usTime(begin, false)]),
    ),
  ]
}
