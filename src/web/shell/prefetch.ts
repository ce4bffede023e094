import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { whenIdle } from '../later.tsx'
import { screens } from './screens.ts'

/** What a button opens over a screen. */
const dialogs: readonly (() => Promise<unknown>)[] = [
  () => import('../screens/worth/GoalForm.tsx'),
  () => import('./MoreMenu.tsx'),
  () => import('./Keys.tsx'),
]

/** Has the code of every screen at hand before it is gone to, one after the other when the browser has nothing to do. */
export const usePrefetch = (): void => {
  const router = useRouter()
  useEffect(() => {
    const parts = [
      ...[...screens.map(({ to }) => to), '/people/$who' as const].map(
        (path) => () => router.loadRouteChunk(router.routesByPath[path]) ?? Promise.resolve(),
      ),
      ...dialogs,
    ]
    let callOff: () => void
    const next = (): void => {
      const part = parts.shift()
      // What does not come now comes when it is needed, or says then why not.
      if (part !== undefined) callOff = whenIdle(() => void part().then(next, next))
    }
    next()
    return () => callOff()
  }, [router])
}
