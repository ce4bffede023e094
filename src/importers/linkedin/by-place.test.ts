import { expect, test } from 'vitest'
import { memoryHead } from '../text/entries.ts'
import { linkedin } from './linkedin.ts'
import { member, only, read } from './testing/reading.ts'

const told = 'its column names are in a language that kith does not know: it went by their places'
const swedish = 'Förnamn,Efternamn,Länk,E-postadress,Företag,Befattning,Ansluten den'
const ada = 'Ada,Low,https://www.linkedin.com/in/ada-low,ada@low.example,Kajen AB,Chef,04 Jul 2023'

test('connections in a language that is not known: by their places, and it is said', async () => {
  const text = `Anteckningar:\n"Några adresser saknas."\n\n${swedish}\n,,,,,,28 Dec 2021\n${ada}\n`
  expect(linkedin.detect(memoryHead('Kontakter.csv', text))).toBeGreaterThan(0.5)
  const all = await read(text, 'Kontakter.csv')
  expect(only(all, 'person')).toEqual([
    {
      type: 'person',
      identities: [member('ada-low'), { kind: 'mail', value: 'ada@low.example' }],
      name: 'Ada Low',
      organisation: 'Kajen AB',
      title: 'Chef',
    },
  ])
  expect(only(all, 'declaration')[0]?.at).toBe(Date.UTC(2023, 6, 4))
  expect([all.read, all.skipped]).toEqual([
    1,
    [
      { where: 'row 4', reason: told },
      { where: 'row 5', reason: 'a hidden member: LinkedIn gives only the date' },
    ],
  ])
})

test('a few known words among others lose no column', async () => {
  const header = swedish.replace('Länk', 'URL')
  const all = await read(`${header}\n${ada}\n`, 'Connections.csv')
  expect(only(all, 'person')[0]).toMatchObject({ name: 'Ada Low', title: 'Chef' })
  expect(all.skipped).toEqual([{ where: 'row 1', reason: told }])
})

test('messages and invitations by their places', async () => {
  const messages =
    'A,B,C,D,E,F,G,H,I,J\n' +
    '2-a,,Ada Low,linkedin.com/in/ada,Bo Ek,linkedin.com/in/bo,2024-06-18 11:59:53 UTC,,Hej Bo,INBOX\n'
  expect(only(await read(messages), 'interaction')).toMatchObject([
    { at: Date.UTC(2024, 5, 18, 11, 59, 53), words: 2, thread: 'linkedin:2-a' },
  ])
  const invitations =
    'A,B,C,D,E,F,G\nAda Low,Bo Ek,"6/14/24, 5:57 AM",,INCOMING,linkedin.com/in/ada,linkedin.com/in/bo\n'
  expect(only(await read(invitations), 'declaration')).toMatchObject([
    { kind: 'invitation', from: member('ada'), to: 'owner' },
  ])
})

test('an export with added columns, and a table of others, are not told by places', async () => {
  const added = `First Name,Last Name,URL,Email Address,Company,Position,Connected On,Stars\n${ada},5\n`
  expect((await read(added)).skipped).toEqual([])
  for (const other of [
    `${swedish}\nAda,Low,https://kajen.example/ada,,Kajen AB,Chef,04 Jul 2023\n`,
    `${ada}\n${ada}\n`,
    `${swedish}\n`,
  ])
    expect(linkedin.detect(memoryHead('people.csv', other))).toBe(0)
})
