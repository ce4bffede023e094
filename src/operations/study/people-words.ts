import { foldWords } from '#core/calibre/words.ts'
import { keywordKey } from '#core/topics/keywords.ts'
import type { PersonId } from '#core/model/ids.ts'
import type { PersonFactRow } from '#store/store.ts'
import { describeMe } from '../describe-me.ts'
import type { Context } from '../operation.ts'

/** What is known of everybody: read once, and looked at for several things. */
export type Facts = readonly PersonFactRow[]

/** The words of everybody's name, as keywordKey() makes them. */
function nameWords(facts: Facts): ReadonlyMap<PersonId, ReadonlySet<string>> {
  const words = new Map<PersonId, Set<string>>()
  for (const fact of facts) {
    if (fact.field !== 'name') continue
    const known = words.get(fact.personId) ?? new Set<string>()
    words.set(fact.personId, known)
    for (const word of foldWords(fact.value)) known.add(keywordKey(word))
  }
  return words
}

/** First names that several people bear: in a subject they stand for somebody, not for a topic. */
function firstNames(facts: Facts): readonly string[] {
  const bearers = new Map<string, Set<PersonId>>()
  for (const fact of facts) {
    const [first, ...others] = fact.field === 'name' ? foldWords(fact.value) : []
    if (first === undefined || others.length === 0) continue
    const key = keywordKey(first)
    const known = bearers.get(key)
    if (known) known.add(fact.personId)
    else bearers.set(key, new Set([fact.personId]))
  }
  return [...bearers].filter(([, people]) => people.size > 1).map(([name]) => name)
}

export type PeopleWords = {
  /** The words of a person's name, as keywordKey() makes them. */
  readonly namesOf: (person: PersonId) => ReadonlySet<string>
  /** Words that stand for people and never for a topic: the owner's names, and first names of several people. */
  readonly never: ReadonlySet<string>
}

/** The words that name people, so that no topic is made of them. */
export async function peopleWords(context: Context, me: PersonId, facts: Facts): Promise<PeopleWords> {
  const names = nameWords(facts)
  const { name } = await describeMe(context)
  return {
    namesOf: (person) => names.get(person) ?? NONE,
    never: new Set([
      ...(names.get(me) ?? []),
      ...foldWords(name ?? '').map(keywordKey),
      ...firstNames(facts),
    ]),
  }
}

const NONE: ReadonlySet<string> = new Set()
