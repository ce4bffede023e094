import { expect, test } from 'vitest'
import type { OwnerRecord } from '../model/records.ts'
import { chooseEgo } from './ego.ts'

const hint = (basis: OwnerRecord['basis'], value: string, count: number, name?: string): OwnerRecord => ({
  type: 'owner',
  basis,
  identity: { kind: 'mail', value },
  count,
  ...(name === undefined ? {} : { name }),
})
const values = (hints: OwnerRecord[]) =>
  chooseEgo(hints)
    ?.identities.map((identity) => identity.value)
    .sort()

test('nothing said, nobody chosen', () => expect(chooseEgo([])).toBeNull())

test('the author of sent mail is the owner, an assistant who sends now and then is not', () =>
  expect(
    values([hint('sent', 'sally.beck@x.example', 2518), hint('sent', 'patti.thompson@x.example', 152)]),
  ).toEqual(['sally.beck@x.example']))

test('a second address of the author that shares the name is the owner too', () =>
  expect(
    values([hint('sent', 'daren.farmer@x.example', 1498), hint('sent', 'j..farmer@x.example', 217)]),
  ).toEqual(['daren.farmer@x.example', 'j..farmer@x.example']))

test('the same local part below the same organisation is the owner too', () =>
  expect(
    values([hint('sent', 'sally.beck@x.example', 90), hint('seen', 'sally.beck@ei.x.example', 8)]),
  ).toEqual(['sally.beck@ei.x.example', 'sally.beck@x.example']))

test('without sent mail it is the address that mail was delivered to', () =>
  expect(
    values([
      hint('delivered', 'jane@x.example', 100),
      hint('delivered', 'list@x.example', 3),
      hint('seen', 'bob@x.example', 60),
    ]),
  ).toEqual(['jane@x.example']))

test('a role address is nobody, also in sent mail', () =>
  expect(values([hint('sent', 'info@x.example', 100), hint('sent', 'jane@x.example', 40)])).toEqual([
    'jane@x.example',
  ]))

test('what an export says of its owner counts, with the name', () => {
  const choice = chooseEgo([
    { type: 'owner', basis: 'own', name: 'Jane Doe', count: 1 },
    { type: 'owner', basis: 'own', identity: { kind: 'linkedin', value: 'jane-doe' }, count: 12 },
    hint('sent', 'jane@x.example', 40),
  ])
  expect(choice?.name).toBe('Jane Doe')
  expect(choice?.identities.map((identity) => identity.kind)).toEqual(['linkedin', 'mail'])
})

test('who takes part in most of it is the owner, unless another does nearly as often', () => {
  expect(values([hint('seen', 'jane@x.example', 12), hint('seen', 'bob@x.example', 6)])).toEqual([
    'jane@x.example',
  ])
  expect(chooseEgo([hint('seen', 'jane@x.example', 2), hint('seen', 'bob@x.example', 2)])).toBeNull()
})

test('the choice does not depend on the order of the hints', () => {
  const hints = [
    hint('sent', 'b@x.example', 5),
    hint('sent', 'a@x.example', 5),
    hint('delivered', 'c@x.example', 2),
  ]
  expect(chooseEgo([...hints].reverse())).toEqual(chooseEgo(hints))
})
