import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clusterByKeys, type KeyFacts } from './key-clusters.ts'

/** Facts written with keys instead of positions. */
type Told = {
  readonly claims?: readonly (readonly [string, string])[]
  readonly same?: readonly (readonly [string, string])[]
  readonly apart?: readonly (readonly [string, string])[]
  readonly together?: readonly string[]
  readonly memberNames?: Readonly<Record<string, readonly string[]>>
}

function factsOf(keys: readonly string[], told: Told): KeyFacts {
  const at = (key: string): number => keys.indexOf(key)
  const pairs = (list: Told['claims'] = []): (readonly [number, number])[] =>
    list.map(([a, b]) => [at(a), at(b)] as const)
  return {
    keys,
    claims: pairs(told.claims),
    same: pairs(told.same),
    apart: pairs(told.apart),
    together: (told.together ?? []).map(at),
    memberNames: new Map(
      Object.entries(told.memberNames ?? {}).map(([name, members]) => [name, new Set(members.map(at))]),
    ),
  }
}

/** People as lists of keys, in order. */
function people(keys: readonly string[], told: Told): string[] {
  const whose = clusterByKeys(factsOf(keys, told))
  return [...Map.groupBy(keys, (_, i) => whose[i]!).values()]
    .map((all) => all.toSorted().join(' '))
    .toSorted()
}

const [ann, bob, cat] = ['mail:ann@x.example', 'mail:bob@x.example', 'mail:cat@x.example']
const [li1, li2] = ['linkedin:one', 'linkedin:two']
const tel = 'phone:+491'

test('what a source gives for one person is one person, also through others', () => {
  expect(
    people([ann, bob, cat], {
      claims: [
        [ann, bob],
        [bob, cat],
      ],
    }),
  ).toEqual([`${ann} ${bob} ${cat}`])
})

test('two LinkedIn profiles are never one person’s, unless the user says so', () => {
  const claims = [
    [ann, li1],
    [ann, li2],
  ] as const
  expect(people([ann, li1, li2], { claims })).toEqual([li2, `${li1} ${ann}`].toSorted())
  expect(people([ann, li1, li2], { claims, same: [[li1, li2]] })).toEqual([`${li1} ${li2} ${ann}`])
})

test('a number that two people give belongs to the first of them by key; one that one gives is theirs', () => {
  const keys = [ann, bob, tel]
  expect(people(keys, { claims: [[bob, tel]] })).toEqual([ann, `${bob} ${tel}`])
  expect(
    people(keys, {
      claims: [
        [bob, tel],
        [ann, tel],
      ],
    }),
  ).toEqual([`${ann} ${tel}`, bob])
})

test('whom the user told apart stay two, also through others', () => {
  expect(
    people([ann, bob, cat], {
      claims: [
        [ann, bob],
        [bob, cat],
      ],
      apart: [[ann, cat]],
    }),
  ).toEqual([`${ann} ${bob}`, cat])
})

test('one mailbox under several addresses is one person', () => {
  expect(people(['mail:a.b@gmail.com', 'mail:ab@googlemail.com', ann], {})).toEqual([
    'mail:a.b@gmail.com mail:ab@googlemail.com',
    ann,
  ])
})

test('a name on LinkedIn is the one member of that name; of two it is nobody’s', () => {
  const keys = ['name:linkedin:jane doe', li1, li2]
  expect(people(keys, { memberNames: { 'jane doe': [li1] } })).toContain(
    'linkedin:one name:linkedin:jane doe',
  )
  expect(people(keys, { memberNames: { 'jane doe': [li1, li2] } })).toHaveLength(3)
})

test('role addresses join nobody', () => {
  expect(
    people([ann, 'mail:info@x.example', bob], {
      claims: [
        [ann, 'mail:info@x.example'],
        [bob, 'mail:info@x.example'],
      ],
    }),
  ).toHaveLength(3)
})

test('the owner’s identities are one', () => {
  expect(people([ann, bob, cat], { together: [ann, cat] })).toEqual([`${ann} ${cat}`, bob])
})

const keysDrawn = fc.constantFrom(ann, bob, cat, 'mail:dan@y.example', li1, li2, tel, 'phone:+492')
const pairsDrawn = fc.array(fc.tuple(keysDrawn, keysDrawn), { maxLength: 8 })

test('whatever comes first, the people are the same', () => {
  fc.assert(
    fc.property(pairsDrawn, pairsDrawn, pairsDrawn, fc.integer(), (claims, same, apart, seed) => {
      const keys = [ann, bob, cat, 'mail:dan@y.example', li1, li2, tel, 'phone:+492']
      const shuffled = <T>(list: readonly T[]): T[] =>
        list
          .map((one, i) => [(Math.imul(i + 1, seed | 1) ^ seed) >>> 0, one] as const)
          .toSorted(([a], [b]) => a - b)
          .map(([, one]) => one)
      const turned = (list: readonly (readonly [string, string])[]) =>
        shuffled(list).map(([a, b]) => [b, a] as const)
      expect(
        people(shuffled(keys), { claims: turned(claims), same: turned(same), apart: turned(apart) }),
      ).toEqual(people(keys, { claims, same, apart }))
    }),
  )
})

test('whoever the user keeps apart stays apart, also through those whom one of them became one with', () => {
  const dan = 'mail:dan@x.example'
  expect(
    people([ann, bob, cat, dan], {
      apart: [[cat, dan]],
      claims: [
        [ann, bob],
        [ann, cat],
        [bob, dan],
      ],
    }),
  ).toEqual([`${ann} ${bob} ${cat}`, dan])
})

test('no two who are kept apart are ever one, whatever else is said', () => {
  const keys = [ann, bob, cat, 'mail:dan@x.example', 'mail:eve@x.example', li1, tel]
  const pair = fc.tuple(fc.constantFrom(...keys), fc.constantFrom(...keys)).filter(([a, b]) => a !== b)
  const pairs = fc.array(pair, { maxLength: 8 })
  fc.assert(
    fc.property(pairs, pairs, pairs, fc.subarray(keys), (claims, same, apart, together) => {
      const whose = clusterByKeys(factsOf(keys, { claims, same, apart, together }))
      for (const [a, b] of apart) expect(whose[keys.indexOf(a)]).not.toBe(whose[keys.indexOf(b)])
    }),
  )
})
