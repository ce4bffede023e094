import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { entries } from '#operations/index.ts'
import { runKith } from './testing/run-kith.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-examples-'))
const file = (name: string): string => join(folder, name)

/** Everybody whom examples name, with enough past to be asked about. */
const cards = {
  'Ada Lovelace': 'ada@engine.example',
  'Grace Hopper': 'grace@navy.example',
  'Ann Lee': 'ann@lee.example',
  'Jane Doe': 'j.doe@acme.example',
  'Jane D.': 'jane.doe@gmail.com',
}
writeFileSync(
  file('contacts.vcf'),
  Object.entries(cards)
    .map(
      ([name, mail]) =>
        `BEGIN:VCARD\r\nVERSION:4.0\r\nFN:${name}\r\nEMAIL:${mail}\r\nORG:Acme\r\nTITLE:Director of Software\r\nEND:VCARD\r\n`,
    )
    .join(''),
)
writeFileSync(
  file('events.csv'),
  `at,from,to,channel\n${Object.values(cards)
    .flatMap((mail, i) =>
      [1, 2, 3].flatMap((month) => [
        `2001-0${month}-0${i + 1}T10:00:00Z,jane@acme.example,${mail},mail`,
        `2001-0${month}-0${i + 2}T10:00:00Z,${mail},jane@acme.example,mail`,
      ]),
    )
    .join('\n')}\n`,
)

/** Splits a line as a shell does, as far as examples go. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')

const db = file('kith.db')
const kith = (location: string, ...words: string[]) =>
  runKith([...words, '--db', location], { env: { HOME: folder, KITH_PASSWORD: 'x' } })

beforeAll(async () => {
  for (const name of ['contacts.vcf', 'events.csv'])
    await kith(db, 'import', file(name), '--me', 'jane@acme.example')
  await kith(db, 'backup', file('yesterday.backup'))
})

const examples = await Promise.all(
  entries
    // Connecting an account asks its server, which no test does.
    .filter(({ command }) => command !== null && command.join(' ') !== 'connect')
    .map(async ({ command }) => {
      const { out } = await runKith([...(command ?? []), '--help'])
      return [...out.matchAll(/^ {2}kith (.*)$/gm)].map(([, line]) => line ?? '')
    }),
)

/** Files that examples name and the folder has, or is to have. */
const files = new Set(['contacts.vcf', 'events.csv', 'yesterday.backup', 'kith.backup'])

/** What the small network lacks, in the sentences that say so. */
const lacking =
  /^kith: (?:There is (?:no|nothing)|Nobody has the|Nobody you know has|No account is|No address book is|kith does not know through which mail server|This deletes .* Confirm it|.* holds real data; give the sample|Say which of the identities)/

test.each([...new Set(examples.flat())])('kith %s', async (line) => {
  const own = join(mkdtempSync(join(folder, 'own-')), 'kith.db')
  copyFileSync(db, own)
  const words = wordsOf(line).map((word) => (files.has(word) ? file(word) : word))
  const { out, err, code } = await kith(own, ...words)
  if (code === 0) expect(err).not.toMatch(/^(?:kith|error):/)
  else expect(err).toMatch(lacking)
  expect(out).not.toMatch(/\b(?:undefined|NaN)\b|\[object/)
})

test('there are examples to run', () => expect(examples.flat().length).toBeGreaterThan(150))
