import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { trendFilters } from '#store/store.ts'
import { MODEL_SETTING } from '../closeness-model.ts'
import { discoverPeople } from '../discover-people.ts'
import { setField } from '../field.ts'
import { getPerson } from '../get-person.ts'
import { getStructure } from '../get-structure.ts'
import { getWorth } from '../get-worth.ts'
import { listInteractions } from '../list-interactions.ts'
import { listPeople } from '../list-people.ts'
import { listTopics } from '../list-topics.ts'
import { listPromises } from '../plan/list-promises.ts'
import { scoreFiles } from '../score-files.ts'
import { listTrends } from '../trends.ts'
import { runOperation } from '../run.ts'
import { folderWith, inWorkspace } from '../testing/workspace.ts'
import type { Context } from '../operation.ts'

const START = Date.UTC(2024, 0, 1)
const HOUR_MS = 3_600_000
/** The time that is looked at: two thirds of the events come before it. */
const AT = START + 400 * 24 * HOUR_MS
const people = ['ada', 'bob', 'cyd', 'dee', 'eve', 'fay'] as const

type Row = {
  /** Hours since the beginning; null: the source does not say. */
  readonly at: number | null
  readonly from: string
  readonly to: readonly string[]
  readonly channel: string
  readonly kind: string
  readonly subject: string
}

const who = fc.constantFrom(...people)
const between = fc
  .tuple(who, fc.uniqueArray(who, { minLength: 1, maxLength: 3 }))
  .map(([from, to]) => ({ from, to: to.filter((one) => one !== from) }))
  .filter(({ to }) => to.length > 0)
// Times that differ: which of two things at one time came first is not told.
const hour = fc.integer({ min: 0, max: 600 * 24 })
const contact = fc
  .record({
    ends: between,
    at: hour,
    channel: fc.constantFrom('mail', 'mail', 'message', 'meeting', 'call'),
    subject: fc.constantFrom('', 'Pricing of steel', 'Chess'),
  })
  .map(({ ends, ...rest }): Row => ({ ...ends, ...rest, kind: '' }))
const stated = fc
  .record({
    ends: between,
    at: fc.option(hour),
    kind: fc.constantFrom('connection', 'follow', 'like', 'skill', 'recommendation'),
  })
  .map(({ ends: { from, to }, at, kind }): Row => ({
    from,
    to: [to[0]!],
    at,
    kind,
    channel: '',
    subject: '',
  }))
const log = fc
  .tuple(
    fc.uniqueArray(contact, { minLength: 1, maxLength: 40, selector: ({ at }) => at }),
    fc.array(stated, { maxLength: 8 }),
  )
  .map(([contacts, ties]) => [...contacts, ...ties])

const address = (person: string): string => `${person}@x.example`

const csv = (rows: readonly Row[]): string =>
  [
    'at,from,to,channel,kind,subject',
    ...rows.map(({ at, from, to, channel, kind, subject }) =>
      [
        at === null ? '' : new Date(START + at * HOUR_MS).toISOString(),
        address(from),
        to.map(address).join(';'),
        channel,
        kind,
        subject,
      ].join(','),
    ),
  ].join('\n')

/** Scores by whose network and whom they are of. */
async function scored(context: Context, rows: readonly Row[], me: string, at: number) {
  const folder = folderWith({ 'events.csv': csv(rows) })
  try {
    const { lines } = await runOperation(scoreFiles, context, {
      paths: [folder.path],
      me: [me],
      at: new Date(at).toISOString(),
      field: 'Steel',
    })
    return new Map(
      lines.map(({ ego, person, ...scores }): [string, typeof scores] => [
        `${ego} ${person.identities[0]?.value}`,
        scores,
      ]),
    )
  } finally {
    folder.drop()
  }
}

/** The same but for what sums of numbers in another order may differ by. */
const near = (of: Awaited<ReturnType<typeof scored>>): unknown =>
  new Map(
    [...of]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([pair, { calibre, worth, closeness, trust, ...rest }]) => [
        pair,
        {
          ...rest,
          calibre: calibre === null ? null : expect.closeTo(calibre, 10),
          worth: expect.closeTo(worth, 10),
          closeness: expect.closeTo(closeness, 10),
          trust: expect.closeTo(trust, 10),
        },
      ]),
  )

const plainly = (of: Awaited<ReturnType<typeof scored>>): unknown =>
  new Map([...of].toSorted(([a], [b]) => (a < b ? -1 : 1)))

describe.each([
  ['one’s own network', address('ada')],
  ['everybody’s network', 'all'],
])('%s', (_, me) => {
  // The address is of the one whose network it is; with nothing of theirs in the files there is none.
  const knowsMe = (rows: readonly Row[]): boolean =>
    rows.some(
      ({ from, to, at, kind }) =>
        kind === '' && at !== null && START + at * HOUR_MS < AT && [from, ...to].includes('ada'),
    )

  test('nothing that came at or after the time is seen', () =>
    inWorkspace(({ context }) =>
      fc.assert(
        fc.asyncProperty(log, async (rows) => {
          fc.pre(knowsMe(rows))
          const before = rows.filter(({ at }) => at === null || START + at * HOUR_MS < AT)
          expect(plainly(await scored(context, rows, me, AT))).toEqual(
            near(await scored(context, before, me, AT)),
          )
        }),
        { numRuns: 40 },
      ),
    ))

  test('the order of what is told changes nothing', () =>
    inWorkspace(({ context }) =>
      fc.assert(
        fc.asyncProperty(
          log.chain((rows) =>
            fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
          ),
          async ([rows, shuffled]) => {
            fc.pre(knowsMe(rows))
            expect(plainly(await scored(context, shuffled, me, AT))).toEqual(
              near(await scored(context, rows, me, AT)),
            )
          },
        ),
        { numRuns: 40 },
      ),
    ))

  test('other names for the same people give the same scores under those names', () =>
    inWorkspace(({ context }) =>
      fc.assert(
        fc.asyncProperty(
          log,
          fc.shuffledSubarray(people.slice(1), { minLength: people.length - 1 }),
          async (rows, names) => {
            fc.pre(knowsMe(rows))
            const nameOf = new Map<string, string>([
              ['ada', 'ada'],
              ...people.slice(1).map((one, i) => [one, names[i]!] as const),
            ])
            const renamed = rows.map((row) => ({
              ...row,
              from: nameOf.get(row.from)!,
              to: row.to.map((one) => nameOf.get(one)!),
            }))
            const was = new Map([...nameOf].map(([one, other]) => [address(one), address(other)]))
            const expected = new Map(
              [...(await scored(context, rows, me, AT))].map(([pair, scores]) => [
                pair
                  .split(' ')
                  .map((one) => was.get(one) ?? one)
                  .join(' '),
                scores,
              ]),
            )
            expect(plainly(await scored(context, renamed, me, AT))).toEqual(near(expected))
          },
        ),
        { numRuns: 40 },
      ),
    ))
})

const withoutId = <P extends { readonly id: number }>(person: P): Omit<P, 'id'> => ({ ...person, id: 0 })
const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name < b.name ? -1 : 1

/** Numbers to ten digits: sums of the same numbers in another order differ by less. */
const rounded = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, each: unknown) =>
      typeof each === 'number' ? Number(each.toPrecision(10)) : each,
    ),
  )

/** What the store shows at a time, by names: ids hang on what else was imported. */
async function shownAt(rows: readonly Row[], at: number) {
  const folder = folderWith({ 'events.csv': csv(rows) })
  try {
    return await inWorkspace(async ({ context: today, importAll }) => {
      await importAll([folder.path], [address('ada')])
      const context: Context = {
        ...today,
        at,
        run: (other, input) => runOperation(other, context, input),
      }
      await runOperation(setField, context, { text: 'Steel' })
      // What was learned by a time hangs on what had been imported by then.
      await context.store.setSetting(context.owner, MODEL_SETTING, 'default')
      const { total, people: listed } = await runOperation(listPeople, context, { limit: 10_000 })
      const { worth, goals, pillars } = await runOperation(getWorth, context, {})
      const trends: unknown[] = []
      for (const kind of trendFilters) {
        const found = await runOperation(listTrends, context, { kind, limit: 500 })
        trends.push([kind, found.total, found.people.map(withoutId).toSorted(byName)])
      }
      const { base, topics } = await runOperation(listTopics, context, {})
      const { overlap } = await runOperation(getStructure, context, {})
      const toMeet = await runOperation(discoverPeople, context, {})
      const { owed, waiting } = await runOperation(listPromises, context, {})
      // Positions and profiles are of today: who somebody is does not hang on when one looks.
      const pages: unknown[] = []
      for (const { id, name } of listed) {
        const { id: _, ...page } = await runOperation(getPerson, context, { who: String(id) })
        const { interactions } = await runOperation(listInteractions, context, { who: String(id) })
        const declarations = page.declarations.map(({ text, at: when }) => `${when} ${text}`).toSorted()
        pages.push([name, { ...page, declarations }, interactions])
      }
      return {
        total,
        pages: pages.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
        people: listed.map(withoutId).toSorted(byName),
        worth,
        goals: goals.map(({ probability, have, needed }) => ({ probability, have, needed })),
        pillars,
        trends,
        overlap,
        toMeet: toMeet.people
          .map(({ name, commonContacts, calibre, probability }) => ({
            name,
            commonContacts,
            calibre,
            probability,
          }))
          .toSorted(byName),
        owed: owed.toSorted(byName).map(({ name, at: since }) => [name, since]),
        waiting: waiting.toSorted(byName).map(({ name, at: since }) => [name, since]),
        topics: {
          base,
          topics: topics.map(({ topic, conversations, successes }) => [topic, conversations, successes]),
        },
      }
    })
  } finally {
    folder.drop()
  }
}

test('in the store, too, nothing that came at or after the time asked for is seen', () =>
  fc.assert(
    fc.asyncProperty(log, async (rows) => {
      const before = rows.filter(({ at }) => at === null || START + at * HOUR_MS < AT)
      fc.pre(before.some(({ from, to, kind }) => kind === '' && [from, ...to].includes('ada')))
      expect(rounded(await shownAt(rows, AT))).toEqual(rounded(await shownAt(before, AT)))
    }),
    { numRuns: 15 },
  ))

test('the store shows what files alone score to, whatever they say', () =>
  fc.assert(
    fc.asyncProperty(log, async (rows) => {
      const seen = rows.filter(({ at }) => at === null || START + at * HOUR_MS < AT)
      fc.pre(seen.some(({ from, to, kind }) => kind === '' && [from, ...to].includes('ada')))
      const { people: stored } = await shownAt(rows, AT)
      const lines = await inWorkspace(({ context }) => scored(context, rows, address('ada'), AT))
      const fromFiles = [...lines].map(([pair, scores]) => ({ name: pair.split(' ')[1]!, ...scores }))
      const fromStore = stored.map(({ name, closeness, trust, calibre, worth, interactions, lastAt }) => ({
        name,
        closeness,
        trust,
        calibre,
        worth,
        interactions,
        lastAt,
      }))
      expect(rounded(fromStore)).toEqual(rounded(fromFiles.toSorted(byName)))
    }),
    { numRuns: 15 },
  ))
