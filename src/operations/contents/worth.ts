import { at } from '../catalogue.ts'

/** What a network is worth: goals, and what came of it. */
export const worth = {
  'add-goal': at(
    'POST /goals',
    'goal add',
    'Adds a goal: what you hope to achieve, how often, how surely, with whom.',
    async () => (await import('../goals.ts')).addGoal,
  ),
  'list-goals': at(
    'GET /goals',
    'goal list',
    'Lists your goals.',
    async () => (await import('../goals.ts')).listGoals,
  ),
  'edit-goal': at(
    'PUT /goals/:id',
    'goal edit',
    'Changes a goal; what is not stated stays.',
    async () => (await import('../goals.ts')).editGoal,
  ),
  'remove-goal': at(
    'DELETE /goals/:id',
    'goal remove',
    'Removes a goal.',
    async () => (await import('../goals.ts')).removeGoal,
  ),
  'undo-goal': at(
    'POST /goals/:id/undo',
    'goal undo',
    'Takes the last change of a goal back, or its removal.',
    async () => (await import('../goals.ts')).undoGoal,
  ),
  'list-goal-presets': at(
    'GET /goal-presets',
    'goal presets',
    'Lists goals by profession, to begin with; all numbers are assumptions.',
    async () => (await import('../goals.ts')).listGoalPresets,
  ),
  'get-worth': at(
    'GET /worth',
    'worth',
    'Says what your network is worth for your goals, and what holds it back.',
    async () => (await import('../get-worth.ts')).getWorth,
  ),
  'what-if': at(
    'POST /worth/what-if',
    'worth if',
    'Says what your network would be worth if you changed something; changes nothing.',
    async () => (await import('../what-if.ts')).whatIf,
  ),
  'get-attention-costs': at(
    'GET /worth/attention-costs',
    'worth costs',
    'Shows what keeping up a tie is taken to cost, in minutes a quarter.',
    async () => (await import('../attention-costs.ts')).getAttentionCosts,
  ),
  'set-attention-costs': at(
    'PUT /worth/attention-costs',
    'worth costs set',
    'Sets what keeping up a tie costs you, in minutes a quarter.',
    async () => (await import('../attention-costs.ts')).setAttentionCosts,
  ),
  'reset-attention-costs': at(
    'DELETE /worth/attention-costs',
    'worth costs reset',
    'Goes back to the assumed costs of keeping up a tie.',
    async () => (await import('../attention-costs.ts')).resetAttentionCosts,
  ),
  'sizing-curve': at(
    'GET /worth/sizing',
    'worth sizing',
    'Shows how many contacts a goal takes: with your own, and by what each is worth.',
    async () => (await import('../worth-curves.ts')).sizingCurve,
  ),
  'attention-curve': at(
    'GET /worth/attention',
    'worth attention',
    'Shows how worth rises, flattens and falls with the number of contacts in the time you have.',
    async () => (await import('../worth-curves.ts')).getAttentionCurve,
  ),
  'worth-history': at(
    'GET /worth/history',
    'worth history',
    'Shows how the worth of your network has changed: a point for each import that moved it.',
    async () => (await import('../worth-curves.ts')).worthHistory,
  ),
  'record-outcome': at(
    'POST /outcomes',
    'outcome add',
    'Records what came of your network: from whom, through whom, of what value.',
    async () => (await import('../outcomes.ts')).recordOutcome,
  ),
  'list-outcomes': at(
    'GET /outcomes',
    'outcome list',
    'Lists what came of your network, newest first.',
    async () => (await import('../outcomes.ts')).listOutcomes,
  ),
  'remove-outcome': at(
    'DELETE /outcomes/:id',
    'outcome remove',
    'Removes an outcome.',
    async () => (await import('../outcomes.ts')).removeOutcome,
  ),
  'suggest-outcomes': at(
    'GET /outcome-suggestions',
    'outcome suggest',
    'Suggests outcomes that subjects of your mail may tell of; nothing is recorded by itself.',
    async () => (await import('../outcomes.ts')).suggestOutcomes,
  ),
  'dismiss-outcome': at(
    'POST /outcome-suggestions/:key/dismiss',
    'outcome dismiss',
    'Turns a suggested outcome down, for good.',
    async () => (await import('../outcomes.ts')).dismissOutcome,
  ),
  'outcome-rates': at(
    'GET /outcome-rates',
    'outcome rates',
    'Shows how often contacts bring an outcome: what kith expected, what happened.',
    async () => (await import('../outcome-rates.ts')).outcomeRates,
  ),
  'get-return': at(
    'GET /return',
    'return',
    'Shows value and time spent by person, organisation, channel and playbook.',
    async () => (await import('../get-return.ts')).getReturn,
  ),
}
