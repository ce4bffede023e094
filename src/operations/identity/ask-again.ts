import { explainMatch } from '#core/identity/matching/explain-match.ts'
import { Matcher } from '#core/identity/matching/match-people.ts'
import type { PersonId } from '#core/model/ids.ts'
import type { Context } from '../operation.ts'
import { identitySettings } from './identity-settings.ts'
import { companyAmong, peopleToMatch } from './people-to-match.ts'

/**
 * Asks about two people whom the user joined or told apart and does not any more: at once, not only after the next
 * import. Nothing is asked where they do not look like one person, or the user said elsewhere that they are two.
 */
export async function askAgain(context: Context, first: PersonId, second: PersonId): Promise<void> {
  const { store, owner } = context
  const all = peopleToMatch(await store.directory(), await store.facts())
  const [a, b] = [all.rowOf.get(first), all.rowOf.get(second)]
  if (a === undefined || b === undefined || a === b) return
  for (const { first: one, second: other, verdict } of await store.verdicts()) {
    const rows = [all.rowOfIdentity.get(one), all.rowOfIdentity.get(other)]
    if (verdict === 'apart' && rows.includes(a) && rows.includes(b)) return
  }
  const matcher = new Matcher(all.people)
  const { me } = await store.owner(owner)
  matcher.table.company = companyAmong(all, await store.companyOf(owner, [first, second]), me)
  const evidence = explainMatch(matcher.table, matcher.model, matcher.people, a, b)
  const { review } = await identitySettings(context)
  if (evidence.probability < review) return
  await store.saveQuestions([{ first, second, probability: evidence.probability, evidence }], [])
}
