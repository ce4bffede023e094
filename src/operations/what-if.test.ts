import { expect, test } from 'vitest'
import { addGoal, editGoal } from './goals.ts'
import { addTag } from './tags.ts'
import { getAttentionCosts, resetAttentionCosts, setAttentionCosts } from './attention-costs.ts'
import { getAttentionCurve } from './worth-curves.ts'
import { listPeople } from './list-people.ts'
import { whatIf } from './what-if.ts'
import { runOperation } from './run.ts'
import { inWorkspace, withNetwork } from './testing/workspace.ts'

test('what-if follows every change of goals and tags, though it keeps what it prepared', async () => {
  await withNetwork(async (context) => {
    const people = await runOperation(listPeople, context, { sort: 'worth', limit: 3 })
    const goal = await runOperation(addGoal, context, { kind: 'referrals', target: 2, tag: 'meetup' })
    const at = async () => (await runOperation(whatIf, context, { more: 0 })).goals[0]!.before
    expect((await at()).have).toBe(0)
    await runOperation(addTag, context, { who: String(people.people[0]!.id), tag: 'meetup' })
    expect((await at()).have).toBe(1)
    await runOperation(addTag, context, { who: String(people.people[1]!.id), tag: 'meetup' })
    await runOperation(addTag, context, { who: String(people.people[2]!.id), tag: 'meetup' })
    const two = await at()
    expect(two.have).toBe(3)
    await runOperation(editGoal, context, { id: goal.id, target: 1 })
    expect((await at()).probability).toBeGreaterThan(two.probability)
  })
})

test('leaving the best contact out lowers worth, whoever is asked for by name or by number', async () => {
  await withNetwork(async (context) => {
    const { people } = await runOperation(listPeople, context, { sort: 'worth', limit: 1 })
    const asked = await runOperation(whatIf, context, { without: [String(people[0]!.id)] })
    expect(asked.after!).toBeLessThan(asked.before!)
    expect(asked.text).toMatch(/^Worth would fall to /)
  })
})

test('what keeping up costs can be set, moves the curve and what-if, and goes back to the assumptions', async () => {
  await withNetwork(async (context) => {
    expect((await runOperation(getAttentionCosts, context, {})).assumed).toBe(true)
    const before = await runOperation(getAttentionCurve, context, { minutes: 60 })
    const whatBefore = await runOperation(whatIf, context, { minutes: 60 })
    const dear = await runOperation(setAttentionCosts, context, { layers: ['5:600', '20:300'], further: 1 })
    expect(dear).toEqual({
      layers: [
        { upTo: 5, minutes: 600 },
        { upTo: 20, minutes: 300 },
      ],
      further: 1,
      assumed: false,
    })
    const after = await runOperation(getAttentionCurve, context, { minutes: 60 })
    expect(after.user.kept).toBeLessThan(before.user.kept)
    expect(after.costs.assumed).toBe(false)
    expect((await runOperation(whatIf, context, { minutes: 60 })).after!).toBeLessThan(whatBefore.after!)
    expect((await runOperation(resetAttentionCosts, context, {})).assumed).toBe(true)
    expect((await runOperation(getAttentionCurve, context, { minutes: 60 })).user).toEqual(before.user)
  })
})

test('a layer that is none, or goes no further than the one before, is told in a sentence', async () => {
  await inWorkspace(async ({ context }) => {
    await expect(runOperation(setAttentionCosts, context, { layers: ['five'] })).rejects.toThrow(
      /"five" is no layer: write contacts and minutes a quarter as 15:20/,
    )
    await expect(runOperation(setAttentionCosts, context, { layers: ['15:20', '5:60'] })).rejects.toThrow(
      /5 does not follow 15/,
    )
  })
})
