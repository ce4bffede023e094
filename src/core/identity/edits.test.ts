import fc from 'fast-check'
import { expect, test } from 'vitest'
import { identityId, personId } from '../model/ids.ts'
import { type IdentityEdit, replayEdits } from './edits.ts'

const edit = (
  id: number,
  kind: 'merge' | 'split',
  from: number,
  to: number,
  moved: number[],
  undone = false,
): IdentityEdit => ({
  id,
  kind,
  from: personId(from),
  to: personId(to),
  moved: moved.map(identityId),
  undone,
})
const people = (pairs: [number, number][]) =>
  new Map(pairs.map(([identity, person]) => [identityId(identity), personId(person)]))

test('a merge taken back leaves both as they were', () =>
  expect(
    replayEdits(
      [edit(1, 'merge', 2, 1, [20], true)],
      people([
        [10, 1],
        [20, 1],
      ]),
    ),
  ).toEqual(
    people([
      [10, 1],
      [20, 2],
    ]),
  ))

test('an earlier merge can be taken back while a later one stays', () => {
  // 2 became 1's, then all of that became 3's.
  const edits = [edit(1, 'merge', 2, 1, [20], true), edit(2, 'merge', 1, 3, [10, 20])]
  expect(
    replayEdits(
      edits,
      people([
        [10, 3],
        [20, 3],
        [30, 3],
      ]),
    ),
  ).toEqual(
    people([
      [10, 3],
      [20, 2],
      [30, 3],
    ]),
  )
})

test('a split of what a merge brought is nothing without the merge', () => {
  const edits = [edit(1, 'merge', 2, 1, [20], true), edit(2, 'split', 1, 4, [20])]
  expect(
    replayEdits(
      edits,
      people([
        [10, 1],
        [20, 4],
      ]),
    ),
  ).toEqual(
    people([
      [10, 1],
      [20, 2],
    ]),
  )
})

test('taking everything back, in whatever order, leads back to the beginning', () => {
  const steps = fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.boolean()), { maxLength: 12 })
  fc.assert(
    fc.property(steps, (list) => {
      const start = people([0, 1, 2, 3, 4, 5].map((n) => [n, n + 1]))
      let now = new Map(start)
      const edits: IdentityEdit[] = []
      for (const [a, b, splits] of list) {
        const from = now.get(identityId(a))!
        const to = now.get(identityId(b))!
        const held = [...now].filter(([, person]) => person === from).map(([identity]) => identity)
        if (splits && held.length > 1)
          edits.push(edit(edits.length + 1, 'split', from, 100 + edits.length, [a]))
        else if (!splits && from !== to) edits.push(edit(edits.length + 1, 'merge', from, to, held))
        else continue
        now = replayEdits(edits, now)
      }
      // Replaying what happened changes nothing; without any of it all is as it was.
      expect(replayEdits(edits, now)).toEqual(now)
      expect(
        replayEdits(
          edits.map((one) => ({ ...one, undone: true })),
          now,
        ),
      ).toEqual(start)
    }),
  )
})
