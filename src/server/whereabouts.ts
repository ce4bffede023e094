import type { operations } from '#operations/index.ts'
import type { Described } from '#operations/catalogue.ts'
import type { Operation } from '#operations/operation.ts'

type Name = keyof typeof operations

/**
 * What is read on the serving thread: it reads rows of one person, or of things that a user adds by hand, however
 * large the network (`whereabouts.test.ts`). Whatever else is read, and what is added later, goes to another thread.
 */
const answeredHere: ReadonlySet<string> = new Set<Name>([
  'get-status',
  'get-progress',
  'get-worth',
  'worth-history',
  'get-me',
  'get-person',
  'list-interactions',
  'list-positions',
  'get-notebook',
  'list-goals',
  'list-goal-presets',
  'get-attention-costs',
  'get-working-time',
  'get-identity-settings',
  'list-sources',
  'list-imports',
  'list-accounts',
  'list-views',
  'list-tokens',
  'list-outcomes',
  'list-introductions',
  'list-reminders',
  'list-playbooks',
  'get-playbook',
])

/** Posts that change nothing and read much. */
const readsOnly: ReadonlySet<string> = new Set<Name>(['what-if'])

/** The serving thread, threads for what reads much and is soon done, or those for what takes long. */
export type Whereabouts = 'here' | 'readers' | 'workers'

/** Where an operation runs; one that another operation asks for stays where that one is, unless it takes long. */
export function whereaboutsOf(declared: Operation | Described): Whereabouts {
  if (declared.long === true) return 'workers'
  const reads = ('method' in declared && declared.method === 'get') || readsOnly.has(declared.name)
  return reads && !answeredHere.has(declared.name) ? 'readers' : 'here'
}
