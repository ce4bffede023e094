import { BULK_AUDIENCE, channelCode, directionCode, roleCode, roles } from '../model/interaction.ts'

/** Somebody's part in an interaction; the role as a code of `model/interaction.ts`. */
export type Participation = { readonly person: number; readonly role: number }

/** What is needed of an interaction to see it from an ego; the channel as a code. */
export type Occurrence = {
  readonly channel: number
  readonly bulk: boolean
  readonly participants: readonly Participation[]
}

/** One interaction as seen from an ego and one other person. */
export type Touchpoint = {
  readonly person: number
  /** Code of `directions`, seen from the ego. */
  readonly direction: number
  /** Distinct recipients of a mail, message or post, its author left out; distinct others of a meeting or call. */
  readonly audience: number
  /** How the addressed side took part: the person's role for `out` and `together`, the ego's own for `in`. */
  readonly role: number
  readonly bulk: boolean
}

const OUT = directionCode('out')
const IN = directionCode('in')
const TOGETHER = directionCode('together')
const FROM = roleCode('from')
const MENTIONED = roleCode('mentioned')
const MEETING = channelCode('meeting')
const CALL = channelCode('call')
const POST = channelCode('post')

/** How strongly a role takes part, by role code. Who is listed twice counts once, by the strongest. */
const STRENGTH: readonly number[] = roles.map((role) =>
  ['mentioned', 'bcc', 'cc', 'attendee', 'to', 'organiser', 'from'].indexOf(role),
)

/** Up to this many participants, looking through a list is quicker than a table. */
const SHORT_LIST = 16

const stronger = (a: number, b: number): number => (STRENGTH[a]! >= STRENGTH[b]! ? a : b)

/** Whether someone of this role is the author, the addressee, or present at the same time; null: takes no part. */
function part(channel: number, role: number): 'author' | 'addressee' | 'present' | null {
  if (channel === MEETING || channel === CALL) return role === MENTIONED ? null : 'present'
  if (role === FROM) return 'author'
  return channel !== POST || role === MENTIONED ? 'addressee' : null
}

/** The participants, each once with the strongest role that takes part; the list itself if nobody is listed twice. */
function distinct({ channel, participants }: Occurrence): readonly Participation[] {
  if (participants.length <= SHORT_LIST) {
    let repeated = false
    for (let i = 1; i < participants.length && !repeated; i++) {
      for (let j = 0; j < i; j++) {
        if (participants[i]!.person === participants[j]!.person) repeated = true
      }
    }
    if (!repeated) return participants
  }
  const roleOf = new Map<number, number>()
  for (const { person, role } of participants) {
    if (part(channel, role) === null) continue
    const known = roleOf.get(person)
    roleOf.set(person, known === undefined ? role : stronger(known, role))
  }
  return Array.from(roleOf, ([person, role]) => ({ person, role }))
}

/**
 * How an interaction looks from an ego: the one place that says so. Empty when the ego takes no part, or is alone
 * in it (somebody who writes to themself).
 *
 * - The ego wrote: `out` to each distinct addressee (to, cc, bcc, mentioned).
 * - Another wrote and the ego is addressed: `in` from the author only.
 * - A meeting or call with the ego present: `together` with each other participant; who is only mentioned is not
 *   present.
 * - A post reaches those it mentions, nobody else.
 *
 * Bulk is what is marked so, and whatever has an audience above BULK_AUDIENCE.
 * @param ego whether a person is the ego; it may hold for several (unmerged addresses), who then count as one
 */
export function touchpointsOf(interaction: Occurrence, ego: (person: number) => boolean): Touchpoint[] {
  const { channel } = interaction
  let mine = -1
  for (const { person, role } of interaction.participants) {
    if (ego(person) && part(channel, role) !== null) mine = mine === -1 ? role : stronger(mine, role)
  }
  if (mine === -1) return []
  const others = distinct(interaction)
  const myPart = part(channel, mine)
  let audience = myPart === 'addressee' ? 1 : 0
  for (const { person, role } of others) {
    const theirs = part(channel, role)
    if (theirs !== null && theirs !== 'author' && !ego(person)) audience++
  }
  const bulk = interaction.bulk || audience > BULK_AUDIENCE
  const touchpoints: Touchpoint[] = []
  for (const { person, role } of others) {
    if (ego(person)) continue
    const theirs = part(channel, role)
    if (myPart === 'author' && theirs === 'addressee') {
      touchpoints.push({ person, direction: OUT, audience, role, bulk })
    } else if (myPart === 'addressee' && theirs === 'author') {
      touchpoints.push({ person, direction: IN, audience, role: mine, bulk })
    } else if (myPart === 'present' && theirs === 'present') {
      touchpoints.push({ person, direction: TOGETHER, audience, role, bulk })
    }
  }
  return touchpoints
}

/**
 * The same for every participant as ego at once: calls `visit` for each ordered pair of people whom the interaction
 * connects. For any ego it equals `touchpointsOf`, at the cost of the pairs there are.
 */
export function eachTouchpoint(
  interaction: Occurrence,
  visit: (
    ego: number,
    person: number,
    direction: number,
    audience: number,
    role: number,
    bulk: boolean,
  ) => void,
): void {
  const { channel } = interaction
  const everyone = distinct(interaction)
  let addressed = 0
  let present = 0
  for (const { role } of everyone) {
    const takes = part(channel, role)
    if (takes === 'addressee') addressed++
    else if (takes === 'present') present++
  }
  const audience = present > 0 ? present - 1 : addressed
  const bulk = interaction.bulk || audience > BULK_AUDIENCE
  for (const one of everyone) {
    const takes = part(channel, one.role)
    if (takes === null || takes === 'addressee') continue
    for (const other of everyone) {
      if (other === one) continue
      const theirs = part(channel, other.role)
      if (takes === 'author' && theirs === 'addressee') {
        visit(one.person, other.person, OUT, audience, other.role, bulk)
        visit(other.person, one.person, IN, audience, other.role, bulk)
      } else if (takes === 'present' && theirs === 'present') {
        visit(one.person, other.person, TOGETHER, audience, other.role, bulk)
      }
    }
  }
}
