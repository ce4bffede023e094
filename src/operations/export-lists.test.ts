import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { exportNetwork } from './export-network.ts'
import { getPerson } from './get-person.ts'
import { matchListing, refuseListing, reviewLists } from './lists.ts'
import { ratePerson } from './rate-person.ts'
import { runOperation } from './run.ts'
import { scoreDifferences } from './testing/compare.ts'
import { folderWith, inWorkspace } from './testing/workspace.ts'

const out = mkdtempSync(join(tmpdir(), 'kith-export-'))
afterAll(() => rmSync(out, { recursive: true }))

const files = {
  'Connections.csv': [
    'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
    'Ann,Low,https://www.linkedin.com/in/ann,,Acme,Engineer,04 Jul 2023',
    'Jane,Doe,https://www.linkedin.com/in/jane1,,Acme,Designer,04 Jul 2023',
    'Jane,Doe,https://www.linkedin.com/in/jane2,,Beta,Analyst,04 Jul 2023',
    'Max,Roe,https://www.linkedin.com/in/max,,Beta,Director,04 Jul 2023',
    '',
  ].join('\n'),
  'fame.csv': [
    'name,key,list,level,field,year',
    'Ann Low,https://www.linkedin.com/in/ann,Hall of Fame,95,,2025',
    'Jane Doe,,Hall of Fame,90,marketing,2025',
    'Jane Doe,,Speakers,,,2024',
    '',
  ].join('\n'),
}

test('lists, what was decided on them and ratings move with an export: the same calibre elsewhere', async () => {
  const folder = folderWith(files)
  await inWorkspace(async (here) => {
    await here.importAll([folder.path], ['me@self.example'])
    const { proposals } = await runOperation(reviewLists, here.context, {})
    const [fame, speakers] = proposals
    const [one, other] = fame?.people ?? []
    await runOperation(matchListing, here.context, { entry: fame!.entry, id: one!.id })
    await runOperation(refuseListing, here.context, { entry: speakers!.entry, id: other!.id })
    await runOperation(ratePerson, here.context, { who: 'Max Roe', rating: '15 %' })
    const file = join(out, 'all.jsonl')
    await runOperation(exportNetwork, { ...here.context, file }, { format: 'json' })
    expect(readFileSync(file, 'utf8').match(/"type":"listing"/g)).toHaveLength(3)
    await inWorkspace(async (there) => {
      const report = await there.importAll([file])
      expect(report.files).toMatchObject([{ source: 'kith', skipped: 0 }])
      const before = await here.contacts()
      expect([...before.values()].filter((each) => each['calibre'] !== null).length).toBeGreaterThan(2)
      expect(scoreDifferences(before, await there.contacts())).toEqual([])
      const lists = await runOperation(reviewLists, there.context, {})
      const same = await runOperation(reviewLists, here.context, {})
      expect(lists.lists).toEqual(same.lists)
      expect(lists.proposals.map(({ list, people }) => [list, people.length])).toEqual(
        same.proposals.map(({ list, people }) => [list, people.length]),
      )
      const evidence = async ({ context }: typeof here) =>
        (await runOperation(getPerson, context, { who: 'Ann Low' })).calibreEvidence.map(({ text }) => text)
      expect(await evidence(there)).toEqual(await evidence(here))
      // The files it came from, read here after all, bring nothing twice.
      await there.importAll([folder.path])
      expect((await runOperation(reviewLists, there.context, {})).lists).toEqual(same.lists)
    })
  })
  folder.drop()
})
