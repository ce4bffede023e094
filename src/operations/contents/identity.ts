import { at } from '../catalogue.ts'

/** Who is who. */
export const identity = {
  'get-me': at(
    'GET /me',
    'me show',
    'Shows who kith takes to be you, and why.',
    async () => (await import('../me.ts')).getMe,
  ),
  'set-me': at(
    'PUT /me',
    'me set',
    'Says which addresses, numbers and profiles are you, beside those kith knows.',
    async () => (await import('../me.ts')).setMe,
  ),
  'list-questions': at(
    'GET /identity/questions',
    'review',
    'Lists people who may be one, for you to decide.',
    async () => (await import('../identity/list-questions.ts')).listQuestions,
  ),
  'merge-people': at(
    'POST /identity/merges',
    'merge',
    'Makes two people one.',
    async () => (await import('../identity/edit-people.ts')).mergePeople,
  ),
  'split-person': at(
    'POST /identity/splits',
    'split',
    'Takes addresses, numbers or profiles away from a person: they are somebody else’s.',
    async () => (await import('../identity/edit-people.ts')).splitPerson,
  ),
  'tell-apart': at(
    'POST /identity/apart',
    'not-same',
    'Says that two people are two, so that kith never joins them.',
    async () => (await import('../identity/edit-people.ts')).tellApart,
  ),
  'accept-questions': at(
    'POST /identity/accept',
    'accept',
    'Merges all pairs that are at least so sure.',
    async () => (await import('../identity/edit-people.ts')).acceptQuestions,
  ),
  'list-edits': at(
    'GET /identity/edits',
    'journal',
    'Shows the journal: every merge and split, who made it and why.',
    async () => (await import('../identity/journal.ts')).listEdits,
  ),
  'undo-edit': at(
    'POST /identity/undo',
    'undo',
    'Takes a merge, a split or a “not the same” back.',
    async () => (await import('../identity/journal.ts')).undoEdit,
  ),
  'resolve-identities': at(
    'POST /identity/resolve',
    'resolve',
    'Works out anew who is who among everybody.',
    async () => (await import('../identity/resolve-identities.ts')).resolveIdentities,
  ),
  'get-identity-settings': at(
    'GET /identity/settings',
    'matching show',
    'Shows from when on kith merges people by itself, and asks.',
    async () => (await import('../identity/identity-settings.ts')).getIdentitySettings,
  ),
  'set-identity-settings': at(
    'PUT /identity/settings',
    'matching set',
    'Sets from when on kith merges people by itself, and asks.',
    async () => (await import('../identity/identity-settings.ts')).setIdentitySettings,
  ),
}
