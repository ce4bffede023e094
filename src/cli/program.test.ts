import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { entries } from '#operations/index.ts'
import { runKith } from './testing/run-kith.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-cli-'))

/** Runs a command line on a database of its own; what it printed, and the exit code. */
const kith = (...words: string[]) =>
  runKith(words, { env: { KITH_DB: join(folder, 'kith.db') }, version: '1.2.3' })

const events = join(folder, 'events.csv')
writeFileSync(
  events,
  [
    'at,from,to,channel',
    '2024-01-01T10:00:00Z,ada@x.example,bob@y.example,mail',
    '2024-01-02T10:00:00Z,bob@y.example,ada@x.example,mail',
    '2024-01-03T10:00:00Z,cold@z.example,ada@x.example,mail',
  ].join('\n'),
)

test('the version alone', async () =>
  expect(await kith('--version')).toMatchObject({ out: '1.2.3\n', code: 0 }))

test('an unknown command is wrong usage, in a sentence', async () => {
  const { err, code } = await kith('frobnicate')
  expect(code).toBe(2)
  expect(err).toContain("unknown command 'frobnicate'")
})

test.each(entries.filter((o) => o.command !== null).map((o) => [o.command?.join(' ') ?? '', o] as const))(
  'kith %s --help says what it does',
  async (command, entry) => {
    const { out, code } = await kith(...command.split(' '), '--help')
    expect(code).toBe(0)
    expect(out.replace(/\s+/g, ' ')).toContain(entry.summary)
    if ((await entry.load()).examples.length > 0) expect(out).toContain(`kith ${command}`)
  },
)

test('every group of commands says what it is for', async () => {
  const groups = new Set(entries.flatMap((o) => o.command?.slice(0, -1) ?? []))
  for (const group of groups)
    expect((await kith(group, '--help')).out).toMatch(/^Usage: .*\n\n(?!Options|Commands)[A-Z]/)
})

test('score prints one JSON object a line for every ego and alter', async () => {
  const { out, code } = await kith('score', events, '--me', 'all', '--at', '2024-01-10', '--json')
  expect(code).toBe(0)
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { ego: string; interactions: { in: number; out: number } })
  expect(lines).toHaveLength(4)
  expect(Object.keys(lines[0] ?? {})).toEqual([
    'ego',
    'person',
    'closeness',
    'trust',
    'calibre',
    'worth',
    'interactions',
    'lastAt',
  ])
  const adaToBob = lines.find(
    (line) => line.ego === 'ada@x.example' && line.interactions.in === 1 && line.interactions.out === 1,
  )
  expect(adaToBob).toMatchObject({ person: { identities: [{ kind: 'mail', value: 'bob@y.example' }] } })
})

test('score sees nothing at or after its time', async () => {
  const { out } = await kith(
    'score',
    events,
    '--me',
    'ada@x.example',
    '--at',
    '2024-01-02T10:00:00Z',
    '--json',
  )
  expect(
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object),
  ).toMatchObject([{ ego: 'ada@x.example', calibre: null, interactions: { in: 0, out: 1, together: 0 } }])
})

test('import tells files and totals, and again adds nothing', async () => {
  const first = JSON.parse((await kith('import', events, '--me', 'ada@x.example', '--json')).out) as Record<
    string,
    never
  >
  expect(first).toMatchObject({
    files: [{ path: events, source: 'events', read: 3, skipped: 0, problems: [] }],
    totals: { interactions: 3, newInteractions: 3, skipped: 0 },
  })
  expect(Object.keys(first)).toEqual(['files', 'totals', 'seconds'])
  const again = JSON.parse((await kith('import', events, '--json')).out) as Record<string, never>
  expect(again).toMatchObject({ totals: { interactions: 3, newInteractions: 0, newPeople: 0 } })
})

test('people, person, goal and worth answer from what was imported', async () => {
  const people = JSON.parse((await kith('people', '--json', '--limit', '5')).out) as {
    name: string
    closeness: number
  }[]
  expect(people.map((person) => person.closeness)).toEqual(
    people.map((person) => person.closeness).toSorted((a, b) => b - a),
  )
  expect((await kith('person', 'bob@y.example')).out).toContain('You wrote once and they answered once')
  expect((await kith('goal', 'add', 'referrals', '2', '--per', 'year', '--confidence', '60')).code).toBe(0)
  const worth = JSON.parse((await kith('worth', '--json')).out) as {
    goals: { goal: { target: number }; assumed: boolean; have: number }[]
  }
  expect(worth.goals).toMatchObject([{ goal: { target: 2 }, assumed: false, have: 1 }])
})

test.each([
  ['goal', 'add', 'referrals', 'many'],
  ['goal', 'add', 'fame', '3'],
  ['goal', 'remove', '77'],
  ['people', '--limit', '0'],
  ['skipped', '9999'],
  ['people', '--sort', 'fame'],
  ['person', 'nobody-of-this-name'],
  ['import'],
  ['import', join(folder, 'not-there.mbox')],
  ['score', events, '--me', 'stranger@q.example'],
  ['score', events, '--me', 'all', '--at', 'yesterday-ish'],
])('wrong usage ends with 2 and one sentence: kith %s %s %s %s', async (...words) => {
  const { err, code } = await kith(...words.filter((word) => word !== undefined))
  expect(code).toBe(2)
  expect(err).not.toMatch(/\n\s+at /)
  expect(err.trim()).not.toBe('')
})

test('nothing readable ends with 3', async () => {
  const picture = join(folder, 'picture.bin')
  writeFileSync(picture, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]))
  expect((await kith('import', picture)).code).toBe(3)
  expect((await kith('score', picture, '--me', 'all')).code).toBe(3)
})

test('skipped records fail only when strict', async () => {
  const mixed = join(folder, 'mixed.csv')
  writeFileSync(
    mixed,
    'at,from,to,channel\nnot-a-time,ada@x.example,bob@y.example,mail\n2024-02-01T00:00:00Z,,,mail\n',
  )
  expect((await kith('import', mixed)).code).toBe(0)
  expect((await kith('import', mixed, '--strict')).code).toBe(1)
})

test('a folder that is not there is told, not made', async () => {
  const nowhere = join(folder, 'mistyped', 'deep')
  const { err, code } = await kith('people', '--db', join(nowhere, 'kith.db'))
  expect(code).toBe(4)
  expect(err).toBe(
    `kith: There is no folder ${nowhere} for the database. Make it first, or choose another place with --db.\n`,
  )
  expect(existsSync(join(folder, 'mistyped'))).toBe(false)
  expect((await kith('people', '--db', join(folder, 'new.db'))).code).toBe(0)
})

test('a bug ends with 70, apart from every failure that has its own code', async () => {
  const broken = {
    name: 'broken',
    summary: 'Fails.',
    options: [],
    run: () => Promise.reject(new TypeError('x is not a function')),
  }
  const { err, code } = await runKith(['broken'], {}, [broken])
  expect(code).toBe(70)
  expect(err).toMatch(/^kith: something went wrong that should not: x is not a function\. /)
})

test('a file that is no database is trouble with the database', async () => {
  const { err, code } = await kith('people', '--db', events)
  expect(code).toBe(4)
  expect(err).toMatch(/^kith: /)
})

test('a backup brings everything back, and replaces nothing unasked', async () => {
  const backup = join(folder, 'kith.backup')
  await kith('goal', 'add', 'hires', '2')
  const before = await kith('goal', 'list', '--json')
  const made = await kith('backup', backup)
  expect([made.code, made.out]).toEqual([0, expect.stringContaining('The backup is whole')])
  await kith('goal', 'add', 'sales', '9')
  const refused = await kith('restore', backup)
  expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('add --replace')])
  expect((await kith('restore', backup, '--replace')).code).toBe(0)
  expect((await kith('goal', 'list', '--json')).out).toBe(before.out)
  expect((await kith('backup', join(folder, 'nowhere', 'x'))).code).toBe(4)
  expect((await kith('restore', join(folder, 'nothing'))).code).toBe(2)
})
