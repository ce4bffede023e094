import { fieldTerms } from '#core/calibre/field.ts'
import {
  FieldSubjects,
  NO_TALK,
  type Talk,
  type UsualTalk,
  distinctMarks,
  marksBeyond,
  talkNearness,
  usualTalk,
} from '#core/calibre/talk.ts'
import type { CalibreSources } from '#core/scoring/calibre-of-people.ts'
import type { PersonId } from '#core/model/ids.ts'
import { channelCode, directionCode } from '#core/model/interaction.ts'
import type { Since } from '#store/keywords.ts'
import type { LedgerColumns } from '#store/store.ts'
import type { GrowingTalkRow, TalkMark, TalkRow } from '#store/talk.ts'
import { fieldOf } from '../field.ts'
import type { Context } from '../operation.ts'
import { breathe } from '../run.ts'

/** What people talk about, against what is usual: what the scores were made with. */
export type KnownTalk = {
  readonly talk: ReadonlyMap<number, Talk>
  readonly usual: UsualTalk
}

/** How near somebody's talk is to the field, for calibre. Subjects are their owner's alone: one mailbox is seen. */
export const talkOf = ({ talk, usual }: KnownTalk, views = 1): NonNullable<CalibreSources['talk']> => {
  const nearness = talkNearness(usual)
  return { of: (person) => nearness(talk.get(person)), views }
}

const POST = channelCode('post')
const IN = directionCode('in')

/** A post is its author's: whoever it mentions said nothing. Everything else is talked about by all who take part. */
export const talksIn = (channel: number, direction: number): boolean => channel !== POST || direction === IN

/** Kept talk that was made in another way is made again. */
const WAY = 1

/** What the kept talk of a scoring is about. */
const aboutOf = (field: string, before: number): string => JSON.stringify([WAY, field, before])

const byPerson = (rows: readonly TalkRow[]): ReadonlyMap<number, Talk> =>
  new Map(rows.map(({ personId, subjects, words }) => [personId, { subjects, words }]))

/** What is kept of one person's talk, or of everybody's. */
export const keptTalk = async ({ store, owner }: Context, person?: PersonId): Promise<KnownTalk['talk']> =>
  byPerson(await store.talk(owner, person))

/** Whether the talk that the stored scores of this time were made with is still there. */
export async function isTalkKept(context: Context, before: number): Promise<boolean> {
  const field = (await fieldOf(context)) ?? ''
  if (fieldTerms(field).length === 0) return true
  return (await context.store.talkMark(context.owner))?.about === aboutOf(field, before)
}

/**
 * What everybody is seen talking about before a time, as far as the field goes: kept from the last scoring where neither
 * field, time nor interactions changed; where only time went on and interactions came, theirs is added to it; else read
 * anew. Nothing is read where no field is described.
 * @param columns the owner's ledger
 * @param seenChanges the owner's `changes` as read before the data of this scoring
 */
export async function talkOfEverybody(
  context: Context,
  field: string,
  before: number,
  columns: LedgerColumns,
  seenChanges: number,
): Promise<KnownTalk> {
  const { store, owner } = context
  if (fieldTerms(field).length === 0) return { talk: new Map(), usual: new Map() }
  const about = aboutOf(field, before)
  const mark = await store.talkMark(owner)
  const since = mark === null ? null : sinceMade(mark, field, before, columns)
  const kept = since === null ? new Map<number, Talk>() : await keptTalk(context)
  const toldBefore = (): KnownTalk => ({ talk: kept, usual: usualTalk(field, kept.values()) })
  if (since !== null && mark?.about === about && mark.newFrom === null) return toldBefore()
  const rows = await readTalk(context, field, before, kept, since ?? undefined)
  await store.saveTalk(owner, about, seenChanges, rows, since === null ? undefined : mark?.about)
  const talk = new Map([...kept, ...byPerson(rows)])
  return { talk, usual: usualTalk(field, talk.values()) }
}

function inOrder(some: Float64Array, others: Float64Array): Float64Array {
  const all = new Float64Array(some.length + others.length)
  all.set(some)
  all.set(others, some.length)
  return all.sort()
}

/** More of the ledger than this share read once more takes longer than all of it read anew. */
const MOST_ADDED = 0.25

/**
 * With whom, and from when on, there are interactions that kept talk does not know of; null where it is of another field
 * or of a later time, or where there are too many.
 */
function sinceMade(mark: TalkMark, field: string, before: number, columns: LedgerColumns): Since | null {
  const [way, of, until] = JSON.parse(mark.about) as readonly [number, string, number]
  if (way !== WAY || of !== field || until > before) return null
  const from = Math.min(until, mark.newFrom ?? until)
  const people = new Set<number>()
  let added = 0
  for (let row = 0; row < columns.length; row++) {
    if (columns.at[row]! < from || columns.at[row]! >= before) continue
    people.add(columns.person[row]!)
    added++
  }
  return added > MOST_ADDED * columns.length ? null : { from, people: [...people] }
}

/** Reads what people talk about: all that they took part in, or what is added to what was known. */
async function readTalk(
  { store, owner, signal }: Context,
  field: string,
  before: number,
  kept: KnownTalk['talk'],
  since?: Since,
): Promise<readonly GrowingTalkRow[]> {
  const tookPart: { readonly personId: PersonId; readonly interactions: Float64Array }[] = []
  await store.eachPersonsInteractions(
    owner,
    before,
    ({ personId, length, interaction, channel, direction }) => {
      const interactions = new Float64Array(length)
      let count = 0
      for (let row = 0; row < length; row++)
        if (talksIn(channel(row), direction(row))) interactions[count++] = interaction[row]!
      tookPart.push({ personId, interactions: interactions.subarray(0, count) })
    },
    since,
  )
  await breathe(signal)
  const found = new FieldSubjects(field)
  const marks: number[] = []
  await store.eachSubject(
    owner,
    (id, subject, keywords) => {
      marks[id] = found.mark(subject, keywords)
    },
    since && [...new Set(tookPart.flatMap(({ interactions }) => [...interactions]))],
  )
  await breathe(signal)
  const known =
    since === undefined
      ? new Map<PersonId, Float64Array>()
      : await store.talkMarks(
          owner,
          tookPart.map(({ personId }) => personId),
        )
  return tookPart.flatMap(({ personId, interactions }) => {
    const mine = distinctMarks(interactions.map((id) => marks[id] ?? 0))
    const madeOf = known.get(personId) ?? new Float64Array(0)
    const more = marksBeyond(mine, madeOf)
    if (more.length === 0) return []
    const talk = found.goneOn(kept.get(personId) ?? NO_TALK, more)
    return [{ personId, ...talk, marks: madeOf.length === 0 ? more : inOrder(madeOf, more) }]
  })
}
