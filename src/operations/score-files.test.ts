import { expect, test } from 'vitest'
import { runOperation } from './run.ts'
import { scoreFiles } from './score-files.ts'
import { folderWith, inWorkspace } from './testing/workspace.ts'

const rows = (...lines: readonly string[]): string => ['at,from,to,channel', ...lines].join('\n')

test('records that cannot be read are counted, with the place and the reason of the first', async () => {
  const folder = folderWith({
    'log.csv': rows(
      '2024-01-01T00:00:00Z,a@x.example,b@x.example,mail',
      'last week,a@x.example,b@x.example,mail',
    ),
  })
  await inWorkspace(async ({ context }) => {
    const scored = await runOperation(scoreFiles, context, { paths: [folder.path], me: ['all'] })
    expect(scored.lines.length).toBe(2)
    expect(scored.skipped).toBe(1)
    expect(scored.problems).toMatchObject([{ where: 'row 3', reason: expect.stringContaining('last week') }])
    expect(scoreFiles.cli?.notes?.(scored)).toMatchObject([
      expect.stringMatching(/^skipped: .*log\.csv, row 3/),
    ])
    expect(scoreFiles.cli?.exitCode?.(scored, { strict: true })).toBe(1)
  })
  folder.drop()
})

test('files in which nothing can be read are an error that says why', async () => {
  const folder = folderWith({ 'log.csv': rows('1705311000,a@x.example,b@x.example,telepathy') })
  await inWorkspace(async ({ context }) => {
    await expect(runOperation(scoreFiles, context, { paths: [folder.path], me: ['all'] })).rejects.toThrow(
      /Not one of the records can be read.*row 2.*telepathy/,
    )
  })
  folder.drop()
})

test('where everybody is scored, of two ties alike the one that others write to together is the closer', async () => {
  const mail = (day: string, from: string, ...to: string[]): string =>
    `2024-01-${day}T00:00:00Z,${from}@x.example,${to.map((each) => `${each}@x.example`).join(';')},mail`
  const alike = ['bob', 'cy'].flatMap((alter) => [mail('01', 'ada', alter), mail('02', alter, 'ada')])
  const folder = folderWith({ 'log.csv': rows(...alike, mail('10', 'dee', 'ada', 'bob')) })
  await inWorkspace(async ({ context }) => {
    const seen = async (me: string) => {
      const { lines } = await runOperation(scoreFiles, context, { paths: [folder.path], me: [me] })
      return (alter: string) =>
        lines.find(({ ego, person }) => /ada|^me/.test(ego) && person.name.startsWith(alter))?.closeness
    }
    const all = await seen('all')
    expect(all('bob')).toBeGreaterThan(all('cy')!)
    const alone = await seen('ada@x.example')
    expect(alone('bob')).toBe(alone('cy'))
  })
  folder.drop()
})
