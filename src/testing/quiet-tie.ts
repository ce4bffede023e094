import type { PlanTie } from '#core/plan/tie.ts'

/** Somebody of whom nothing is known that calls for anything in the week's plan. */
export const quietTie: PlanTie = {
  person: 1,
  name: 'Ada',
  closeness: 0,
  trust: 0,
  calibre: null,
  dormant: false,
  daysSince: null,
  daysSinceIn: null,
  daysSinceOut: null,
  daysSinceMet: null,
  in: 0,
  out: 0,
  together: 0,
  answers: 0.5,
  contribution: 0,
  owed: null,
  waiting: null,
  change: null,
  given: null,
  introduces: null,
}
