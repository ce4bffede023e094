import fc from 'fast-check'
import { expect, test } from 'vitest'
import { channelCode, channels, directions, roleCode, roles } from '../model/interaction.ts'
import type { Channel, Role } from '../model/interaction.ts'
import { eachTouchpoint, touchpointsOf } from './touchpoints.ts'
import type { Occurrence, Touchpoint } from './touchpoints.ts'

const ME = 1
const me = (person: number): boolean => person === ME

const occurrence = (channel: Channel, ...participants: readonly (readonly [number, Role])[]): Occurrence => ({
  channel: channelCode(channel),
  bulk: false,
  participants: participants.map(([person, role]) => ({ person, role: roleCode(role) })),
})

/** A touchpoint in words: `out 2 as to of 3`. */
const told = ({ direction, person, role, audience, bulk }: Touchpoint): string =>
  `${directions[direction]!} ${person} as ${roles[role]!} of ${audience}${bulk ? ', bulk' : ''}`

const seen = (interaction: Occurrence): string[] => touchpointsOf(interaction, me).map(told)

test('what I write goes out to everybody addressed', () => {
  expect(seen(occurrence('mail', [ME, 'from'], [2, 'to'], [3, 'cc'], [4, 'bcc']))).toEqual([
    'out 2 as to of 3',
    'out 3 as cc of 3',
    'out 4 as bcc of 3',
  ])
})

test('what others write comes in from the author only, with how I was addressed', () => {
  expect(seen(occurrence('mail', [2, 'from'], [3, 'to'], [ME, 'cc']))).toEqual(['in 2 as cc of 2'])
})

test('a meeting or call is together with each other participant', () => {
  expect(seen(occurrence('meeting', [2, 'organiser'], [ME, 'attendee'], [3, 'attendee']))).toEqual([
    'together 2 as organiser of 2',
    'together 3 as attendee of 2',
  ])
  expect(seen(occurrence('call', [2, 'from'], [ME, 'to']))).toEqual(['together 2 as from of 1'])
})

test('who is only mentioned in a meeting is not there', () => {
  expect(seen(occurrence('meeting', [ME, 'organiser'], [2, 'attendee'], [3, 'mentioned']))).toEqual([
    'together 2 as attendee of 1',
  ])
  expect(seen(occurrence('meeting', [2, 'organiser'], [3, 'attendee'], [ME, 'mentioned']))).toEqual([])
})

test('where I take no part there is nothing', () => {
  expect(seen(occurrence('mail', [2, 'from'], [3, 'to']))).toEqual([])
})

test('writing to myself is nothing, and I am no recipient of what I write to others', () => {
  expect(seen(occurrence('mail', [ME, 'from'], [ME, 'to']))).toEqual([])
  expect(seen(occurrence('mail', [ME, 'from'], [ME, 'cc'], [2, 'to']))).toEqual(['out 2 as to of 1'])
})

test('somebody listed twice counts once, with the strongest role', () => {
  expect(seen(occurrence('mail', [ME, 'from'], [2, 'cc'], [2, 'to'], [3, 'to'], [3, 'to']))).toEqual([
    'out 2 as to of 2',
    'out 3 as to of 2',
  ])
})

test('several people that are all me count as one', () => {
  const bothMe = (person: number): boolean => person <= 2
  const incoming = occurrence('mail', [3, 'from'], [1, 'to'], [2, 'cc'], [4, 'to'])
  expect(touchpointsOf(incoming, bothMe).map(told)).toEqual(['in 3 as to of 2'])
  const outgoing = occurrence('mail', [1, 'from'], [2, 'cc'], [3, 'to'])
  expect(touchpointsOf(outgoing, bothMe).map(told)).toEqual(['out 3 as to of 1'])
})

test('a post reaches those it mentions, not its followers', () => {
  const post = occurrence('post', [ME, 'from'], [2, 'mentioned'], [3, 'to'], [4, 'to'], [4, 'mentioned'])
  expect(seen(post)).toEqual(['out 2 as mentioned of 2', 'out 4 as mentioned of 2'])
  expect(seen(occurrence('post', [2, 'from'], [ME, 'mentioned']))).toEqual(['in 2 as mentioned of 1'])
  expect(seen(occurrence('post', [2, 'from'], [ME, 'to']))).toEqual([])
})

test('more than fifty recipients are bulk, fifty are not', () => {
  const recipients = (n: number) => Array.from({ length: n }, (_, i): [number, Role] => [10 + i, 'to'])
  expect(seen(occurrence('mail', [ME, 'from'], ...recipients(50)))[0]).toBe('out 10 as to of 50')
  expect(seen(occurrence('mail', [ME, 'from'], ...recipients(51)))[0]).toBe('out 10 as to of 51, bulk')
  expect(seen({ ...occurrence('mail', [2, 'from'], [ME, 'to']), bulk: true })).toEqual([
    'in 2 as to of 1, bulk',
  ])
})

const anyOccurrence: fc.Arbitrary<Occurrence> = fc.record({
  channel: fc.nat({ max: channels.length - 1 }),
  bulk: fc.boolean(),
  participants: fc.array(fc.record({ person: fc.nat({ max: 8 }), role: fc.nat({ max: roles.length - 1 }) }), {
    maxLength: 24,
  }),
})

test('seen from everybody at once, an interaction looks as it does from each', () => {
  fc.assert(
    fc.property(anyOccurrence, (interaction) => {
      const fromAll = new Map<number, string[]>()
      eachTouchpoint(interaction, (ego, person, direction, audience, role, bulk) => {
        const list = fromAll.get(ego) ?? []
        list.push(told({ person, direction, audience, role, bulk }))
        fromAll.set(ego, list)
      })
      for (let ego = 0; ego <= 8; ego++) {
        const alone = touchpointsOf(interaction, (person) => person === ego).map(told)
        expect((fromAll.get(ego) ?? []).toSorted()).toEqual(alone.toSorted())
      }
    }),
  )
})

test('what goes out of one comes in at the other, and meetings are mutual', () => {
  const mirror: Readonly<Record<string, string>> = { out: 'in', in: 'out', together: 'together' }
  fc.assert(
    fc.property(anyOccurrence, (interaction) => {
      const ways: string[] = []
      const mirrored: string[] = []
      eachTouchpoint(interaction, (ego, person, direction, audience) => {
        expect(ego).not.toBe(person)
        ways.push(`${ego} ${directions[direction]!} ${person} ${audience}`)
        mirrored.push(`${person} ${mirror[directions[direction]!]!} ${ego} ${audience}`)
      })
      expect(mirrored.toSorted()).toEqual(ways.toSorted())
    }),
  )
})
