import { expect, test } from 'vitest'
import { fixturesOf } from '#testing/importing/fixtures.ts'
import { member, only, read, reader } from './testing/reading.ts'

const fixture = reader(fixturesOf('linkedin'))

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
