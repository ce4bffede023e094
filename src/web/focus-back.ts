import { useEffect, useState } from 'react'

/**
 * Gives the focus back to what had it when this was first drawn, once it is gone. For a dialog that goes as it closes;
 * one that stays and is only hidden does so by itself.
 */
export const useFocusBack = (): void => {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    },
    [before],
  )
}
