import { afterAll, describe, expect, test } from 'vitest'
import { discoverPeople } from './discover-people.ts'
import { findPath } from './find-path.ts'
import { getMap } from './get-map.ts'
import { getStructure } from './get-structure.ts'
import { askIntroduction, listIntroductions, removeIntroduction, setIntroduction } from './introductions.ts'
import { listTopics } from './list-topics.ts'
import type { Context } from './operation.ts'
import { weeklyPlan } from './plan/weekly-plan.ts'
import { runOperation } from './run.ts'
import { ME, mailboxOf, smallMailbox } from './testing/introductions-mailbox.ts'
import { folderWith, inWorkspace } from './testing/workspace.ts'

/** When each study was last made: its mark, or null. */
const marks = ({ store, owner }: Context) =>
  Promise.all(['facts', 'topics', 'positions'].map((part) => store.studyMark(owner, part)))

const folder = folderWith({
  'small.mbox': smallMailbox,
  'one.mbox': mailboxOf([
    [9, 'me', ['ada'], 'Hello'],
    [8, 'ada', ['me'], 'Re: Hello'],
  ]),
  'silent.mbox': mailboxOf([[9, 'ada', ['me', 'grace'], 'Hello']]),
})
afterAll(() => folder.drop())

/** A workspace into which this file was imported; none: an empty one. */
const having = (file: string | null, work: (context: Context) => Promise<void>): Promise<void> =>
  inWorkspace(async ({ context, importAll }) => {
    if (file !== null) await importAll([`${folder.path}/${file}`], [ME])
    await work(context)
  })
const small = (work: (context: Context) => Promise<void>): Promise<void> => having('small.mbox', work)

const path = (context: Context, who: string) => runOperation(findPath, context, { who })
const discover = (context: Context, input: Parameters<typeof runOperation<typeof discoverPeople>>[2] = {}) =>
  runOperation(discoverPeople, context, input)

test('each study is made when somebody looks at it: a plan waits neither for topics nor for the map', async () => {
  await small(async (context) => {
    expect(await marks(context)).toEqual([null, null, null])
    await runOperation(weeklyPlan, context, {})
    expect(await marks(context)).toEqual([expect.any(String), null, null])
    await runOperation(listTopics, context, {})
    await runOperation(getMap, context, {})
    const made = await marks(context)
    expect(new Set(made)).toEqual(new Set([made[0]]))
  })
})

describe('discover', () => {
  test('Grace with two contacts in common comes before Cy with one; Zoe, seen beside nobody, is not proposed', async () => {
    await small(async (context) => {
      const { state, total, people } = await discover(context)
      expect([state, total]).toEqual(['ok', 2])
      expect(people.map(({ name, commonContacts }) => [name, commonContacts])).toEqual([
        ['Grace Hopper', 2],
        ['Cy Twombly', 1],
      ])
      const [grace] = people
      expect(grace?.common.map(({ name }) => name)).toEqual(['Ada Lovelace', 'Bob Noyce'])
      expect(grace?.evidence[0]).toBe('2 contacts in common: Ada Lovelace, Bob Noyce.')
      expect(grace?.evidence[1]).toMatch(
        /^Ada Lovelace and Grace Hopper: 3 messages or meetings seen, last on /,
      )
      expect(grace?.paths.map(({ steps }) => steps[0]?.name)).toEqual(['Ada Lovelace', 'Bob Noyce'])
      expect(grace?.probability).toBe(grace?.paths[0]?.probability)
    })
  })

  test('a search that fits nobody, and a page behind the last, say so', async () => {
    await small(async (context) => {
      expect((await discover(context, { search: 'twom' })).people.map(({ name }) => name)).toEqual([
        'Cy Twombly',
      ])
      expect(await discover(context, { search: 'xyz' })).toMatchObject({
        state: 'nothing',
        people: [],
        text: 'None of the 2 people to meet fits "xyz"; search for part of a name, title, organisation or topic.',
      })
      expect(await discover(context, { offset: 5 })).toMatchObject({
        total: 2,
        people: [],
        text: 'There are only 2 people to meet; pass over fewer than 5.',
      })
    })
  })

  test.each([
    [null, 'unknown-me', 'kith does not know yet whose network this is'],
    ['one.mbox', 'no-ties', 'Nothing was seen of who knows whom'],
    ['silent.mbox', 'nothing', 'You are in touch both ways with nobody yet'],
  ])('from %s: %s', async (file, state, text) => {
    await having(file, async (context) => {
      const found = await discover(context)
      expect(found).toMatchObject({ state, people: [], total: 0 })
      expect(found.text).toContain(text)
      expect(discoverPeople.cli?.print?.(found)).toBe(found.text)
    })
  })
})

describe('paths', () => {
  test('the probability of a path is the product of its steps', async () => {
    await small(async (context) => {
      const { known, paths, text } = await path(context, 'Grace Hopper')
      expect(known).toBe(false)
      expect(paths).toHaveLength(2)
      for (const { probability, steps } of paths) {
        const [via, to] = steps
        expect(via?.willing).toBe(0.5)
        expect(probability).toBeCloseTo(via!.closeness * 0.5 * to!.closeness, 12)
      }
      expect(paths[0]!.probability).toBeGreaterThan(paths[1]!.probability)
      expect(paths[0]!.message).toMatch(/^Hello Ada, would you introduce me to Grace Hopper/)
      expect(text).toContain('The best way to Grace Hopper')
    })
  })

  test('whom you know yourself you write to directly; to Zoe there is no path', async () => {
    await small(async (context) => {
      expect(await path(context, 'Ada Lovelace')).toMatchObject({ known: true })
      expect((await path(context, 'ada@acme.example')).text).toContain('write directly')
      expect(await path(context, 'Zoe')).toMatchObject({
        known: false,
        paths: [],
        text: 'Nobody you are in touch with was seen near Zoe Zimmer, not even over two steps. More sources may show somebody; otherwise write directly, with a reason.',
      })
    })
  })

  test('nobody, several, oneself: each says what to do', async () => {
    await small(async (context) => {
      await expect(path(context, 'Nobody Known')).rejects.toThrow('Nobody in your data fits "Nobody Known"')
      await expect(path(context, 'example')).rejects.toThrow(/fits several people: .+; use the number/)
      await expect(path(context, ME)).rejects.toThrow('That is yourself')
    })
    await having(null, async (context) => {
      await expect(path(context, 'Ada')).rejects.toThrow('kith does not know yet whose network this is')
    })
  })
})

describe('introductions', () => {
  test('asked, made, declined: willing and the probability of the path follow, and removing takes it back', async () => {
    await small(async (context) => {
      const best = async () =>
        (await path(context, 'Grace Hopper')).paths.find(({ steps }) => steps[0]?.name === 'Ada Lovelace')!
      const before = await best()
      const asked = await runOperation(askIntroduction, context, { to: 'Grace Hopper', via: 'Ada Lovelace' })
      expect(await best()).toMatchObject({
        asked: 'asked',
        introductionId: asked.id,
        probability: before.probability,
      })
      await runOperation(setIntroduction, context, { id: asked.id, state: 'made' })
      expect((await best()).steps[0]?.willing).toBeCloseTo(17 / 25, 12)
      expect((await best()).probability).toBeCloseTo((before.probability * 17) / 25 / 0.5, 12)
      await runOperation(setIntroduction, context, { id: asked.id, state: 'met' })
      expect((await best()).steps[0]?.willing).toBeCloseTo(17 / 25, 12)
      await runOperation(setIntroduction, context, { id: asked.id, state: 'declined' })
      expect((await best()).steps[0]?.willing).toBeCloseTo(8 / 25, 12)
      const bob = (await path(context, 'Grace Hopper')).paths.find(
        ({ steps }) => steps[0]?.name === 'Bob Noyce',
      )
      expect(bob?.steps[0]?.willing).toBeCloseTo(2 / 5, 12)
      expect((await runOperation(listIntroductions, context, {})).text).toBe(
        '0 of 1 answered were passed on.',
      )
      await runOperation(removeIntroduction, context, { id: asked.id })
      expect(await best()).toEqual(before)
      expect((await runOperation(listIntroductions, context, {})).text).toContain(
        'You have asked for no introduction yet',
      )
    })
  })

  test('asked twice, of the same person, of oneself, of nobody: each says what to do', async () => {
    await small(async (context) => {
      const ask = (to: string, via: string) => runOperation(askIntroduction, context, { to, via })
      await ask('Grace', 'Ada')
      await expect(ask('Grace', 'Ada')).rejects.toThrow('kith introduction set 1 made, declined or met')
      await expect(ask('Ada', 'Ada')).rejects.toThrow('are the same person; name two')
      await expect(ask('Grace', ME)).rejects.toThrow('One of the two is yourself')
      await expect(ask('Grace', 'Nobody Known')).rejects.toThrow('Nobody in your data fits')
      await expect(runOperation(setIntroduction, context, { id: 99, state: 'made' })).rejects.toThrow(
        'There is no introduction 99; kith introduction list shows those there are.',
      )
      await expect(runOperation(removeIntroduction, context, { id: 99 })).rejects.toThrow(
        'There is no introduction 99',
      )
      // Once declined, the same may be asked again.
      await runOperation(setIntroduction, context, { id: 1, state: 'declined' })
      expect((await ask('Grace', 'Ada')).state).toBe('asked')
    })
  })
})

describe('structure, map and topics', () => {
  test('Ada alone connects to Cy; two contacts who are not seen together do not overlap', async () => {
    await small(async (context) => {
      const shown = await runOperation(getStructure, context, {})
      expect(shown.bridges.map(({ text }) => text)).toEqual(['Ada Lovelace alone connects you to 1 person.'])
      expect(shown.overlap).toMatchObject({ contacts: 2, effectiveSize: 2 })
      expect(shown.overlap.constraint).toBeCloseTo(shown.overlap.floor!, 12)
      expect(shown.text).toContain('4 ties')
    })
  })

  test('everybody stands on the map once, within 1,000 of the middle, and again in the same place', async () => {
    await small(async (context) => {
      const map = await runOperation(getMap, context, {})
      expect(map.nodes.map(({ name }) => name).sort()).toEqual([
        'Ada Lovelace',
        'Bob Noyce',
        'Cy Twombly',
        'Grace Hopper',
        'Zoe Zimmer',
      ])
      for (const { x, y } of map.nodes) expect(Math.hypot(x, y)).toBeLessThanOrEqual(1_000.1)
      expect(map.edges.source).toHaveLength(4)
      expect(map.nodes.filter(({ known }) => known).map(({ name }) => name)).toEqual([
        'Ada Lovelace',
        'Bob Noyce',
      ])
      expect(await runOperation(getMap, context, {})).toEqual(map)
      const part = await runOperation(getMap, context, { nodes: 2, edges: 1 })
      expect(part.nodes.map(({ name }) => name)).toEqual(['Ada Lovelace', 'Bob Noyce'])
    })
  })

  test('the topic of most conversations is listed with who came by it', async () => {
    await small(async (context) => {
      const { topics, state } = await runOperation(listTopics, context, {})
      expect(state).toBe('ok')
      expect(topics[0]).toMatchObject({ topic: 'pricing', newContacts: 2 })
      expect(topics[0]?.who.map(({ name }) => name)).toContain('Ada Lovelace')
      const { text } = await runOperation(listTopics, context, { search: 'xyz' })
      expect(text).toBe('No topic contains "xyz"; search for a part of the word.')
    })
  })

  test.each([
    ['structure', getStructure],
    ['map', getMap],
    ['topics', listTopics],
  ] as const)('%s without anything, and without ties, says what to import', async (_, declared) => {
    await having(null, async (context) => {
      const shown = await runOperation(declared, context, {})
      expect(shown).toMatchObject({ state: 'unknown-me', at: null })
      expect(shown.text).toContain('which address is yours')
    })
    await having('one.mbox', async (context) => {
      const { state, text } = await runOperation(declared, context, {})
      expect(state).toBe(declared === listTopics ? 'empty' : 'no-ties')
      expect(text).toMatch(/import those|Import mail/)
    })
  })
})
