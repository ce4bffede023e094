import { sql } from 'kysely'
import { channelCode } from '#core/model/interaction.ts'
import { interactionId, personId } from '#core/model/ids.ts'
import type { InteractionId, OwnerId, PersonId } from '#core/model/ids.ts'
import type { Backend } from './backend.ts'
import type { FactField } from './rows.ts'

/** One message as promises look at it. */
export type ThreadMessage = Pick<
  ThreadRow,
  'person' | 'at' | 'direction' | 'audience' | 'bulk' | 'thread' | 'subject'
>

/** One message as drafts and outcomes look at it. */
export type ThreadRow = {
  readonly person: PersonId
  readonly interactionId: InteractionId
  readonly at: number
  /** Code of core/model/interaction.ts. */
  readonly direction: number
  readonly channel: number
  readonly audience: number
  readonly bulk: boolean
  readonly thread: string | null
  readonly subject: string | null
}

/** What a source says now and said before of one person. */
export type ProfileChange = {
  readonly person: PersonId
  readonly field: FactField
  readonly before: string
  readonly now: string
  /** When kith first read it, epoch milliseconds. */
  readonly seenAt: number
}

export interface ThreadStore {
  /** Interactions with these people from a time on and before another, by person and time. */
  readonly threadsWith: (
    owner: OwnerId,
    people: readonly PersonId[],
    since: number,
    before: number,
  ) => Promise<readonly ThreadMessage[]>
  /** Contacts who took part in interactions with this person, most often first; the owner left out. */
  readonly inCommon: (
    owner: OwnerId,
    person: PersonId,
    limit: number,
  ) => Promise<readonly { readonly person: PersonId; readonly name: string; readonly times: number }[]>
  /** Titles and organisations that a later import of one source gives differently, newest first. */
  readonly profileChanges: (owner: OwnerId, since: number) => Promise<readonly ProfileChange[]>
  /** Messages with one person at a time whose subject contains one of the words, newest first. */
  readonly subjectsWith: (
    owner: OwnerId,
    words: readonly string[],
    since: number,
    before: number,
    limit: number,
  ) => Promise<readonly (ThreadRow & { readonly key: string })[]>
}

/** Interactions looked at to see who is in common. */
const COMMON_FROM = 300
/** Audiences up to this still mean that people know of each other. */
const COMMON_AUDIENCE = 12

export const threadsPart = (backend: Backend): ThreadStore => {
  const touchpointsIn = (owner: OwnerId) =>
    backend.db
      .selectFrom('touchpoints as t')
      .innerJoin('interactions as x', (on) =>
        on.onRef('x.owner_id', '=', 't.owner_id').onRef('x.interaction_id', '=', 't.interaction_id'),
      )
      .where('t.owner_id', '=', owner)
  const rowsOf = (owner: OwnerId) =>
    touchpointsIn(owner)
      .select(['t.person_id', 't.interaction_id', 't.occurred_ms', 't.direction', 't.channel'])
      .select(['t.audience', 't.bulk', 'x.thread', 'x.subject', 'x.key_hash'])
  type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]
  const threadOf = (row: Row): ThreadRow & { readonly key: string } => ({
    person: personId(row.person_id),
    interactionId: interactionId(row.interaction_id),
    at: row.occurred_ms,
    direction: row.direction,
    channel: row.channel,
    audience: row.audience,
    bulk: row.bulk === 1,
    thread: row.thread,
    subject: row.subject,
    key: row.key_hash,
  })
  return {
    async threadsWith(owner, people, since, before) {
      if (people.length === 0) return []
      const query = touchpointsIn(owner)
        .select(['t.person_id', 't.occurred_ms', 't.direction', 't.audience', 't.bulk'])
        .select(['x.thread', 'x.subject'])
        .where('t.person_id', 'in', backend.listOf(people))
        .where('t.occurred_ms', '>=', since)
        .where('t.occurred_ms', '<', before)
        .orderBy('t.person_id')
        .orderBy('t.occurred_ms')
        .orderBy('t.interaction_id')
      const rows: ThreadMessage[] = []
      await backend.scan(query.compile(), ([person, at, direction, audience, bulk, thread, subject]) =>
        rows.push({
          person: personId(Number(person)),
          at: Number(at),
          direction: Number(direction),
          audience: Number(audience),
          bulk: Number(bulk) === 1,
          thread: thread == null ? null : String(thread),
          subject: subject == null ? null : String(subject),
        }),
      )
      return rows
    },

    async inCommon(owner, person, limit) {
      const { rows } = await sql<{ person_id: number; name: string; times: number }>`
        select i.person_id, p.name, count(distinct t.interaction_id) as times
        from (
          select owner_id, interaction_id from touchpoints
          where owner_id = ${owner} and person_id = ${person} and bulk = 0 and audience between 2 and ${COMMON_AUDIENCE}
          order by occurred_ms desc limit ${COMMON_FROM}
        ) t
        join participants c on c.owner_id = t.owner_id and c.interaction_id = t.interaction_id
        join identities i on i.identity_id = c.identity_id
        join people p on p.person_id = i.person_id
        join scores s on s.owner_id = t.owner_id and s.person_id = i.person_id
        where i.person_id <> ${person} and p.is_person = 1
          and i.person_id not in (select coalesce(me_person_id, 0) from owners where owner_id = ${owner})
        group by i.person_id, p.name
        order by times desc, i.person_id
        limit ${limit}`.execute(backend.db)
      return rows.map((row) => ({
        person: personId(row.person_id),
        name: row.name,
        times: row.times,
      }))
    },

    async profileChanges(owner, since) {
      const { rows } = await sql<{
        person_id: number
        field: FactField
        before: string
        now: string
        seen_ms: number
      }>`
        select i.person_id, f.field, g.value as before, f.value as now, m.started_ms as seen_ms
        from imports m
        join person_facts f on f.import_id = m.import_id
        join person_facts g on g.identity_id = f.identity_id and g.field = f.field and g.source = f.source
          and g.import_id < f.import_id
        join identities i on i.identity_id = f.identity_id
        where m.owner_id = ${owner} and m.started_ms >= ${since} and f.field in ('title', 'organisation')
          and (f.at_ms is null or g.at_ms is null or f.at_ms >= g.at_ms)
        order by m.started_ms desc, i.person_id, f.field, g.import_id desc, g.value`.execute(backend.db)
      const seen = new Set<string>()
      return rows.flatMap((row) => {
        const key = `${row.person_id} ${row.field}`
        if (seen.has(key)) return []
        seen.add(key)
        return [
          {
            person: personId(row.person_id),
            field: row.field,
            before: row.before,
            now: row.now,
            seenAt: row.seen_ms,
          },
        ]
      })
    },

    async subjectsWith(owner, words, since, before, limit) {
      if (words.length === 0) return []
      const named = backend.db
        .selectFrom('interactions as m')
        .select('m.interaction_id')
        .where('m.owner_id', '=', owner)
        .where('m.occurred_ms', '>=', since)
        .where('m.occurred_ms', '<', before)
        .where((eb) =>
          eb.or(words.map((word) => eb(eb.fn<string>('lower', ['m.subject']), 'like', `%${word}%`))),
        )
      // Most touchpoints have no such subject: they are not gone through where none has, and joined where one has.
      if ((await named.limit(1).executeTakeFirst()) === undefined) return []
      const rows = await rowsOf(owner)
        .where('t.interaction_id', 'in', named)
        .innerJoin('scores as s', (on) =>
          on.onRef('s.owner_id', '=', 't.owner_id').onRef('s.person_id', '=', 't.person_id'),
        )
        .where('t.occurred_ms', '>=', since)
        .where('t.occurred_ms', '<', before)
        .where('t.bulk', '=', 0)
        .where('t.channel', 'in', [channelCode('mail'), channelCode('message')])
        .where('t.audience', '<=', 3)
        .orderBy('t.occurred_ms', 'desc')
        .orderBy('t.interaction_id')
        .orderBy('t.person_id')
        .limit(limit)
        .execute()
      return rows.map(threadOf)
    },
  }
}
