import { expect, test } from 'vitest'
import { findPerson } from './find-person.ts'
import { folderWith, inWorkspace } from './testing/workspace.ts'

const inPhoneBook = (work: (find: (word: string) => Promise<number>) => Promise<void>): Promise<void> =>
  inWorkspace(async ({ context, importAll }) => {
    const rows = [
      'at,from,to,channel',
      '2026-01-01T00:00:00Z,me@x.example,+49 30 901820,call',
      '2026-01-02T00:00:00Z,me@x.example,+49 30 901821,call',
    ]
    const folder = folderWith({ 'calls.csv': rows.join('\n') })
    await importAll([folder.path], ['me@x.example'])
    folder.drop()
    await work((word) => findPerson(context, word))
  })

test('a short number is a person’s own, and never a piece of a telephone number', () =>
  inPhoneBook(async (find) => {
    const known = await find('+49 30 901820')
    expect(await find(String(known))).toBe(known)
    await expect(find('9018')).rejects.toThrow('Nobody has the number 9018')
  }))

test('an address in full is its owner’s, also where it is a part of others', () =>
  inWorkspace(async ({ context, importAll }) => {
    const people = ['joann@x.example', 'ann@x.example', 'ann@x.example.org']
    const rows = people.map((address, i) => `2026-01-0${i + 1}T00:00:00Z,me@x.example,${address},mail`)
    const folder = folderWith({ 'mail.csv': ['at,from,to,channel', ...rows].join('\n') })
    await importAll([folder.path], ['me@x.example'])
    folder.drop()
    for (const address of people) {
      const found = await context.store.identitiesOf(await findPerson(context, address))
      expect(found.map(({ value }) => value)).toEqual([address])
    }
    await expect(findPerson(context, 'ann@x')).rejects.toThrow('fits several people')
  }))

test('a long number is looked for among telephone numbers', () =>
  inPhoneBook(async (find) => {
    expect(await find('30901821')).toBe(await find('+49 30 901821'))
  }))
