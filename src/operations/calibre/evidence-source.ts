import type { Evidence } from '#core/calibre/evidence/evidence.ts'
import type { PersonFactRow } from '#store/store.ts'

type Facts = readonly Pick<PersonFactRow, 'field' | 'value' | 'source' | 'seenAt'>[]

/** Where a piece of evidence comes from, and when it was seen where it does not say when it held. */
export function sourceOf(
  evidence: Evidence,
  facts: Facts,
): { readonly source: string; readonly seenAt: number | null } {
  switch (evidence.kind) {
    case 'title':
      return ofFact(facts, (fact) => fact.field === 'title' && fact.value === evidence.title)
    case 'credentials':
      return ofFact(facts, (fact) => fact.field === 'name' && fact.value.includes(','))
    case 'audience':
      return ofFact(facts, (fact) => String(fact.field) === 'followers')
    case 'endorsements':
      return { source: 'linkedin', seenAt: null }
    case 'lists':
      return { source: 'lists', seenAt: null }
    case 'rating':
      return { source: 'you', seenAt: null }
    case 'attention':
      return { source: 'who writes to whom', seenAt: null }
  }
}

function ofFact(facts: Facts, fits: (fact: Facts[number]) => boolean): ReturnType<typeof sourceOf> {
  const fact = facts.filter(fits).sort((a, b) => (b.seenAt ?? 0) - (a.seenAt ?? 0))[0]
  return { source: fact?.source ?? 'unknown', seenAt: fact?.seenAt ?? null }
}
