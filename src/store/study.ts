import { personId } from '#core/model/ids.ts'
import type { OwnerId, PersonId } from '#core/model/ids.ts'
import type { Backend } from './backend.ts'
import { peopleOfIdentities } from './seeking.ts'
import { keyHash } from './keys.ts'
import { lockOwner } from './owners.ts'
import { possibleKeys } from './people.ts'
import type { Profile } from './rows.ts'
import { searchPatterns } from './search.ts'

/** One interaction as the structure of the network is read from it; people only, role addresses left out. */
export type SeenInteraction = {
  readonly owner: number
  /** Epoch milliseconds. */
  readonly at: number
  readonly channel: number
  readonly participants: readonly { readonly person: PersonId; readonly role: number }[]
  readonly subject: string | null
  readonly keywords: readonly string[]
}

/** What is derived of a whole network at once and kept: JSON parts under a mark that says of which data. */
export interface StudyStore {
  /**
   * Shows every interaction of all owners before a time, by owner and id, to `visit`; bulk and undated ones left out.
   * Subjects and keywords are those of `owner` alone: what others write about is theirs.
   */
  readonly eachSeen: (
    owner: OwnerId,
    before: number,
    visit: (interaction: SeenInteraction) => void,
  ) => Promise<void>
  /** What is shown of these people, contacts or not; who is nobody's profile (role addresses) is left out. */
  readonly profiles: (people: readonly PersonId[]) => Promise<ReadonlyMap<PersonId, Profile>>
  /**
   * People in the directory, contacts or not, who have this identity, or whose name, address or organisation contains
   * the text; by id.
   */
  readonly findAnybody: (text: string, limit: number) => Promise<readonly Profile[]>
  /** A kept part, with its mark; null when there is none. */
  readonly study: (
    owner: OwnerId,
    part: string,
  ) => Promise<{ readonly mark: string; readonly body: unknown } | null>
  /** The mark of a kept part alone; null when there is none. */
  readonly studyMark: (owner: OwnerId, part: string) => Promise<string | null>
  /** Replaces these parts together; others stay. Does not count as a change: it is derived. */
  readonly saveStudy: (
    owner: OwnerId,
    mark: string,
    parts: Readonly<Record<string, unknown>>,
  ) => Promise<void>
}

/** Ids in one list of a query: more make the list itself the work. */
const MAX_IDS = 5_000

const profileColumns = ['person_id', 'name', 'organisation', 'title', 'industry', 'place'] as const

const profileFrom = (row: {
  readonly person_id: number
  readonly name: string
  readonly organisation: string | null
  readonly title: string | null
  readonly industry: string | null
  readonly place: string | null
}): Profile => ({
  personId: personId(row.person_id),
  name: row.name,
  organisation: row.organisation,
  title: row.title,
  industry: row.industry,
  place: row.place,
  isPerson: true,
})

export const studyPart = (backend: Backend): StudyStore => ({
  async eachSeen(owner, before, visit) {
    const personOf = await peopleOfIdentities(backend)
    const query = backend.db
      .selectFrom('participants as p')
      .innerJoin('interactions as x', (on) =>
        on.onRef('x.owner_id', '=', 'p.owner_id').onRef('x.interaction_id', '=', 'p.interaction_id'),
      )
      .leftJoin('interaction_keywords as k', (on) =>
        on.onRef('k.owner_id', '=', 'p.owner_id').onRef('k.interaction_id', '=', 'p.interaction_id'),
      )
      .select(['p.owner_id', 'p.interaction_id', 'p.identity_id', 'p.role'])
      .select(['x.occurred_ms', 'x.channel', 'x.subject', 'k.keywords'])
      .where('x.bulk', '=', 0)
      .where('x.occurred_ms', '<', before)
      .orderBy('p.owner_id')
      .orderBy('p.interaction_id')
    let key = ''
    let participants: { person: PersonId; role: number }[] = []
    let current: SeenInteraction | null = null
    await backend.scan(query.compile(), ([of, id, identity, role, at, channel, subject, keywords]) => {
      if (key !== `${of}/${id}`) {
        if (current !== null) visit(current)
        key = `${of}/${id}`
        participants = []
        const mine = Number(of) === owner
        current = {
          owner: Number(of),
          at: Number(at),
          channel: Number(channel),
          participants,
          subject: mine && typeof subject === 'string' ? subject : null,
          keywords: mine && typeof keywords === 'string' ? keywords.split(' ') : [],
        }
      }
      const person = personOf[Number(identity)] ?? 0
      if (person !== 0) participants.push({ person: personId(person), role: Number(role) })
    })
    if (current !== null) visit(current)
  },

  async profiles(people) {
    const found = new Map<PersonId, Profile>()
    for (let start = 0; start < people.length; start += MAX_IDS) {
      const rows = await backend.db
        .selectFrom('people')
        .select(profileColumns)
        .where('person_id', 'in', backend.listOf(people.slice(start, start + MAX_IDS)))
        .where('is_person', '=', 1)
        .execute()
      for (const row of rows) found.set(personId(row.person_id), profileFrom(row))
    }
    return found
  },

  async findAnybody(text, limit) {
    const exact = await backend.db
      .selectFrom('people')
      .select(profileColumns)
      .where('person_id', 'in', (is) =>
        is
          .selectFrom('identities')
          .select('person_id')
          .where('key_hash', 'in', backend.listOf(possibleKeys(text).map(keyHash))),
      )
      .where('is_person', '=', 1)
      .orderBy('person_id')
      .limit(limit)
      .execute()
    const patterns = searchPatterns(text)
    const named =
      patterns === null || patterns.length === 0
        ? []
        : await patterns
            .reduce(
              (query, pattern) => query.where('search_text', 'like', pattern),
              backend.db.selectFrom('people').select(profileColumns).where('is_person', '=', 1),
            )
            .orderBy('person_id')
            .limit(limit)
            .execute()
    const rows = new Map([...exact, ...named].map((row) => [row.person_id, row]))
    return [...rows.values()].slice(0, limit).map(profileFrom)
  },

  async study(owner, part) {
    const row = await backend.db
      .selectFrom('network_studies')
      .select(['mark', 'body'])
      .where('owner_id', '=', owner)
      .where('part', '=', part)
      .executeTakeFirst()
    return row === undefined ? null : { mark: row.mark, body: JSON.parse(row.body) as unknown }
  },

  async studyMark(owner, part) {
    const row = await backend.db
      .selectFrom('network_studies')
      .select('mark')
      .where('owner_id', '=', owner)
      .where('part', '=', part)
      .executeTakeFirst()
    return row?.mark ?? null
  },

  saveStudy: (owner, mark, parts) =>
    backend.write(async (tx) => {
      await lockOwner(backend, tx, owner)
      await tx
        .deleteFrom('network_studies')
        .where('owner_id', '=', owner)
        .where('part', 'in', Object.keys(parts))
        .execute()
      for (const [part, body] of Object.entries(parts))
        await tx
          .insertInto('network_studies')
          .values({ owner_id: owner, part, mark, body: JSON.stringify(body) })
          .execute()
    }),
})
