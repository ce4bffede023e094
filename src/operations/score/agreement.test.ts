import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { PersonId } from '#core/model/ids.ts'
import { MODEL_SETTING } from '../closeness-model.ts'
import { setField } from '../field.ts'
import { listPeople } from '../list-people.ts'
import { runOperation } from '../run.ts'
import { scoreFiles } from '../score-files.ts'
import { files, folderWith, inWorkspace } from '../testing/workspace.ts'

/** The consultant's two addresses: one me. */
const me = ['robin@ashdale-advisory.example', 'robin.ashdale@posthouse.example']

test('what kith scores from files is what it scores from its store', async () => {
  // Mail, calendar, calls and address book; LinkedIn's names without a key are joined in the store alone.
  const keyed = files.filter(({ path }) => !path.startsWith('linkedin/'))
  const folder = folderWith(Object.fromEntries(keyed.map(({ path, text }) => [path, text])))
  await inWorkspace(async ({ context, importAll }) => {
    await importAll([folder.path], me)
    // As kith score does unless asked to learn.
    await context.store.setSetting(context.owner, MODEL_SETTING, 'default')
    const field = 'B2B marketing, pricing and software'
    await runOperation(setField, context, { text: field })
    const { people } = await runOperation(listPeople, context, { limit: 10_000 })
    expect(
      (await context.store.talk(context.owner)).filter(({ words }) => words.size > 0).length,
    ).toBeGreaterThan(5)
    const { lines } = await runOperation(scoreFiles, context, { paths: [folder.path], me, field })
    const stored = new Map<string, (typeof people)[number]>()
    for (const person of people)
      for (const identity of await context.store.identitiesOf(person.id as PersonId))
        stored.set(identity.value, person)
    const compared = lines.filter(
      ({ interactions }) => interactions.in + interactions.out + interactions.together > 0,
    )
    expect(compared.length).toBeGreaterThan(50)
    for (const { person: shown, closeness, trust, calibre, worth, interactions } of compared) {
      const person = stored.get(shown.identities[0]?.value ?? '')
      expect(worth).toBeCloseTo(person?.worth ?? NaN, 12)
      expect([shown.name, { closeness, trust, calibre, interactions }]).toEqual([
        shown.name,
        {
          closeness: person?.closeness,
          trust: person?.trust,
          calibre: person?.calibre,
          interactions: person?.interactions,
        },
      ])
    }
  })
  folder.drop()
})

test('a help desk that answers counts for nothing, in files and in the store', async () => {
  const rows = [
    'at,from,to,channel',
    '2024-01-01T00:00:00Z,ada@x.example,support@y.example,mail',
    '2024-01-02T00:00:00Z,support@y.example,ada@x.example,mail',
    '2024-01-03T00:00:00Z,ada@x.example,bob@y.example,mail',
    '2024-01-04T00:00:00Z,bob@y.example,ada@x.example,mail',
    '2024-01-05T00:00:00Z,cy@y.example,ada@x.example,mail',
    '2024-01-06T00:00:00Z,ada@x.example,cy@y.example,mail',
    '2024-01-07T00:00:00Z,dee@y.example,ada@x.example,mail',
    '2024-01-08T00:00:00Z,ada@x.example,dee@y.example,mail',
  ]
  const folder = folderWith({ 'events.csv': rows.join('\n') })
  await inWorkspace(async ({ context, importAll }) => {
    await importAll([folder.path], ['ada@x.example'])
    const { people } = await runOperation(listPeople, context, { sort: 'name' })
    const { lines } = await runOperation(scoreFiles, context, { paths: [folder.path], me: ['ada@x.example'] })
    const scored = lines.toSorted((a, b) => (a.person.name < b.person.name ? -1 : 1))
    expect(scored.map(({ person }) => person.name)).toEqual([
      'bob@y.example',
      'cy@y.example',
      'dee@y.example',
    ])
    expect(people.map(({ name }) => name)).toEqual(scored.map(({ person }) => person.name))
    scored.forEach(({ worth }, i) => {
      expect(worth).toBeGreaterThan(0)
      expect(worth).toBeCloseTo(people[i]?.worth ?? NaN, 12)
    })
  })
  folder.drop()
})

test('copies of one event with different dates score the same in every order of the files', async () => {
  const events = (at: string): string =>
    `at,from,to,channel,id\n${at},ada@x.example,bob@y.example,mail,1\n2024-01-01T00:00:00Z,bob@y.example,ada@x.example,mail,2\n`
  const folder = folderWith({
    'a.csv': events('2024-01-05T00:00:00Z'),
    'b.csv': events('2024-02-05T00:00:00Z'),
  })
  await inWorkspace(async ({ context }) => {
    const score = (...names: string[]) =>
      runOperation(scoreFiles, context, {
        paths: names.map((name) => join(folder.path, name)),
        me: ['ada@x.example'],
      })
    expect(await score('a.csv', 'b.csv')).toEqual(await score('b.csv', 'a.csv'))
  })
  folder.drop()
})

test('whoever is liked or passed on is sought, in files as in the store', async () => {
  const mails = [
    'at,from,to,channel,kind',
    '2024-01-01T00:00:00Z,ada@x.example,bob@y.example,mail,',
    '2024-01-02T00:00:00Z,bob@y.example,ada@x.example,mail,',
    '2024-01-03T00:00:00Z,cy@y.example,ada@x.example,mail,',
    '2024-01-04T00:00:00Z,ada@x.example,cy@y.example,mail,',
  ]
  await inWorkspace(async ({ context }) => {
    const levelOf = async (...rows: readonly string[]): Promise<number> => {
      const folder = folderWith({ 'events.csv': [...mails, ...rows].join('\n') })
      const { lines } = await runOperation(scoreFiles, context, {
        paths: [folder.path],
        me: ['all'],
        at: '2024-02-01',
      })
      folder.drop()
      return lines.find(({ person }) => person.name === 'cy@y.example')!.calibre!
    }
    const without = await levelOf()
    for (const when of ['2024-01-05T00:00:00Z', ''])
      for (const kind of ['like', 'repost'])
        expect(await levelOf(`${when},bob@y.example,cy@y.example,,${kind}`)).toBeGreaterThan(without)
    // A tie that is stated is none, and what came later is not seen.
    expect(await levelOf('2024-01-05T00:00:00Z,bob@y.example,cy@y.example,,connection')).toBe(without)
    expect(await levelOf('2024-02-01T00:00:00Z,bob@y.example,cy@y.example,,like')).toBe(without)
  })
})
