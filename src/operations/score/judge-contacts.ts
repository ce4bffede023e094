import { fieldWeights } from '#core/calibre/field.ts'
import type { Sought } from '#core/calibre/evidence/attention.ts'
import { nobodiesAmong } from '#core/identity/directory.ts'
import { namesIn } from '#core/identity/profile.ts'
import type { PersonId } from '#core/model/ids.ts'
import { calibreOf, workTexts } from '#core/scoring/calibre-of-people.ts'
import type { ScoringTimes } from '#core/scoring/end-of-data.ts'
import type { LedgerColumns, PersonFactRow } from '#store/store.ts'
import { identityOf } from '../import/derive.ts'
import { calibreSources } from '../network.ts'
import type { FieldKnowledge } from '../network.ts'
import type { Context } from '../operation.ts'
import { knownBy } from './contacts.ts'
import type { Contacts } from './contacts.ts'
import { talkOfEverybody } from './talk.ts'

/** What is known of everybody's influence, and of who they are. */
export type JudgedContacts = {
  /** Entry t belongs to `people[t]`; NaN is unknown, 0 are role addresses and machines. */
  readonly calibre: Float64Array
  readonly nobodies: ReadonlySet<number>
  /** People from this id on are not known yet. */
  readonly nextPerson: number
  readonly factsOf: ReadonlyMap<number, readonly PersonFactRow[]>
  /** How the field was understood, over all contacts. */
  readonly knowledge: FieldKnowledge
}

/** Role addresses, lists, machines, departments; and the first id that no person has yet. */
async function nobodiesOf(context: Context, factsOf: JudgedContacts['factsOf']) {
  const { keys, personIds, nextPersonId } = await context.store.directory()
  const nobodies = nobodiesAmong(
    keys.map((key, i) => ({ identity: identityOf(key), person: personIds[i] as number })),
    (person) => namesIn(factsOf.get(person) ?? []),
  )
  return { nobodies, nextPerson: nextPersonId }
}

/**
 * Calibre of all contacts, with the field understood as they use its words.
 * @param soughtAs how sought after a person is, from the graph
 * @param seenChanges the owner's `changes` as read before the data of this scoring
 */
export async function judgeContacts(
  context: Context,
  me: PersonId,
  contacts: Contacts,
  { at, known }: ScoringTimes,
  soughtAs: (person: number) => Sought | null,
  columns: LedgerColumns,
  seenChanges: number,
): Promise<JudgedContacts> {
  const factsOf = Map.groupBy(await context.store.facts(), (fact) => fact.personId as number)
  const understand = async (field: string): Promise<FieldKnowledge> => ({
    weights: fieldWeights(
      field,
      knownBy(known, contacts).map((person) => workTexts(factsOf.get(person) ?? [], at)),
    ),
    ...(await talkOfEverybody(context, field, known, columns, seenChanges)),
  })
  const { sources, endorsedBy, knowledge } = await calibreSources(
    context,
    me,
    soughtAs,
    undefined,
    understand,
  )
  const { nobodies, nextPerson } = await nobodiesOf(context, factsOf)
  const calibre = Float64Array.from(contacts.people, (person) => {
    // Role addresses and machines count for nothing.
    if (nobodies.has(person)) return 0
    const judged = calibreOf(person, factsOf.get(person) ?? [], sources, endorsedBy.get(person) ?? [], at)
    return judged.value ?? NaN
  })
  return { calibre, nobodies, nextPerson, factsOf, knowledge }
}
