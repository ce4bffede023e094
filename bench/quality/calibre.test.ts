import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dataDirectory } from '../bench.ts'
import { calibreQuality } from './calibre.ts'

const absent = !existsSync(`${dataDirectory()}/enron`)

test('without the data there is no figure', async () => {
  expect(await calibreQuality('/nowhere')).toEqual([])
})

test.skipIf(absent)(
  'attention tells seniority at Enron at least as well as in-degree, and far better than volume',
  async () => {
    const rows = await calibreQuality(dataDirectory())
    const auc = (method: string): number => {
      const row = rows.find((each) => each.method === method && each.metric === 'AUC Senior against Junior')!
      expect(row.n).toBe(156)
      expect(row.low).toBeLessThan(row.value)
      expect(row.high).toBeGreaterThan(row.value)
      return row.value
    }
    expect(auc('attention level')).toBeGreaterThanOrEqual(0.838)
    expect(auc('attention level')).toBeGreaterThan(auc('in-degree: distinct senders'))
    expect(auc('attention level')).toBeGreaterThan(auc('volume: messages received') + 0.1)
    expect(auc('calibre from titles and attention')).toBeGreaterThan(0.95)
  },
  // The bootstrap over people, from one to fifty mailboxes, is what takes its time.
  120_000,
)
