import { expect, test } from 'vitest'
import { getPerson } from './get-person.ts'
import { matchListing, refuseListing, reviewLists, undecideListing } from './lists.ts'
import { ratePerson } from './rate-person.ts'
import { runOperation } from './run.ts'
import { folderWith, inWorkspace } from './testing/workspace.ts'

const connections = [
  'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
  'Ann,Low,https://www.linkedin.com/in/ann,,Acme,Engineer,04 Jul 2023',
  'Jane,Doe,https://www.linkedin.com/in/jane1,,Acme,Designer,04 Jul 2023',
  'Jane,Doe,https://www.linkedin.com/in/jane2,,Beta,Analyst,04 Jul 2023',
  '',
].join('\n')
const list = [
  'name,key,list,level,field,year',
  'Ann Low,https://www.linkedin.com/in/ann,Hall of Fame,95,,2025',
  'Jane Doe,,Hall of Fame,90,,2025',
  '',
].join('\n')

const withLists = (
  body: (context: Parameters<Parameters<typeof inWorkspace>[0]>[0]['context']) => Promise<void>,
) => {
  const folder = folderWith({ 'Connections.csv': connections, 'fame.csv': list })
  return inWorkspace(async ({ context, importAll }) => {
    try {
      await importAll([folder.path], ['me@self.example'])
      await body(context)
    } finally {
      folder.drop()
    }
  })
}

test('a list with a key counts at once; a name waits for the user, in both directions', () =>
  withLists(async (context) => {
    const person = (who: string) => runOperation(getPerson, context, { who })
    const ann = await person('Ann Low')
    expect(ann.calibreEvidence).toContainEqual(
      expect.objectContaining({
        kind: 'lists',
        text: 'named on Hall of Fame (2025)',
        level: 0.95,
        source: 'lists',
      }),
    )
    const { lists, proposals } = await runOperation(reviewLists, context, {})
    expect(lists).toEqual([{ list: 'Hall of Fame', entries: 2, people: 1 }])
    const [{ entry, people }] = proposals as [(typeof proposals)[number]]
    expect(people.map(({ name }) => name)).toEqual(['Jane Doe', 'Jane Doe'])
    const [one, other] = people as [(typeof people)[number], (typeof people)[number]]
    const before = (await person(String(one.id))).calibre

    await runOperation(matchListing, context, { entry, id: one.id })
    expect((await person(String(one.id))).calibre).toBeGreaterThan(before!)
    expect((await runOperation(reviewLists, context, {})).proposals).toEqual([])

    await runOperation(undecideListing, context, { entry, id: one.id })
    await runOperation(refuseListing, context, { entry, id: other.id })
    expect((await person(String(one.id))).calibre).toBe(before)
    const open = await runOperation(reviewLists, context, {})
    expect(open.proposals[0]?.people.map(({ id }) => id)).toEqual([one.id])
    await expect(runOperation(matchListing, context, { entry: 'none', id: one.id })).rejects.toThrow(
      'There is no line',
    )
    await expect(runOperation(matchListing, context, { entry, id: 9999 })).rejects.toThrow(
      'Nobody you know has the id',
    )
  }))

test('the own rating wins over everything, shows as such, and can be taken back', () =>
  withLists(async (context) => {
    const before = (await runOperation(getPerson, context, { who: 'Ann Low' })).calibre
    const rated = await runOperation(ratePerson, context, { who: 'Ann Low', rating: '15 %' })
    expect(rated).toMatchObject({ rating: 0.15, before: null, calibre: 0.15 })
    const person = await runOperation(getPerson, context, { who: 'Ann Low' })
    expect(person.calibre).toBe(0.15)
    expect(person.calibreText).toContain('as you rated it yourself')
    expect(person.calibreEvidence[0]).toMatchObject({
      kind: 'rating',
      source: 'you',
      text: 'your own rating: 15 %',
    })
    expect(person.calibreEvidence.length).toBeGreaterThan(1)
    expect(await runOperation(ratePerson, context, { who: 'Ann Low', rating: 80 })).toMatchObject({
      before: 0.15,
    })
    expect(await runOperation(ratePerson, context, { who: 'Ann Low', rating: 'clear' })).toMatchObject({
      rating: null,
      before: 0.8,
      calibre: before,
    })
    for (const wrong of ['101', '-1', 'high', ''])
      await expect(runOperation(ratePerson, context, { who: 'Ann Low', rating: wrong })).rejects.toThrow(
        'has to be 0 to 100, or clear',
      )
  }))
