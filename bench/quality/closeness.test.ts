import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { byTie } from '#core/ledger/by-tie.ts'
import { dataDirectory } from '../bench.ts'
import { rowTables } from '../table.ts'
import { closenessQuality } from './closeness.ts'
import { cutsOf } from './cuts.ts'
import { mailLogs } from './mail-log.ts'

/** A data folder with these rows of the manufacturing log, and nothing else. */
function dataWith(rows: readonly string[]): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'kith-bench-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true }))
  mkdirSync(join(dataDir, 'manufacturing-mail'))
  writeFileSync(join(dataDir, 'manufacturing-mail', 'out.radoslaw_email'), `% asym\n${rows.join('\n')}\n`)
  return dataDir
}

test('rows of one sender and second are one message, copies count once, mail to oneself is nothing', async () => {
  const [log] = await mailLogs(dataWith(['1 2 1 100', '1 3 1 100', '1 3 1 100', '4 4 1 200']))
  expect([...log!.messageTimes]).toEqual([100_000, 200_000])
  expect([...log!.ledger.audience]).toEqual([2, 2, 2, 2])
  expect(log!.egoCount).toBe(3)
})

test('the message at the cut belongs to the future, and both ways within 30 days make a label', async () => {
  const day = 86_400
  // Twenty messages; .55 of them is the twelfth (index 11), on day 11.
  const history = Array.from({ length: 11 }, (_, i) => `${i % 2 ? '1 2' : '3 1'} 1 ${i * day}`)
  const future = ['2 1 1', '1 2 1', '1 3 1'].map((row, i) => `${row} ${(11 + i) * day}`)
  const late = Array.from({ length: 6 }, (_, i) => `3 1 1 ${(60 + i) * day}`)
  const [log] = await mailLogs(dataWith([...history, ...future, ...late]))
  const [cut] = cutsOf(log!, byTie(log!.ledger))
  expect(cut!.at).toBe(11 * day * 1000)
  // 3→1, 1→3, 1→2, 2→1 in order of appearance: only 1 and 2 wrote both ways in time.
  expect([...cut!.labels]).toEqual([0, 0, 1, 1])
})

test('intervals and several metrics share a line', () => {
  const row = { set: 'S', method: 'm', n: 7 }
  const lines = rowTables([
    { ...row, metric: 'AUC', value: 0.5, low: 0.4, high: 0.6 },
    { ...row, metric: 'Brier', value: 0.25 },
  ])
  expect(lines.at(-1)).toBe('m  0.500 (0.400–0.600)  0.250  7')
})

const there = ['enron', 'manufacturing-mail'].every((folder) => existsSync(join(dataDirectory(), folder)))

test.skipIf(!there)(
  'the shipped default and what is learned reach the figures of the documentation',
  { timeout: 300_000 },
  async () => {
    const rows = await closenessQuality(dataDirectory())
    const area = (set: string, method: RegExp): number =>
      rows.find((row) => row.set === set && method.test(row.method) && row.metric === 'AUC all pairs')!.value
    expect(area('Enron', /default/)).toBeCloseTo(0.88, 2)
    expect(area('manufacturing mail', /default/)).toBeCloseTo(0.895, 2)
    for (const set of ['Enron', 'manufacturing mail']) {
      expect(area(set, /default/)).toBeGreaterThan(area(set, /best half-life/))
      expect(area(set, /learned/)).toBeGreaterThan(area(set, /default/) + 0.005)
      const off = rows.find(
        (row) => row.set === set && /learned/.test(row.method) && /calibration/.test(row.metric),
      )
      expect(off?.value).toBeLessThanOrEqual(0.02)
    }
  },
)
