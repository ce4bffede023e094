import { type ComponentType, type ReactNode, startTransition, useEffect, useState } from 'react'

/** How long to wait at most for a moment in which the browser has nothing to do. */
const patienceMs = 2_000

/** Calls back once the browser has nothing to do; gives a way to call it off. */
export const whenIdle = (work: () => void): (() => void) => {
  // Safari knows no idle time.
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(work, 200)
    return () => clearTimeout(timer)
  }
  const idle = requestIdleCallback(work, { timeout: patienceMs })
  return () => cancelIdleCallback(idle)
}

/** False until the screen stands and the browser has nothing to do: the time for what nobody waits for. */
export const useRested = (): boolean => {
  const [rested, setRested] = useState(false)
  useEffect(() => whenIdle(() => setRested(true)), [])
  return rested
}

/** False until what is drawn with it was painted, for what would keep kith or the browser from painting it soon. */
export const usePainted = (): boolean => {
  const [painted, setPainted] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    // A frame's callback comes before it is painted, a task after it.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setPainted(true)))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [])
  return painted
}

/** Draws what takes long to draw once the rest of the screen was painted, so that a click is answered at once. */
export const Later = ({
  children,
  until,
}: {
  readonly children: ReactNode
  /** Stands there until then, about as tall as what will come. */
  readonly until: ReactNode
}) => (usePainted() ? children : until)

/**
 * A component whose code comes when it is first drawn; nothing stands there until then. React's own `lazy` would show
 * a fallback, and once that is shown React keeps it for 300 ms, also where the code is at hand.
 */
export const lazyPart = <Props extends object>(load: () => Promise<ComponentType<Props>>) => {
  let loaded: ComponentType<Props> | null = null
  return (props: Props & { readonly until?: ReactNode }) => {
    const [Part, setPart] = useState(() => loaded)
    useEffect(() => {
      if (Part !== null) return
      load().then(
        (part) => {
          loaded = part
          setPart(() => part)
        },
        // What cannot be loaded is told where any fault of a screen is.
        (error: unknown) =>
          setPart(() => {
            throw error
          }),
      )
    }, [Part])
    return Part === null ? props.until : <Part {...props} />
  }
}
