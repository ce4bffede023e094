import { useEffect, useState } from 'react'
import { type Workspace, useWorkspace } from './workspace.ts'

/** When the user was here last, and when they were here the time before; epoch milliseconds. */
export type Visit = { readonly seenAt: number; readonly before: number | null }

const minuteMs = 60_000
/** Whoever comes back after so long is on a new visit. */
const restMs = 30 * minuteMs
/** What counts as lately for somebody who is here for the first time. */
const firstMs = 90 * 86_400_000

/** The visit as it stands now: the same one, or a new one, before which the one known was. */
export const visitAt = (known: Visit | null, now: number): Visit => ({
  seenAt: now,
  before: known === null || now - known.seenAt < restMs ? (known?.before ?? null) : known.seenAt,
})

const keyOf = (workspace: Workspace): string => `kith.visit.${workspace}`

/** What the browser keeps of the last visit; null where it keeps nothing that can be read. */
export const readVisit = (text: string | null): Visit | null => {
  try {
    const kept = JSON.parse(text ?? 'null') as Partial<Visit> | null
    if (typeof kept?.seenAt !== 'number') return null
    return { seenAt: kept.seenAt, before: typeof kept.before === 'number' ? kept.before : null }
  } catch {
    return null
  }
}

/** Notes in this browser that the user is here, while they look at the page. */
export const useNoteVisit = (): void => {
  const key = keyOf(useWorkspace())
  useEffect(() => {
    const note = (): void => {
      if (document.visibilityState !== 'visible') return
      localStorage.setItem(key, JSON.stringify(visitAt(readVisit(localStorage.getItem(key)), Date.now())))
    }
    note()
    const timer = setInterval(note, minuteMs)
    return () => clearInterval(timer)
  }, [key])
}

/** The end of the user's visit before this one in this browser; on the first one 90 days ago. */
export const useLastVisit = (): { readonly first: boolean; readonly since: number } => {
  const key = keyOf(useWorkspace())
  const [arrived] = useState(() => Date.now())
  const { before } = visitAt(readVisit(localStorage.getItem(key)), arrived)
  return before === null ? { first: true, since: arrived - firstMs } : { first: false, since: before }
}
