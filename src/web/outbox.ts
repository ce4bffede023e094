import { useSyncExternalStore } from 'react'
import { ApiError, type Input, type OperationName, type Output, call } from './client.ts'
import { newKey } from './new-key.ts'
import { t } from './texts/texts.ts'
import { type Workspace, currentWorkspace } from './workspace.ts'

/**
 * Edits made while kith does not answer. They are kept in the browser, outlive a reload, and are sent in order once
 * kith is back; each has a key, so that one whose answer got lost is not made twice.
 */
type KeptEdit = {
  readonly key: string
  readonly workspace: Workspace
  readonly name: OperationName
  readonly input: unknown
}

/** Small edits that make sense later, too. Long work (imports, merges, restoring) is begun anew by the user. */
const keepable: ReadonlySet<OperationName> = new Set<OperationName>([
  'add-note',
  'edit-note',
  'add-tag',
  'mark-person',
  'add-reminder',
  'complete-reminder',
  'remove-entry',
  'undo-entry',
  'complete-action',
  'snooze-action',
  'skip-action',
  'undo-action',
  'record-outcome',
  'remove-outcome',
  'dismiss-outcome',
  'add-goal',
  'edit-goal',
  'remove-goal',
  'undo-goal',
  'rate-person',
  'set-field',
  'pick-topics',
  'set-working-time',
  'ask-introduction',
  'set-introduction',
  'remove-introduction',
  'change-people',
  'take-back',
  'save-view',
  'rename-view',
  'remove-view',
])

const storageKey = 'kith.outbox'
const listeners = new Set<() => void>()

const read = (): readonly KeptEdit[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]')
    return Array.isArray(kept) ? (kept as KeptEdit[]) : []
  } catch {
    // Cut off, or not ours: nothing that could be sent.
    return []
  }
}

const write = (edits: readonly KeptEdit[]): void => {
  if (edits.length === 0) localStorage.removeItem(storageKey)
  else localStorage.setItem(storageKey, JSON.stringify(edits))
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

/** How many edits wait for kith to come back. */
export const useKeptEdits = (): number => useSyncExternalStore(subscribe, () => read().length)

/** The edit is kept here and will be sent: nothing is lost, and nothing is to be taken back on screen. */
export const isKept = (error: unknown): boolean => error instanceof ApiError && error.code === 'kept'

const unanswered = (error: unknown): boolean => error instanceof ApiError && error.code === 'unreachable'

/**
 * Makes a change, or keeps it for later where kith does not answer.
 * @throws ApiError with the sentence of the server; of code 'kept' where the edit waits in the browser
 */
export const sendOrKeep = async <Name extends OperationName>(
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> => {
  const edit: KeptEdit = { key: newKey(), workspace: currentWorkspace(), name, input }
  try {
    // One after the other: an edit must not overtake those that wait.
    if (read().length > 0 && keepable.has(name)) await sendKept()
    return await call(name, input, { key: edit.key })
  } catch (error) {
    if (!unanswered(error) || !keepable.has(name)) throw error
    write([...read(), edit])
    throw new ApiError('kept', t('shell.editKept'))
  }
}

const alone = async (work: () => Promise<void>): Promise<void> => {
  // Another tab may be at it; without locks the keys alone keep an edit from being made twice.
  if ('locks' in navigator) await navigator.locks.request(storageKey, work)
  else await work()
}

/**
 * Sends what was kept, in order, until all is sent or kith is gone again. Tells how many arrived, and the sentence of
 * each that kith refused: those are dropped, since asking again changes nothing.
 * @throws ApiError 'unreachable' when kith does not answer
 */
export const sendKept = async (): Promise<{ readonly sent: number; readonly refused: readonly string[] }> => {
  let sent = 0
  const refused: string[] = []
  await alone(async () => {
    for (let [edit] = read(); edit !== undefined; [edit] = read()) {
      const { key, workspace, name, input } = edit
      try {
        await call(name, input as never, { key, workspace })
        sent += 1
      } catch (error) {
        if (unanswered(error)) throw error
        // Removed already is what was wanted.
        const done = error instanceof ApiError && error.code === 'not-found' && name.startsWith('remove-')
        if (!done) refused.push(error instanceof ApiError ? error.message : t('common.somethingWrong'))
      }
      write(read().filter((other) => other.key !== key))
    }
  })
  return { sent, refused }
}
