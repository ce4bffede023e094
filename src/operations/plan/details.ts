import type { ActionKind } from '#core/model/action.ts'
import { channels, directions } from '#core/model/interaction.ts'
import type { PersonId } from '#core/model/ids.ts'
import { draftOf } from '#core/plan/draft.ts'
import { mailtoOf } from '#core/plan/mailto.ts'
import type { DraftFacts } from '#core/plan/draft.ts'
import { plainSubject } from '#core/plan/promises.ts'
import type { PlanTie } from '#core/plan/tie.ts'
import type { Playbook } from '#core/playbooks/parse.ts'
import type { z } from 'zod'
import type { draft } from '../entry-schemas.ts'
import type { Context } from '../operation.ts'
import { wordsOf } from '../words.ts'
import { draftOfPlaybook } from '../playbooks/apply.ts'

const IN_COMMON = 3
const TIMELINE = 30

/** A draft from facts only, with the address it would go to. */
export async function draftFor(
  context: Context,
  person: PersonId,
  kind: ActionKind,
  about: {
    readonly name: string
    readonly tie: PlanTie | null
    readonly goal: string | null
    readonly at: number
    readonly playbook: Playbook | null
    /** Topics of both. */
    readonly topics: readonly string[]
  },
): Promise<z.output<typeof draft> | null> {
  const { store, owner } = context
  const { name, tie, goal, at, playbook } = about
  const timeline = (await store.timeline(owner, person, TIMELINE, at)).filter((row) => !row.bulk)
  const last = timeline[0]
  const waits = kind === 'answer' ? tie?.owed : kind === 'follow-up' ? tie?.waiting : null
  const facts: DraftFacts = {
    name,
    last:
      last === undefined
        ? null
        : {
            at: last.at,
            direction: directions[last.direction] ?? 'in',
            subject: plainSubject(last.subject),
            channel: channels[last.channel] ?? 'mail',
          },
    open: waits == null ? null : { at: at - waits.days * 86_400_000, subject: waits.subject },
    inCommon: (await store.inCommon(owner, person, IN_COMMON)).map((one) => one.name),
    topics: about.topics,
    change: tie?.change ?? null,
    given: tie?.given ?? null,
    introduces: tie?.introduces?.name ?? null,
    goal,
  }
  // The letter is read today, however old the last import is: a day of another year carries its year.
  const today = context.at ?? context.now()
  const plain = draftOf(kind, facts, today, wordsOf(context))
  const written = playbook === null ? plain : draftOfPlaybook(playbook, facts, plain, today, wordsOf(context))
  if (written === null) return null
  const address = (await store.identitiesOf(person)).find((one) => one.kind === 'mail')?.value ?? null
  return {
    ...written,
    facts: [...written.facts],
    address,
    mailto: address === null ? null : mailtoOf(address, written),
  }
}
