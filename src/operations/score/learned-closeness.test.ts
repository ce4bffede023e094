import { expect, test } from 'vitest'
import { runOperation } from '../run.ts'
import { scoreFiles } from '../score-files.ts'
import { folderWith, inWorkspace } from '../testing/workspace.ts'

const DAY = 86_400_000
const START = Date.parse('2023-01-01T00:00:00Z')

/** Sixteen people; person i answers person j every (3 + i + j) days for 300 days. */
function events(): string {
  const rows = ['at,from,to,channel']
  for (let i = 0; i < 16; i++)
    for (let j = 0; j < i; j++)
      for (let day = (i * 7 + j) % 11; day < 300; day += 3 + i + j)
        for (const [from, to, hours] of [
          [i, j, 0],
          [j, i, 5],
        ] as const)
          rows.push(
            `${new Date(START + day * DAY + hours * 3_600_000).toISOString()},p${from}@x.example,p${to}@x.example,mail`,
          )
  return rows.join('\n')
}

test(
  'kith score learns from the files alone, sees nothing after the time, and says by what it scored',
  { timeout: 60_000 },
  async () => {
    const folder = folderWith({ 'events.csv': events() })
    await inWorkspace(async ({ context }) => {
      const ask = { paths: [folder.path], me: ['all'], at: '2023-09-01' }
      const shipped = await runOperation(scoreFiles, context, ask)
      const learned = await runOperation(scoreFiles, context, { ...ask, model: 'learned' as const })
      expect(shipped.model).toBe('the shipped default')
      expect(learned.model).toContain('learned from')
      expect(learned.lines.length).toBe(shipped.lines.length)
      expect(learned.lines.map((line) => line.closeness)).not.toEqual(
        shipped.lines.map((line) => line.closeness),
      )
      for (const line of learned.lines) {
        expect(line.closeness).toBeGreaterThan(0)
        expect(line.closeness).toBeLessThan(1)
      }
      const again = await runOperation(scoreFiles, context, { ...ask, model: 'learned' as const })
      expect(again).toEqual(learned)
    })
    folder.drop()
  },
)

test('without a past the shipped default stands, and kith says so', async () => {
  const folder = folderWith({
    'events.csv': 'at,from,to,channel\n2024-01-01T00:00:00Z,a@x.example,b@x.example,mail',
  })
  await inWorkspace(async ({ context }) => {
    const { model, lines } = await runOperation(scoreFiles, context, {
      paths: [folder.path],
      me: ['a@x.example'],
      model: 'learned',
    })
    expect(model).toContain('too little past')
    expect(lines).toHaveLength(1)
  })
  folder.drop()
})
