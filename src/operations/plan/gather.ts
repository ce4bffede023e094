import { DEFAULT_FIELD_MEAN } from '#core/calibre/combine.ts'
import { isDormant } from '#core/closeness/trust.ts'
import { byTie } from '#core/ledger/by-tie.ts'
import { foldLedger } from '#core/ledger/fold-ledger.ts'
import { ledgerByPerson } from '#core/ledger/ledger.ts'
import type { Ledger } from '#core/ledger/ledger.ts'
import { TOGETHER } from '#core/ledger/weights.ts'
import { replyHistory, replyProbability } from '#core/outcomes/reply.ts'
import { openPromises } from '#core/plan/promises.ts'
import type { OpenPromise } from '#core/plan/promises.ts'
import type { PlanTie } from '#core/plan/tie.ts'
import type { ScoredColumns } from '#store/outlook.ts'
import type { PersonRow } from '#store/store.ts'
import { allContacts } from '../all-contacts.ts'
import { introductionOffers } from '../study/offers.ts'
import { happened } from '../happened.ts'
import type { Context } from '../operation.ts'

const DAY_MS = 86_400_000
/** Threads older than this wait for nobody. */
export const PROMISE_DAYS = 60
const CHANGE_DAYS = 90
const GIVEN_DAYS = 60
/** People whose threads are read at most: those who were in touch last. */
const MOST_OPEN = 4_000

/** Everything the rules look at, for everybody the owner knows. */
export type Gathered = {
  readonly at: number
  readonly columns: ScoredColumns
  readonly ledger: Ledger
  /** The tie of each row of the columns in the ledger; −1 = no event. */
  readonly tieOf: Int32Array
  readonly ties: readonly PlanTie[]
  readonly people: ReadonlyMap<number, PersonRow>
  readonly promises: readonly OpenPromise[]
  readonly lastInMs: Float64Array
}

/** Who wrote last, to whom an answer may be owed, within the last weeks; of those who were in touch last. */
export async function promisesOf({ store, owner }: Context, at: number): Promise<readonly OpenPromise[]> {
  const since = at - PROMISE_DAYS * DAY_MS
  const people = await store.inTouchSince(owner, since, MOST_OPEN)
  return openPromises(await store.threadsWith(owner, people, since, at), at)
}

/** The last meeting or call of each tie; NaN = never. */
function lastMetMs(ledger: Ledger, at: number): Float64Array {
  const last = new Float64Array(ledger.tieCount).fill(NaN)
  for (let row = 0; row < ledger.length; row++) {
    const when = ledger.atMs[row]!
    if (ledger.direction[row] !== TOGETHER || ledger.bulk[row] === 1 || !(when < at)) continue
    const tie = ledger.tie[row]!
    if (!(last[tie]! >= when)) last[tie] = when
  }
  return last
}

/** The last outcome that each person brought within the last weeks, and that nobody thanked them for since. */
async function givenLately(
  { store, owner }: Context,
  now: number,
): Promise<ReadonlyMap<number, PlanTie['given']>> {
  const thanked = new Map(
    (await store.entries(owner, 'action')).flatMap(({ about, body }) =>
      body.action === 'thank' && body.state === 'done' && about?.person != null
        ? [[about.person as number, body.changedAt ?? 0] as const]
        : [],
    ),
  )
  const given = new Map<number, PlanTie['given']>()
  for (const { about, via, at, body } of await store.entries(owner, 'outcome')) {
    if (at > now || now - at > GIVEN_DAYS * DAY_MS) continue
    for (const giver of [about, via])
      if (giver?.person != null && !((thanked.get(giver.person) ?? -Infinity) >= at))
        given.set(giver.person, { kind: body.kind, days: (now - at) / DAY_MS })
  }
  return given
}

/** The newest change of title or organisation that an import of the last months brought of each person. */
async function changedLately(
  { store, owner }: Context,
  now: number,
): Promise<ReadonlyMap<number, PlanTie['change']>> {
  const changes = new Map<number, PlanTie['change']>()
  // The newest come first.
  for (const one of (await store.profileChanges(owner, now - CHANGE_DAYS * DAY_MS)).toReversed()) {
    const { field, before } = one
    if (field !== 'title' && field !== 'organisation') continue
    const days = Math.max(0, (now - one.seenAt) / DAY_MS)
    changes.set(one.person, { field, before, now: one.now, days })
  }
  return changes
}

/** Reads all that a plan is made from. */
export async function gather(context: Context, at: number): Promise<Gathered> {
  const { store, owner } = context
  const columns = await store.scoredColumns(owner)
  const { ledger: rows, people: persons } = ledgerByPerson(await happened(context))
  const ledger = byTie(rows)
  const ties = foldLedger(ledger, at)
  const replies = replyHistory(ledger, at)
  const met = lastMetMs(ledger, at)
  const tieByPerson = new Map(Array.from(persons, (person, tie) => [person, tie]))
  const tieOf = Int32Array.from(columns.person, (person) => tieByPerson.get(person) ?? -1)
  const read = (column: Float64Array, row: number): number => {
    const tie = tieOf[row]!
    return tie < 0 ? NaN : column[tie]!
  }
  const lastInMs = Float64Array.from(columns.person, (_, row) => read(ties.lastInMs, row))
  const days = (ms: number): number | null => (Number.isNaN(ms) ? null : Math.max(0, (at - ms) / DAY_MS))

  const promises = await promisesOf(context, at)
  const owed = firstOf(promises, 'i-owe')
  const waiting = firstOf(promises, 'they-owe')
  const now = context.now()
  const given = await givenLately(context, now)
  const changes = await changedLately(context, now)
  const contacts = await allContacts(context)
  const people = new Map(contacts.map((row) => [row.personId as number, row]))
  const offers = await introductionOffers(context, contacts)
  const planTies = Array.from(columns.person, (person, row): PlanTie => {
    const tie = tieOf[row]!
    const daysSinceIn = days(lastInMs[row]!)
    const counted = (column: Int32Array): number => (tie < 0 ? 0 : column[tie]!)
    return {
      person,
      name: people.get(person)?.name ?? '',
      closeness: columns.closeness[row]!,
      trust: columns.trust[row]!,
      calibre: Number.isNaN(columns.calibre[row]!) ? null : columns.calibre[row]!,
      dormant: isDormant(columns.trust[row]!, columns.closeness[row]!),
      daysSince: days(columns.lastMs[row]!),
      daysSinceIn,
      daysSinceOut: days(read(ties.lastOutMs, row)),
      daysSinceMet: days(read(met, row)),
      in: counted(ties.in),
      out: counted(ties.out),
      together: counted(ties.together),
      answers: replyProbability(
        {
          daysSinceInbound: daysSinceIn,
          mutualVolume: tie < 0 ? 0 : Math.sqrt(ties.volumeOut[tie]! * ties.volumeIn[tie]!),
          asks: tie < 0 ? 0 : replies.asks[tie]!,
          replies: tie < 0 ? 0 : replies.replies[tie]!,
        },
        replies.overall,
      ),
      contribution: columns.contribution[row]!,
      owed: owed.get(person) ?? null,
      waiting: waiting.get(person) ?? null,
      change: changes.get(person) ?? null,
      given: given.get(person) ?? null,
      introduces: offers.get(person) ?? null,
    }
  })
  return { at, columns, ledger, tieOf, ties: planTies, people, promises, lastInMs }
}

/** The newest promise of a side with each person. */
const firstOf = (promises: readonly OpenPromise[], side: OpenPromise['side']) =>
  new Map(
    promises
      .filter((one) => one.side === side)
      .toReversed()
      .map(({ person, days, subject }) => [person, { days, subject }]),
  )

export const FIELD_MEAN = DEFAULT_FIELD_MEAN
