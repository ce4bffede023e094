import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { KithError } from '#core/model/errors.ts'
import type { SourceRecord } from '#core/model/records.ts'
import type { ReadOptions } from '../importer.ts'
import { memoryEntry, memoryHead, readAll, type Everything } from '../text/entries.ts'
import { isNobody } from './members.ts'
import { linkedin } from './linkedin.ts'

const options: ReadOptions = { region: 'DE', timeZone: 'Europe/Berlin', until: Date.UTC(2025, 0) }
const read = (content: string | Uint8Array, path = 'x.csv'): Promise<Everything> =>
  readAll(linkedin, memoryEntry(path, content, 100), options)
const fixture = (name: string): Promise<Everything> =>
  read(readFileSync(new URL(`fixtures/${name}`, import.meta.url)), name)
const only = <T extends SourceRecord['type']>(
  all: Everything,
  type: T,
): Extract<SourceRecord, { type: T }>[] =>
  all.records.filter((record): record is Extract<SourceRecord, { type: T }> => record.type === type)
const member = (slug: string) => ({ kind: 'linkedin', value: slug })

test('connections below the note: people, ties and days; hidden members are counted', async () => {
  const all = await fixture('Connections.csv')
  expect(all.read).toBe(5)
  expect(all.skipped).toEqual([{ where: 'row 8', reason: 'a hidden member: LinkedIn gives only the date' }])
  const [amara, juergen, tomas, mohammed, other] = only(all, 'person')
  expect(amara).toEqual({
    type: 'person',
    identities: [member('amara-nwosu-41b2'), { kind: 'mail', value: 'amara@brightwell.example' }],
    name: 'Amara Nwosu',
    organisation: 'Brightwell',
    title: 'Head of Marketing',
  })
  expect(only(all, 'declaration')[0]?.at).toBe(Date.UTC(2023, 6, 4))
  expect(juergen?.identities).toEqual([member('jürgen-weiß')])
  expect(juergen?.name).toBe('Jürgen Weiß, PMP')
  expect(juergen?.organisation).toBe('Weiß, Söhne & Co')
  expect(tomas).not.toHaveProperty('organisation')
  expect(mohammed?.name).toBe('محمد الأحمد')
  expect(other).not.toHaveProperty('title')
  expect(only(all, 'declaration').at(-1)?.at).toBe(Date.UTC(2024, 5, 18))
  expect(only(all, 'declaration')[1]).toEqual({
    type: 'declaration',
    kind: 'connection',
    from: 'owner',
    to: member('jürgen-weiß'),
    at: Date.UTC(2023, 5, 19),
  })
})

test('German columns, semicolons and month names', async () => {
  const [grete] = only(await fixture('Verbindungen.csv'), 'person')
  expect(grete).toMatchObject({
    organisation: 'Fjord Bau AG',
    title: 'Einkäuferin',
  })
  expect(only(await fixture('Verbindungen.csv'), 'declaration')[0]?.at).toBe(Date.UTC(2022, 9, 3))
})

test.each([
  ['French', 'Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Connecté le', '04 juil. 2023'],
  [
    'Spanish',
    'Nombre,Apellidos,URL,Dirección de correo electrónico,Empresa,Cargo,Conectado el',
    '04 jul 2023',
  ],
  ['Portuguese', 'Nome,Sobrenome,URL,Endereço de e-mail,Empresa,Cargo,Conectado em', '04 de jul de 2023'],
  ['Italian', 'Nome,Cognome,URL,Indirizzo e-mail,Azienda,Posizione,Collegato il', '04 lug 2023'],
  ['Dutch', 'Voornaam,Achternaam,URL,E-mailadres,Bedrijf,Functie,Verbonden op', '04 juli 2023'],
])('connections in %s', async (_, header, day) => {
  const all = await read(
    `Notes:\n"…"\n\n${header}\nAude,Marchand,https://www.linkedin.com/in/aude-m,aude@port.example,Port SA,Directrice,${day}\n`,
  )
  expect(only(all, 'person')).toEqual([
    {
      type: 'person',
      identities: [member('aude-m'), { kind: 'mail', value: 'aude@port.example' }],
      name: 'Aude Marchand',
      organisation: 'Port SA',
      title: 'Directrice',
    },
  ])
  expect(only(all, 'declaration')[0]?.at).toBe(Date.UTC(2023, 6, 4))
})

test('June and July in French', async () => {
  const text = (day: string): string => `Prénom,Nom,URL,Connecté le\nA,B,https://linkedin.com/in/ab,${day}\n`
  for (const [day, month] of [
    ['04 juin 2023', 5],
    ['04 juillet 2023', 6],
    ['04 août 2023', 7],
    ['04 déc. 2023', 11],
  ] as const)
    expect(only(await read(text(day)), 'declaration')[0]?.at).toBe(Date.UTC(2023, month, 4))
})

test('the address book that was given to LinkedIn, and members who are followed', async () => {
  const contacts = await fixture('ImportedContacts.csv')
  expect(only(contacts, 'person')).toEqual([
    {
      type: 'person',
      identities: [
        { kind: 'mail', value: 'ines@faro.example' },
        { kind: 'mail', value: 'i.quiroga@casa.example' },
        { kind: 'phone', value: '+34612345678' },
      ],
      name: 'Inés Quiroga',
      title: 'Directora',
      at: Date.UTC(2021, 2, 3, 9, 15),
    },
    { type: 'person', identities: [{ kind: 'name', value: 'linkedin:bo dahl' }], name: 'Bo Dahl' },
  ])
  expect(only(contacts, 'declaration').map(({ kind }) => kind)).toEqual(['address-book', 'address-book'])
  expect(contacts.skipped).toEqual([
    { where: 'row 4', reason: 'it holds no name, mail address, telephone number or profile' },
  ])
  const follows = await fixture('Member_Follows.csv')
  expect(only(follows, 'declaration')).toEqual([
    {
      type: 'declaration',
      kind: 'follow',
      from: 'owner',
      to: { kind: 'name', value: 'linkedin:grete berg' },
      at: Date.UTC(2024, 1, 24, 14, 3, 38),
    },
  ])
  expect(follows.skipped).toEqual([{ where: 'row 3', reason: 'not followed any more' }])
})

test('shares and comments say what the owner talks about, and tie them to nobody', async () => {
  for (const name of ['Shares.csv', 'Comments.csv']) {
    const all = await fixture(name)
    const [post] = only(all, 'interaction')
    expect(post).toMatchObject({ channel: 'post', participants: [{ identity: 'owner', role: 'from' }] })
    expect(post?.at).toBe(Date.UTC(2024, 5, 17, 6, 1, 43))
    expect(post?.keywords?.join(' ')).toMatch(/harbour/)
  }
})

test('messages: text over several lines, drafts left out, campaigns and spam marked, the owner found', async () => {
  const all = await fixture('messages.csv')
  expect(all.read).toBe(6)
  expect(all.skipped.map(({ where }) => where)).toEqual(['row 6', 'row 9'])
  const [first, answer, group, hidden, sponsored, spam] = only(all, 'interaction')
  expect(first).toMatchObject({
    at: Date.UTC(2024, 5, 18, 11, 59, 53),
    timeQuality: 'exact',
    channel: 'message',
    bulk: false,
    words: 10,
    thread: 'linkedin:2-aa',
    participants: [
      { identity: member('amara-nwosu-41b2'), role: 'from', name: 'Amara Nwosu' },
      { identity: member('lena-okafor'), role: 'to', name: 'Lena Okafor' },
    ],
  })
  expect(answer?.participants[0]?.identity).toEqual(member('lena-okafor'))
  // "Lena Okafor, Weiß, PMP" are two names in three parts: better none than wrong ones.
  expect(group?.participants.slice(1)).toEqual([
    { identity: member('lena-okafor'), role: 'to' },
    { identity: member('jürgen-weiß'), role: 'to' },
  ])
  expect(hidden).toMatchObject({ bulk: false })
  expect(hidden?.participants.map(({ role }) => role)).toEqual(['to', 'to'])
  expect(sponsored).toMatchObject({ bulk: true, words: 6, subject: 'Grow your team' })
  expect(spam).toMatchObject({ bulk: true })
  expect(only(all, 'owner')).toEqual([
    { type: 'owner', basis: 'seen', identity: member('lena-okafor'), count: 5 },
  ])
})

test('a message has the same key however the export writes its line breaks', async () => {
  const header = 'CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,CONTENT,FOLDER\n'
  const row = (text: string): string =>
    `2-a,A B,linkedin.com/in/a,C D,linkedin.com/in/c,2024-06-18 11:59:53 UTC,${text},INBOX\n`
  const keys = only(
    await read(header + row('"Hi\n\nall"') + row('Hi  all') + row('Hi you')),
    'interaction',
  ).map(({ key }) => key)
  expect(keys[0]).toBe(keys[1])
  expect(keys[0]).not.toBe(keys[2])
  expect(keys[0]).toMatch(/^linkedin-message:2-a\|2024-06-18 11:59:53 UTC\|linkedin:a\|/)
})

test('in one conversation alone nobody can tell who the owner is', async () => {
  const header = 'CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,CONTENT\n'
  const row = '2-a,A B,linkedin.com/in/a,C D,linkedin.com/in/c,2024-06-18 11:59:53 UTC,x\n'
  expect(only(await read(header + row + row), 'owner')).toEqual([])
})

test('messages of 2018: names, a direction, American times in the zone of the user', async () => {
  const all = await fixture('Messages-2018.csv')
  expect([all.read, all.skipped.length]).toEqual([3, 1])
  const [incoming, outgoing, both] = only(all, 'interaction')
  const amara = { identity: { kind: 'name', value: 'linkedin:amara nwosu' }, name: 'Amara Nwosu' }
  expect(incoming).toMatchObject({
    at: Date.UTC(2018, 9, 16, 6, 36),
    timeQuality: 'local',
    words: 6,
    participants: [
      { ...amara, role: 'from' },
      { identity: 'owner', role: 'to' },
    ],
  })
  expect(outgoing?.participants).toEqual([
    { identity: 'owner', role: 'from' },
    { ...amara, role: 'to' },
  ])
  expect(outgoing?.at).toBe(Date.UTC(2018, 9, 16, 10, 5))
  expect(both?.participants).toHaveLength(3)
  expect(both?.at).toBe(Date.UTC(2018, 9, 16, 22, 5))
})

test('a message without a readable date is kept without a time, never with an invented one', async () => {
  const header = 'CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,CONTENT\n'
  const row = '2-a,A B,linkedin.com/in/a,C D,linkedin.com/in/c,0000-00-18 11:59:53 UTC,x\n'
  expect(only(await read(header + row), 'interaction')[0]).toMatchObject({ at: null, timeQuality: 'none' })
})

test('invitations: both ways, with their message; the inviter of an outgoing one is the owner', async () => {
  const all = await fixture('Invitations.csv')
  expect([all.read, all.skipped.length]).toEqual([2, 2])
  expect(only(all, 'declaration')).toEqual([
    {
      type: 'declaration',
      kind: 'invitation',
      from: 'owner',
      to: member('grete-sandvik'),
      at: Date.UTC(2024, 5, 14, 3, 57),
    },
    {
      type: 'declaration',
      kind: 'invitation',
      from: member('tomasferreira'),
      to: 'owner',
      at: Date.UTC(2022, 0, 31, 22, 20),
    },
  ])
  expect(only(all, 'interaction')).toMatchObject([{ channel: 'message', words: 7 }])
  expect(only(all, 'owner')).toEqual([
    { type: 'owner', basis: 'own', identity: member('lena-okafor'), name: 'Lena Okafor', count: 3 },
  ])
})

test('endorsements and recommendations point the right way', async () => {
  const received = only(await fixture('Endorsement_Received_Info.csv'), 'endorsement')
  expect(received).toEqual([
    {
      type: 'endorsement',
      kind: 'skill',
      from: member('amara-nwosu-41b2'),
      to: 'owner',
      topic: 'Brand Strategy',
      at: Date.UTC(2024, 1, 24, 14, 3, 38),
    },
    {
      type: 'endorsement',
      kind: 'skill',
      from: { kind: 'name', value: 'linkedin:old friend' },
      to: 'owner',
      topic: 'Negotiation',
      at: Date.UTC(2022, 7, 11, 11, 0, 31),
    },
  ])
  expect(only(await fixture('Endorsement_Given_Info.csv'), 'endorsement')).toMatchObject([
    { from: 'owner', to: member('grete-sandvik') },
  ])
  expect(only(await fixture('Recommendations_Received.csv'), 'endorsement')).toMatchObject([
    { kind: 'recommendation', from: { kind: 'name', value: 'linkedin:amara nwosu' }, to: 'owner' },
  ])
  expect(only(await fixture('Recommendations_Given.csv'), 'endorsement')).toMatchObject([
    { kind: 'recommendation', from: 'owner', to: { kind: 'name', value: 'linkedin:tomas ferreira' } },
  ])
})

test('what the export says of the owner', async () => {
  const owner = async (name: string) => only(await fixture(name), 'owner')
  expect(await owner('Profile.csv')).toEqual([
    {
      type: 'owner',
      basis: 'own',
      name: 'Lena Okafor',
      headline: 'Brand strategy for makers, not for slides',
      industry: 'Marketing Services',
      count: 1,
    },
  ])
  expect(await owner('Positions.csv')).toMatchObject([{ headline: 'Founder at Okafor & Partner' }])
  expect(only(await fixture('Positions.csv'), 'position')).toEqual([
    {
      type: 'position',
      of: 'owner',
      organisation: 'Okafor & Partner',
      title: 'Founder',
      startedAt: Date.UTC(2018, 5, 1),
    },
    {
      type: 'position',
      of: 'owner',
      organisation: 'Brightwell',
      title: 'Consultant',
      startedAt: Date.UTC(2012, 4, 1),
      endedAt: Date.UTC(2018, 4, 1),
    },
  ])
  expect(await owner('Email Addresses.csv')).toMatchObject([
    { identity: { kind: 'mail', value: 'lena@okafor.example' } },
  ])
  expect(await owner('PhoneNumbers.csv')).toMatchObject([
    { identity: { kind: 'phone', value: '+494033445566' } },
    { identity: { kind: 'phone', value: '+494033445577' } },
  ])
})

test('tables that say nothing about ties are read, and give nothing', async () => {
  for (const [name, rows] of [
    ['Skills.csv', 2],
    ['Education.csv', 1],
  ] as const) {
    expect(await fixture(name)).toEqual({ read: rows, records: [], skipped: [] })
  }
})

test.each([
  ['Votes.csv', 'Date,Link,OptionText\n2024-01-01 10:00:00,https://www.linkedin.com/feed/update/1,Yes\n', 1],
  ['Hashtag_Follows.csv', 'Hashtag,Followed On\n#ai,Tue Jun 18 12:03:31 UTC 2024\n', 1],
  ['Publications.csv', 'Name,Published On,Description,Publisher,Url\nPaper,Jan 2020,,Press,\n', 1],
  ['LearningCoachMessages.csv', 'No conversations found', 0],
])('%s of a complete export is known, and gives nothing', async (name, text, rows) => {
  expect(linkedin.detect(memoryHead(name, text))).toBeGreaterThan(0.3)
  expect(await read(text, name)).toEqual({ read: rows, records: [], skipped: [] })
})

test('a table whose needed columns are gone is refused with their names; missing others do not matter', async () => {
  await expect(read('First,Connected On\nAda,04 Jul 2023\n', 'Connections.csv')).rejects.toThrow(
    /it lacks First Name and Last Name, or URL, or Email Address/,
  )
  await expect(read('Last Name,Company,Job Title,Text,Creation Date.1,Status\n')).rejects.toThrow(
    /lacks First Name/,
  )
  const all = await read('URL,Connected On\nlinkedin.com/in/ada,04 Jul 2023\n')
  expect(all).toMatchObject({ read: 1, skipped: [] })
})

test('a workbook under the name of a CSV file is refused in plain words', async () => {
  const workbook = Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0])
  const error: unknown = await read(workbook, 'Reactions.csv').catch((cause: unknown) => cause)
  expect(error).toBeInstanceOf(KithError)
  expect((error as KithError).message).toMatch(/^Reactions\.csv is an Excel workbook.*save it as "CSV UTF-8"/)
  expect(linkedin.detect(memoryHead('Reactions.csv', workbook))).toBeGreaterThan(0)
})

test('files of others are left to others', async () => {
  const other = [
    'Name\nAda\n',
    'a,b,c\n1,2,3\n',
    'First Name,Last Name,Phone\nA,B,1\n',
    'at,from,to\n',
    '',
    '{"a":1}',
  ]
  for (const content of other) expect(linkedin.detect(memoryHead('contacts.csv', content))).toBe(0)
  await expect(read('a,b,c\n1,2,3\n')).rejects.toThrow(KithError)
  await expect(read('')).rejects.toThrow(/is empty/)
})

test('the profile gives the accounts on X as identities of the owner', async () => {
  const { records } = await readAll(
    linkedin,
    memoryEntry(
      'Profile.csv',
      'First Name,Last Name,Headline,Industry,Twitter Handles\nLena,Okafor,Planner,Rail,"[LenaHafen, @tides]"\n',
    ),
    options,
  )
  expect(records.slice(1)).toEqual(
    ['x.com/lenahafen', 'x.com/tides'].map((value) => ({
      type: 'owner',
      basis: 'own',
      identity: { kind: 'profile', value },
      count: 1,
    })),
  )
})

test('a hidden member is nobody in the languages of most exports', () => {
  for (const name of [
    'LinkedIn Member',
    'LinkedIn-Mitglied',
    'Membre LinkedIn',
    'Miembro de LinkedIn',
    'Utente LinkedIn',
  ])
    expect(isNobody(name)).toBe(true)
  expect(isNobody('Linked Inmember')).toBe(false)
})

test.each([
  ['Jul 14, 2023', Date.UTC(2023, 6, 14)],
  ['07/14/2023', Date.UTC(2023, 6, 14)],
  ['14/07/23', Date.UTC(2023, 6, 14)],
  ['07/07/2023', Date.UTC(2023, 6, 7)],
  ['04/07/2023', undefined],
])('a day that a spreadsheet wrote anew: %s, read where it can be but one day', async (written, at) => {
  const all = await read(`First Name,Last Name,URL,Connected On\nAda,Low,linkedin.com/in/ada,"${written}"\n`)
  expect(only(all, 'declaration')[0]?.at).toBe(at)
})
