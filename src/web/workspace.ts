import { useSyncExternalStore } from 'react'

/** Which data the app works with: the user's own, or the sample network of invented people. */
export type Workspace = 'own' | 'sample'

const key = 'kith.workspace'
const listeners = new Set<() => void>()

/** The workspace in use; kept in the browser. */
export const currentWorkspace = (): Workspace => (localStorage.getItem(key) === 'sample' ? 'sample' : 'own')

export const setWorkspace = (workspace: Workspace): void => {
  localStorage.setItem(key, workspace)
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  // Another tab may switch too.
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

export const useWorkspace = (): Workspace => useSyncExternalStore(subscribe, currentWorkspace)
