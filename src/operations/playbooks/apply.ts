import type { ActionKind } from '#core/model/action.ts'
import type { Sentences } from '#core/sentences/index.ts'
import { firstName } from '#core/plan/draft.ts'
import type { Draft, DraftFacts } from '#core/plan/draft.ts'
import type { PlanTie } from '#core/plan/tie.ts'
import { matchPlaybooks } from '#core/playbooks/match.ts'
import { fillMessage } from '#core/playbooks/message.ts'
import type { Playbook } from '#core/playbooks/parse.ts'
import type { PersonRow } from '#store/store.ts'
import type { Context } from '../operation.ts'
import { allPlaybooks, isPlaybook } from './folder.ts'

/** The playbooks that can be used: those that cannot be read are left out, and told by kith playbooks. */
export const usablePlaybooks = async (context: Context): Promise<Playbook[]> =>
  (await allPlaybooks(context)).map(({ read }) => read).filter(isPlaybook)

/** The playbook that fits an action with somebody best; null when none does. */
export function playbookFor(
  playbooks: readonly Playbook[],
  kind: ActionKind,
  tie: PlanTie | null,
  row: Pick<PersonRow, 'title' | 'organisation'> | undefined,
): Playbook | null {
  if (tie === null) return null
  const [best] = matchPlaybooks(playbooks, kind, {
    ...tie,
    owed: tie.owed !== null,
    waiting: tie.waiting !== null,
    changed: tie.change !== null,
    gave: tie.given !== null,
    introduces: tie.introduces !== null,
    title: row?.title ?? null,
    organisation: row?.organisation ?? null,
  })
  return best ?? null
}

/** The draft of a playbook: its message with the facts there are; the plan's own where nothing of it is left. */
export function draftOfPlaybook(
  playbook: Playbook,
  facts: DraftFacts,
  plain: Draft | null,
  now: number,
  { draft: words, basics }: Sentences,
): Draft | null {
  const { last, open, change, given, inCommon, topics, goal, introduces } = facts
  const subject = open?.subject ?? last?.subject ?? null
  const body = fillMessage(playbook.message, {
    'first name': firstName(facts.name),
    name: facts.name,
    ...(subject === null ? {} : { 'last subject': subject }),
    ...(last === null ? {} : { 'last date': basics.day(last.at, now) }),
    ...(topics[0] === undefined ? {} : { topic: topics[0] }),
    ...(inCommon[0] === undefined ? {} : { 'in common': inCommon[0] }),
    ...(change === null ? {} : { news: words.news(change.field, change.now) }),
    ...(given === null ? {} : { gave: words.gave(given.kind) }),
    ...(goal === null ? {} : { goal }),
    ...(introduces === null ? {} : { introduces }),
  })
  if (body === '') return plain
  return {
    subject: playbook.subject ?? plain?.subject ?? words.hello,
    body: `${body}\n`,
    facts: [...(plain?.facts ?? []), words.playbook(playbook.title)],
  }
}
