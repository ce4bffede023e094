import { useSyncExternalStore } from 'react'
import { type Workspace, currentWorkspace, workspaceKey } from './headers.ts'

export { type Workspace, currentWorkspace }

const listeners = new Set<() => void>()

export const setWorkspace = (workspace: Workspace): void => {
  localStorage.setItem(workspaceKey, workspace)
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
