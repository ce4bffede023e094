import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boxOf, brushedBy } from './brush.ts'
import { viewOf } from './quadrant-view.ts'

const person = (id: number, closeness: number, calibre: number | null) => ({
  id,
  name: `Person ${id}`,
  closeness,
  calibre,
  field: 'unknown' as const,
  people: 1,
})
const view = viewOf([person(1, 0.05, 0.3), person(2, 0.9, 0.8), person(3, 0.4, null)], 0.55, 900)

test('a box around everything is everything', () => {
  const { width, height, top } = view.layout
  const { closeness, calibre } = brushedBy(view, { left: 0, top: 0, right: width, bottom: height }, top)
  expect(closeness).toEqual([0, 1])
  expect(calibre).toEqual(view.calibreRange)
})

test('a box that begins in the strip below means unknown calibre', () => {
  const { stripTop, stripBottom, left, right } = view.layout
  const box = { left, right, top: stripTop, bottom: stripBottom }
  expect(brushedBy(view, box, stripTop + 1).calibre).toBeNull()
})

test('the box of a part covers that part again, to two decimals', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(share, share, (a, b) => {
      const range = [Math.min(a, b), Math.max(a, b)] as const
      const [least, most] = view.calibreRange
      const calibre = [least + range[0] * (most - least), least + range[1] * (most - least)] as const
      const box = boxOf(view, range, calibre)
      const back = brushedBy(view, box, box.top)
      expect(back.closeness[0]).toBeLessThanOrEqual(range[0] + 0.011)
      expect(back.closeness[1]).toBeGreaterThanOrEqual(range[1] - 0.011)
      expect(back.calibre?.[0]).toBeLessThanOrEqual(calibre[0] + 0.011)
      expect(back.calibre?.[1]).toBeGreaterThanOrEqual(calibre[1] - 0.011)
    }),
  )
})
