import { nobodiesAmong } from '#core/identity/directory.ts'
import { namesIn } from '#core/identity/profile.ts'
import { deriveOrganisations } from '#core/organisations/derive.ts'
import type { Said } from '#core/organisations/derive.ts'
import type { PersonId } from '#core/model/ids.ts'
import { identityOf } from '../import/derive.ts'
import type { Context } from '../operation.ts'
import { breathe } from '../run.ts'
import { organisationDomain } from './domains.ts'
import { MAIL_SOURCE } from './mail-source.ts'

type Version = Awaited<ReturnType<Context['store']['organisationsVersion']>>['now']

/** Works out organisations, positions and moves from all that is said of people, and stores them as of a version. */
export async function deriveAnew(context: Context, now: Version): Promise<void> {
  const { store } = context
  const said = await everythingSaid(context)
  await breathe(context.signal)
  const { organisations, positions, changes, placeOf } = deriveOrganisations(said)
  await breathe(context.signal)
  await store.saveOrganisations(
    {
      organisations,
      positions: positions.map(({ person, organisation, ...position }) => ({
        ...position,
        personId: person as PersonId,
        organisation: placeOf(organisation),
      })),
      changes: changes.map(({ person, id, from, to, ...change }) => ({
        ...change,
        personId: person as PersonId,
        changeId: id,
        from: { ...from, organisation: placeOf(from.organisation) },
        to: { ...to, organisation: placeOf(to.organisation) },
      })),
    },
    now,
  )
}

/** What sources state, and the domains of all addresses; role addresses and machines work nowhere. */
async function everythingSaid(context: Context): Promise<Said[]> {
  const { store } = context
  const { keys, personIds } = await store.directory()
  const identities = keys.map((key, i) => ({ identity: identityOf(key), person: personIds[i] as number }))
  const factsOf = Map.groupBy(await store.facts(), (fact) => fact.personId as number)
  const nobodies = nobodiesAmong(identities, (person) => namesIn(factsOf.get(person) ?? []))
  const said: Said[] = []
  for (const fact of await store.positionFacts()) {
    if (nobodies.has(fact.personId)) continue
    const { personId: person, identityId: _, seenAt, ...stated } = fact
    // Where the source does not say when, the first import that told it does.
    const undated = stated.firstAt === null && fact.source !== MAIL_SOURCE
    said.push({ ...stated, person, ...(undated ? { firstAt: seenAt, lastAt: seenAt } : {}) })
  }
  for (const { identity, person } of identities) {
    const domain = nobodies.has(person) ? null : organisationDomain(identity)
    if (domain === null) continue
    said.push({
      person,
      domain,
      id: `@${domain}`,
      source: MAIL_SOURCE,
      organisation: null,
      title: null,
      startedAt: null,
      endedAt: null,
      firstAt: null,
      lastAt: null,
    })
  }
  return said
}
