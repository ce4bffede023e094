import { expect, test } from 'vitest'
import { LedgerBuilder, ledgerByPerson } from './ledger.ts'
import { IN, OUT } from './weights.ts'

test('rows come out as they went in, beyond the first capacity', () => {
  const builder = new LedgerBuilder()
  for (let row = 0; row < 5000; row++) builder.push(row % 7, row * 1e9, row % 3, row % 5, row, row % 2 === 1)
  const ledger = builder.finish()
  expect(ledger.length).toBe(5000)
  expect(ledger.tieCount).toBe(7)
  expect(
    [ledger.tie, ledger.direction, ledger.channel, ledger.audience, ledger.bulk].map((c) => c[4999]),
  ).toEqual([1, 1, 4, 4999, 1])
  expect(ledger.atMs[4999]).toBe(4999e9)
  expect(ledger.atMs).toHaveLength(5000)
})

test('ties without rows are counted when asked for', () => {
  expect(new LedgerBuilder().finish(3)).toMatchObject({ length: 0, tieCount: 3 })
})

test('rows of a store become ties in the order in which people first appear', () => {
  const { ledger, people } = ledgerByPerson({
    length: 4,
    person: Int32Array.of(900, 900, 17, 900),
    at: Float64Array.of(1, 2, 3, 4),
    direction: Uint8Array.of(OUT, IN, OUT, IN),
    channel: new Uint8Array(4),
    audience: Int32Array.of(1, 1, 1, 1),
    bulk: new Uint8Array(4),
  })
  expect([...people]).toEqual([900, 17])
  expect([...ledger.tie]).toEqual([0, 0, 1, 0])
  expect(ledger.tieCount).toBe(2)
})
