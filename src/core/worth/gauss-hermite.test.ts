import { expect, test } from 'vitest'
import { gaussHermite } from './gauss-hermite.ts'

test('three nodes are 0 and ±√3, weighing 2/3 and 1/6 each', () => {
  const { nodes, weights } = gaussHermite(3)
  expect([...nodes]).toEqual([-Math.sqrt(3), 0, Math.sqrt(3)].map((node) => expect.closeTo(node, 14)))
  expect([...weights]).toEqual([1 / 6, 2 / 3, 1 / 6].map((weight) => expect.closeTo(weight, 14)))
})

test('fifteen nodes give the moments of the standard normal up to degree 29', () => {
  const { nodes, weights } = gaussHermite(15)
  let moment = 1
  for (let degree = 0; degree <= 28; degree += 2) {
    if (degree > 0) moment *= degree - 1
    const sum = nodes.reduce((total, node, i) => total + weights[i]! * node ** degree, 0)
    expect(sum / moment).toBeCloseTo(1, 10)
    expect(
      nodes.reduce((total, node, i) => total + weights[i]! * node ** (degree + 1), 0) / moment,
    ).toBeCloseTo(0, 8)
  }
})

test('the largest of fifteen nodes is the published 4.49999070730939 · √2', () => {
  // Table 25.10 of Abramowitz and Stegun, in the physicists' scaling.
  expect(gaussHermite(15).nodes[14]! / Math.SQRT2).toBeCloseTo(4.49999070730939, 12)
})
