import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ReadOptions } from '../importer.ts'
import { memoryEntry, memoryHead, readAll, type Everything } from '../text/entries.ts'
import { contactsCsv } from './contacts-csv.ts'

const options: ReadOptions = { region: 'DE', timeZone: 'UTC', until: Date.UTC(2025, 0) }
const bytes = (name: string): Uint8Array => readFileSync(new URL(`fixtures/${name}`, import.meta.url))
const read = (content: string | Uint8Array): Promise<Everything> =>
  readAll(contactsCsv, memoryEntry('x.csv', content, 90), options)
const people = (all: Everything) => all.records.filter((record) => record.type === 'person')
const mail = (value: string) => ({ kind: 'mail', value })
const phone = (value: string) => ({ kind: 'phone', value })

test('Google since 2024: several values in a cell, copies, fax numbers, cells of several lines', async () => {
  const all = await read(bytes('google.csv'))
  expect(all.records.slice(0, 2)).toEqual([
    {
      type: 'person',
      identities: [
        mail('ines@faro.example'),
        mail('i.quiroga@casa.example'),
        { kind: 'linkedin', value: 'ines-quiroga' },
        phone('+34612345678'),
        phone('+34611222333'),
      ],
      name: 'Inés María Quiroga',
      organisation: 'Faro, Luz y Cía',
      title: 'Directora de datos',
      place: 'Madrid, Spain',
    },
    { type: 'declaration', kind: 'address-book', from: 'owner', to: mail('ines@faro.example') },
  ])
  expect(people(all).slice(1)).toEqual([
    { type: 'person', identities: [mail('oduya@nets.example')] },
    { type: 'person', identities: [{ kind: 'name', value: 'contacts-csv:otis' }], name: 'Otis' },
  ])
  expect(all.read).toBe(3)
  expect(all.skipped).toEqual([
    { where: 'row 3', reason: 'an organisation, not a person' },
    { where: 'row 6', reason: 'it holds no name, mail address, telephone number or profile' },
  ])
})

test('Google until 2024, in UTF-16: the first of several organisations, the page on X', async () => {
  expect(people(await read(bytes('google-2019.csv')))).toEqual([
    {
      type: 'person',
      identities: [
        mail('orjan@fjord.example'),
        { kind: 'profile', value: 'x.com/orjan_aase' },
        phone('+4740612345'),
      ],
      name: 'Ørjan Åse, PhD',
      organisation: 'Fjord AS',
      title: 'Skipper',
      place: 'Bergen, NO',
    },
    { type: 'person', identities: [mail('misaki@hashi.example')], name: '小林 美咲' },
  ])
})

test('Outlook in German and in a code page: Exchange names, the lines of the firm and fax numbers are nobody', async () => {
  const all = await read(bytes('outlook-de.csv'))
  expect(people(all)).toEqual([
    {
      type: 'person',
      identities: [mail('kaethe@suedsoehne.example'), phone('+49641990000'), phone('+4915123456789')],
      name: 'Käthe Größmann',
      organisation: 'Süd & Söhne "Bau" GmbH',
      title: 'Prokuristin',
      place: 'Gießen, Deutschland',
    },
    { type: 'person', identities: [mail('tomke@watt.example')], name: 'Tomke Janßen' },
  ])
  expect(all.skipped).toEqual([{ where: 'row 4', reason: 'an organisation, not a person' }])
})

test('Outlook in English, and Outlook.com', async () => {
  const desktop = await read(bytes('outlook.csv'))
  expect(people(desktop)).toEqual([
    {
      type: 'person',
      identities: [
        mail('kwame@volta.example'),
        { kind: 'profile', value: 'github.com/kwameb' },
        phone('+233241234567'),
      ],
      name: 'Kwame A. Boateng',
      organisation: 'Volta Grid',
      title: 'CTO',
      place: 'Accra, Ghana',
    },
  ])
  expect(desktop.skipped.map(({ where }) => where)).toEqual(['row 3'])
  expect(people(await read(bytes('outlook-com.csv'))).map(({ identities }) => identities)).toEqual([
    [mail('signe@dahl.example'), phone('+4532123456')],
    [{ kind: 'name', value: 'contacts-csv:bo' }],
  ])
})

test.each([
  [
    'French',
    'Titre,Prénom,Nom,Société,Profession,Ville (bureau),Tél. mobile,Adresse de messagerie,Adresse de messagerie 2',
  ],
  [
    'Spanish',
    'Título,Nombre,Apellidos,Organización,Puesto,Ciudad del trabajo,Teléfono móvil,Dirección de correo electrónico,Dirección de correo electrónico 2',
  ],
  [
    'Italian',
    'Titolo,Nome,Cognome,Società,Posizione,Città (uff.),Cellulare,Indirizzo posta elettronica,Indirizzo posta elettronica 2',
  ],
  [
    'Portuguese',
    'Título,Nome,Sobrenome,Empresa,Cargo,Cidade do endereço comercial,Telefone celular,Endereço de email,Endereço de email 2',
  ],
  [
    'Dutch',
    'Titel,Voornaam,Achternaam,Bedrijf,Functie,Werkadres, plaats,Mobiele telefoon,E-mailadres,E-mailadres 2',
  ],
])('Outlook in %s', async (_, columns) => {
  const header = columns.replace('Werkadres, plaats', '"Werkadres, plaats"')
  const text = `${header}\nDr.,Aude,Marchand,Port SA,Directrice,Nantes,+33612345678,aude@port.example,a@maison.example\n`
  expect(contactsCsv.detect(memoryHead('c.csv', text))).toBe(0.9)
  expect(people(await read(text))).toEqual([
    {
      type: 'person',
      identities: [mail('aude@port.example'), mail('a@maison.example'), phone('+33612345678')],
      name: 'Aude Marchand',
      organisation: 'Port SA',
      title: 'Directrice',
      place: 'Nantes',
    },
  ])
})

test('what Google calls Outlook CSV: Title is how to address somebody, not what they do', async () => {
  const text =
    'First Name,Middle Name,Last Name,Title,Suffix,Initials,Web Page,Gender,E-mail Address,E-mail 2 Address,Company,Job Title,Categories\n' +
    'Ada,,Okoro,Dr.,,AO,,,ada@okoro.example,,Okoro Labs,Chemist,myContacts;starred\n'
  expect(contactsCsv.detect(memoryHead('contacts.csv', text))).toBe(0.9)
  expect(people(await read(text))[0]).toMatchObject({
    name: 'Ada Okoro',
    title: 'Chemist',
    organisation: 'Okoro Labs',
  })
})

test('national numbers are left out when no country is known', async () => {
  const text = 'First Name,E-mail Address,Mobile Phone\nAda,ada@low.example,0151 23456789\n'
  const all = await readAll(contactsCsv, memoryEntry('x.csv', text), { ...options, region: null })
  expect(people(all)[0]?.identities).toEqual([mail('ada@low.example')])
})

test('only contacts are taken for contacts', async () => {
  const sure = (text: string): number => contactsCsv.detect(memoryHead('contacts.csv', text))
  expect(sure('Name,E-mail 1 - Type,E-mail 1 - Value\n')).toBe(0.9)
  for (const other of [
    '',
    'name,price\n',
    'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n',
    'E-mail 1 - Value\n',
    'Account address,Show boosts\n',
    'BEGIN:VCARD\n',
  ]) {
    expect([other, sure(other)]).toEqual([other, 0])
  }
  await expect(read('product,price\npen,2\n')).rejects.toThrow(/x\.csv is no contacts CSV/)
  await expect(read('')).rejects.toThrow(/x\.csv is no contacts CSV/)
})

test.each([
  [
    'Google in German',
    'Vorname,Nachname,Name der Organisation,E-Mail 1 – Label,E-Mail 1 – Wert',
    'Ada,Low,Nets,* ,ada@low.example',
  ],
  [
    'Google in French',
    "Prénom,Nom de famille,Nom de l'organisation,E-mail 1 - Libellé,E-mail 1 - Valeur",
    'Ada,Low,Nets,,ada@low.example',
  ],
  [
    'Thunderbird',
    'First Name,Last Name,Organization,Primary Email,Secondary Email',
    'Ada,Low,Nets,ada@low.example,',
  ],
  [
    'Thunderbird in German',
    'Vorname,Nachname,Organisation,Primäre E-Mail-Adresse,Webseite 1',
    'Ada,Low,Nets,ada@low.example,',
  ],
  ['Yahoo', 'First,Last,Company,Email,Messenger ID,Yahoo! Phone', 'Ada,Low,Nets,ada@low.example,,'],
  ['Outlook in Polish', 'Imię,Nazwisko,Firma,Adres e-mail,Telefon służbowy', 'Ada,Low,Nets,ada@low.example,'],
  ['a table that somebody made', 'Name,Email,Company', 'Ada Low,ada@low.example,Nets'],
])('contacts of %s', async (_, header, row) => {
  const text = `${header}\n${row}\n`
  // At 0.3 and below kith takes a file for nobody's.
  expect(contactsCsv.detect(memoryHead('x.csv', text))).toBeGreaterThan(0.3)
  expect(people(await read(text))).toEqual([
    { type: 'person', identities: [mail('ada@low.example')], name: 'Ada Low', organisation: 'Nets' },
  ])
})

test('a row with a company alone is none of a person, also where it stands in place of the name', async () => {
  const all = await read(
    'First Name,Last Name,File As,Organization Name,E-mail 1 - Label,E-mail 1 - Value\n' +
      ',,Hafen AG,Hafen AG,,info@hafen.example\nAda,Low,,Ada Low,,ada@low.example\n',
  )
  expect(all.skipped).toEqual([{ where: 'row 2', reason: 'an organisation, not a person' }])
  expect(people(all).map(({ name }) => name)).toEqual(['Ada Low'])
})

test('a title beside a job title is Mr or Dr', async () => {
  const text = 'Title,First Name,Job Title,E-mail Address,E-mail Type\nDr.,Ada,CTO,ada@low.example,SMTP\n'
  expect(people(await read(text))[0]?.title).toBe('CTO')
})

test.each([
  [
    'outlook-japanese.csv',
    {
      identities: [mail('taro@minato.example'), phone('+81312345678')],
      name: '山田 太郎',
      organisation: '港株式会社',
      title: '部長',
      place: '東京',
    },
  ],
  [
    'outlook-polish.csv',
    {
      identities: [mail('lucja@zagiel.example'), phone('+48221234567')],
      name: 'Łucja Wójcik',
      organisation: 'Żagiel',
      title: 'Główna księgowa',
    },
  ],
])('%s is in the code page of its Windows', async (name, person) => {
  expect(contactsCsv.detect(memoryHead(name, bytes(name)))).toBeGreaterThan(0.3)
  expect(people(await read(bytes(name)))).toEqual([{ type: 'person', ...person }])
})
