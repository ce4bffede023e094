import { fieldTerms } from '#core/calibre/field.ts'
import { FieldSubjects, type Talk, type UsualTalk, talkNearness, usualTalk } from '#core/calibre/talk.ts'
import type { CalibreSources } from '#core/scoring/calibre-of-people.ts'
import type { PersonId } from '#core/model/ids.ts'
import { channelCode, directionCode } from '#core/model/interaction.ts'
import type { TalkRow } from '#store/talk.ts'
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
 * field, time nor interactions changed, else read anew. Nothing is read where no field is described.
 * @param seenChanges the owner's `changes` as read before the data of this scoring
 */
export async function talkOfEverybody(
  context: Context,
  field: string,
  before: number,
  seenChanges: number,
): Promise<KnownTalk> {
  const { store, owner } = context
  if (fieldTerms(field).length === 0) return { talk: new Map(), usual: new Map() }
  const about = aboutOf(field, before)
  const mark = await store.talkMark(owner)
  if (mark?.about === about && mark.whole) {
    const talk = await keptTalk(context)
    return { talk, usual: usualTalk(field, talk.values()) }
  }
  const found = new FieldSubjects(field)
  const marks: number[] = []
  await store.eachSubject(owner, (id, subject, keywords) => {
    marks[id] = found.mark(subject, keywords)
  })
  await breathe(context.signal)
  const rows: TalkRow[] = []
  await store.eachPersonsInteractions(
    owner,
    before,
    ({ personId, length, interaction, channel, direction }) => {
      const mine = new Float64Array(length)
      for (let row = 0; row < length; row++)
        if (talksIn(channel(row), direction(row))) mine[row] = marks[interaction[row]!] ?? 0
      const talk = found.talkOf(mine)
      if (talk !== null) rows.push({ personId, ...talk })
    },
  )
  await store.saveTalk(owner, about, seenChanges, rows)
  const talk = byPerson(rows)
  return { talk, usual: usualTalk(field, talk.values()) }
}
