import type { ActionKind } from '../model/action.ts'
import type { PlaybookFacts } from './conditions.ts'
import type { Playbook } from './parse.ts'

/**
 * The playbooks that fit a person and an action, the most particular first: whose conditions all hold, by how many
 * conditions they have, then by id.
 */
export function matchPlaybooks(
  playbooks: readonly Playbook[],
  action: ActionKind,
  facts: PlaybookFacts,
): Playbook[] {
  const size = (one: Playbook): number => one.who.length + one.when.length
  return playbooks
    .filter(
      (one) =>
        one.action === action &&
        one.who.every((condition) => condition.holds(facts)) &&
        one.when.every((condition) => condition.holds(facts)),
    )
    .sort((a, b) => size(b) - size(a) || (a.id < b.id ? -1 : 1))
}
