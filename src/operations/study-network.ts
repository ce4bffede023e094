import { z } from 'zod'
import { isoTimeOrNull } from './dates.ts'
import { freshScores } from './fresh-scores.ts'
import { type Context, type Study, operation } from './operation.ts'
import { breathe } from './run.ts'
import { type TellShare, shareTold } from './share-told.ts'
import type { Kept } from './study/kept.ts'
import { keptPart } from './study/kept.ts'

/**
 * What is studied at a time, each only when somebody looks at it: who knows whom and in which groups; what
 * conversations are about; where everybody stands on the map.
 */
const studies = ['structure', 'topics', 'map'] as const satisfies readonly Study[]

/** The kept part whose mark says of which data a study is. */
const markOf = { structure: 'facts', topics: 'topics', map: 'positions' } as const satisfies Record<
  Study,
  keyof Kept
>

/** Changes when a study comes to hold other things: those of before cannot be read. */
const FORM = '4'

/** What a kept study is made from: where it differs, it is made again. */
async function presentMark(context: Context): Promise<string | null> {
  const { store, owner } = context
  const row = await store.owner(owner)
  if (row.me === null) return null
  const { people, identities, interactions, declarations } = await store.counts(owner)
  return [FORM, row.me, row.scoredAt, people, identities, interactions, declarations].join(':')
}

/**
 * What there is to look at: a study of the present data, one of before (where the asker would rather see that than
 * wait), none yet (where they would not wait for the first one), or none while it is not known whose network this is.
 */
export type Studied = 'fresh' | 'old' | 'none-yet' | 'unknown-me'

/** Sees to it that a kept study is of the present data, unless the asker would not wait for that. */
export async function freshStudy(context: Context, study: Study): Promise<Studied> {
  await freshScores(context)
  const mark = await presentMark(context)
  if (mark === null) return 'unknown-me'
  const kept = await context.store.studyMark(context.owner, markOf[study])
  if (kept === mark) return 'fresh'
  if (context.mayBeOld === true) {
    if (kept?.startsWith(`${FORM}:`) === true) return 'old'
    context.wantsStudy?.(study)
    return 'none-yet'
  }
  await context.run(studyNetwork, { study })
  return 'fresh'
}

/**
 * Makes those studies again that are not of the present data, one after the other.
 * @param first the one that somebody waits for
 */
export async function renewStudies(context: Context, first: Study | null = null): Promise<void> {
  for (const study of new Set(first === null ? studies : [first, ...studies])) {
    await breathe(context.signal)
    await freshStudy({ ...context, mayBeOld: false }, study)
  }
}

export const studyNetwork = operation({
  name: 'study-network',
  description:
    'kith does this by itself when you look at any of them after an import or a change. Without a study named, all are made.',
  input: z.object({ study: z.enum(studies).optional().describe('Only this one') }),
  output: z.object({
    people: z.number().int(),
    ties: z.number().int(),
    groups: z.number().int(),
    studiedAt: z.iso.datetime().nullable().describe('Null while it is not known whose network this is'),
  }),
  examples: [],
  long: true,
  run: async (asked, { study }) => {
    const context: Context = { ...asked, mayBeOld: false }
    const { store, owner } = context
    await freshScores(context)
    const mark = await presentMark(context)
    const { me, scoredAt } = await store.owner(owner)
    if (mark === null || me === null) return { people: 0, ties: 0, groups: 0, studiedAt: null }
    const at = scoredAt ?? context.now()
    const wanted = (one: Study): boolean => study === undefined || study === one
    const keep = async (make: (tell: TellShare) => Promise<Partial<Kept>>): Promise<void> => {
      const tell = shareTold(context)
      const parts = await make(tell)
      await breathe(context.signal)
      await store.saveStudy(owner, mark, parts)
      tell(1)
    }
    // Each loaded where it is made: whoever looks at a study mostly finds it made.
    if (wanted('structure')) {
      const { studyStructure } = await import('./study/structure.ts')
      await keep((tell) => studyStructure(context, me, at, tell))
    }
    if (wanted('topics')) {
      const { studyTopics } = await import('./study/topics.ts')
      await keep(async (tell) => ({ topics: await studyTopics(context, me, at, tell) }))
    }
    if (wanted('map')) {
      await freshStudy(context, 'structure')
      const { studyPositions } = await import('./study/positions.ts')
      await keep(async (tell) => ({ positions: await studyPositions(context, tell) }))
    }
    const facts = await keptPart(context, 'facts')
    return {
      people: facts?.people ?? 0,
      ties: facts?.ties ?? 0,
      groups: facts?.groups.length ?? 0,
      studiedAt: isoTimeOrNull(at),
    }
  },
})
