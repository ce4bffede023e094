import { useHotkeys } from '@mantine/hooks'
import { Suspense, lazy, useState } from 'react'
import { useRested } from '../later.tsx'
import { catchLetters, letGo } from './early-letters.ts'

let loaded: typeof import('./Palette.tsx') | undefined
const load = async () => (loaded = await import('./Palette.tsx'))
const Palette = lazy(async () => ({ default: (await load()).Palette }))

/** The palette, which comes once the first screen stands, or when it is first asked for; and how to open it. */
export const useLazyPalette = () => {
  const [asked, setAsked] = useState(false)
  const rested = useRested()
  const open = (): void => {
    setAsked(true)
    catchLetters()
    // What is there opens before the next key is pressed.
    if (loaded === undefined) void load().then((palette) => palette.open(), letGo)
    else loaded.open()
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
