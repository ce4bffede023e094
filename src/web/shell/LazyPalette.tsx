import { useHotkeys } from '@mantine/hooks'
import { Suspense, lazy, useState } from 'react'
import { useRested } from '../later.tsx'
import { catchLetters } from './early-letters.ts'

const load = () => import('./Palette.tsx')
const Palette = lazy(async () => ({ default: (await load()).Palette }))

/** The palette, which comes once the first screen stands, or when it is first asked for; and how to open it. */
export const useLazyPalette = () => {
  const [asked, setAsked] = useState(false)
  const rested = useRested()
  const open = (): void => {
    setAsked(true)
    catchLetters()
    void load().then((palette) => palette.open())
  }
  // From within a field, too.
  useHotkeys([['mod + K', open]], [])
  const palette = (asked || rested) && (
    <Suspense fallback={null}>
      <Palette />
    </Suspense>
  )
  return { open, palette }
}
