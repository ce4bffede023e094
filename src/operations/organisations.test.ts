import { utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import '#testing/postgres-setup.ts'
import { postgresAt, sqliteInMemory } from '#store/contract/support/harness.ts'
import type { StoreKind } from '#store/contract/support/harness.ts'
import { listMoves, listPositions } from './moves.ts'
import { getOrganisation, listOrganisations } from './organisations.ts'
import { runOperation } from './run.ts'
import { NOW, type Workspace, folderWith, inWorkspace } from './testing/workspace.ts'

const postgresUrl = inject('postgresUrl') ?? null
const DAY = 86_400_000

const connections = (
  ...rows: readonly (readonly [name: string, company: string, position: string])[]
): string =>
  [
    'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
    ...rows.map(
      ([name, company, position]) =>
        `${name},Doe,https://www.linkedin.com/in/${name.toLowerCase()},,"${company}","${position}",04 Jul 2023`,
    ),
    '',
  ].join('\n')

/** Three exports, a quarter apart: Ann moves, Bob is promoted, Cy stays, Di's employer is only spelled otherwise. */
const exports = {
  'january/Connections.csv': connections(
    ['Ann', 'Acme GmbH', 'CFO'],
    ['Bob', 'Acme', 'Manager'],
    ['Cy', 'International Business Machines Corp.', 'Engineer'],
    ['Di', 'IBM', 'Partner'],
  ),
  'april/Connections.csv': connections(
    ['Ann', 'Beta Ltd.', 'CEO'],
    ['Bob', 'ACME, Inc.', 'Manager'],
    ['Cy', 'IBM', 'Engineer'],
    ['Di', 'I.B.M.', 'partner'],
  ),
  'july/Connections.csv': connections(
    ['Ann', 'Beta', 'CEO'],
    ['Bob', 'Acme', 'Director'],
    ['Cy', 'IBM', 'Engineer'],
    ['Di', 'IBM Deutschland GmbH', 'Partner'],
  ),
}
const writtenAt = { january: NOW - 300 * DAY, april: NOW - 200 * DAY, july: NOW - 100 * DAY }
type Month = keyof typeof writtenAt

function exportsOnDisk(): { readonly file: (month: Month) => string; readonly drop: () => void } {
  const folder = folderWith(exports)
  const file = (month: Month): string => join(folder.path, month, 'Connections.csv')
  for (const month of Object.keys(writtenAt) as Month[]) {
    const seconds = writtenAt[month] / 1000
    utimesSync(file(month), seconds, seconds)
  }
  return { file, drop: folder.drop }
}

const plain = (text: string): string => text.toLowerCase().replace(/ gmbh|, inc\.| ltd\./g, '')

const movesIn = async ({ context }: Workspace, days = 3_650) =>
  (await runOperation(listMoves, context, { days })).moves
    .map(({ person, text, noticedAt }) => `${person.name}: ${text}, ${noticedAt.slice(0, 10)}`)
    .sort()

function moves(kind: StoreKind): void {
  const inMonths = async (
    order: readonly Month[],
    body: (workspace: Workspace) => Promise<void>,
  ): Promise<void> => {
    const { file, drop } = exportsOnDisk()
    try {
      await inWorkspace(async (workspace) => {
        for (const month of order) await workspace.importAll([file(month)], ['me@self.example'])
        await body(workspace)
      }, kind)
    } finally {
      drop()
    }
  }
  const day = (at: number): string => new Date(at).toISOString().slice(0, 10)
  const expected = [
    `Ann Doe: from CFO, Acme to CEO, Beta, ${day(writtenAt.april)}`,
    `Bob Doe: new title Director at Acme (before: Manager), ${day(writtenAt.july)}`,
  ]

  test.each([
    [['january', 'april', 'july']],
    [['july', 'january', 'april']],
    [['april', 'april', 'july', 'january', 'april', 'january']],
  ] as const)('exports in the order %s tell each move once, other spellings none', (order) =>
    inMonths(order, async (workspace) => {
      // Which spelling stands for the organisation depends on how many use it.
      expect((await movesIn(workspace)).map(plain)).toEqual(expected.map(plain))
    }),
  )

  test('who is where, in which spelling they are asked for', () =>
    inMonths(['january', 'july'], async ({ context }) => {
      const { organisations } = await runOperation(listOrganisations, context, { sort: 'name' })
      expect(organisations.map(({ people, former }) => [people, former])).toEqual([
        [1, 1],
        [1, 0],
        [2, 0],
      ])
      for (const which of ['ibm', 'International Business Machines', 'IBM Corp.', 'I.B.M.']) {
        const { contacts } = await runOperation(getOrganisation, context, { which })
        expect(contacts.map(({ contact }) => contact.name).sort()).toEqual(['Cy Doe', 'Di Doe'])
      }
      const acme = await runOperation(getOrganisation, context, { which: 'acme' })
      expect(acme.contacts.map(({ contact, position }) => [contact.name, position.current])).toEqual([
        ['Bob Doe', true],
        ['Ann Doe', false],
      ])
      const ann = await runOperation(listPositions, context, { who: 'Ann Doe' })
      expect(ann.positions.map(({ title, current }) => [title, current])).toEqual([
        ['CEO', true],
        ['CFO', false],
      ])
      expect(ann.moves).toHaveLength(1)
      await expect(runOperation(getOrganisation, context, { which: 'Zenith' })).rejects.toThrow(
        'You know nobody at',
      )
    }))
}

describe('SQLite', () => {
  moves(sqliteInMemory)
})
describe.skipIf(postgresUrl === null)('PostgreSQL (skipped where there is none)', () => {
  moves(postgresAt(postgresUrl ?? ''))
})

test('the profile shows the newest position, not the longest words', async () => {
  const { file, drop } = exportsOnDisk()
  try {
    await inWorkspace(async ({ importAll, contacts }) => {
      writeFileSync(file('july'), connections(['Ann', 'B', 'CTO']))
      utimesSync(file('july'), writtenAt.july / 1000, writtenAt.july / 1000)
      await importAll([file('january')], ['me@self.example'])
      await importAll([file('july')])
      const ann = [...(await contacts()).values()].find(({ name }) => name === 'Ann Doe')
      expect(ann).toMatchObject({ organisation: 'B', title: 'CTO' })
    })
  } finally {
    drop()
  }
})

const mail = (from: string, day: string): string =>
  `From x ${day}\nFrom: ${from}\nTo: me@self.example\nDate: ${day}\nMessage-ID: <${day.replace(/\W/g, '')}${from}>\nSubject: Hello\n\nHello.\n\n`

test('addresses tell where people work; free-mail providers and machines tell nothing', async () => {
  const folder = folderWith({
    'in.mbox':
      mail('Jane Roe <jane@mail.acme.co.uk>', 'Mon, 02 Mar 2026 10:00:00 +0000') +
      mail('Joe Low <joe@gmail.com>', 'Tue, 03 Mar 2026 10:00:00 +0000') +
      mail('noreply@beta.example.com', 'Wed, 04 Mar 2026 10:00:00 +0000'),
  })
  try {
    await inWorkspace(async ({ context, importAll }) => {
      await importAll([folder.path], ['me@self.example'])
      const { organisations } = await runOperation(listOrganisations, context, {})
      expect(organisations).toMatchObject([{ name: 'acme.co.uk', domains: ['acme.co.uk'], people: 1 }])
      const { positions } = await runOperation(listPositions, context, { who: 'Jane Roe' })
      expect(positions).toMatchObject([
        { organisation: 'acme.co.uk', title: null, current: true, firstAt: '2026-03-02T10:00:00.000Z' },
      ])
    })
  } finally {
    folder.drop()
  }
})

test('an empty database has no organisations and no moves', () =>
  inWorkspace(async ({ context }) => {
    expect(await runOperation(listOrganisations, context, {})).toEqual({ total: 0, organisations: [] })
    expect(await runOperation(listMoves, context, {})).toEqual({ total: 0, moves: [] })
  }))
