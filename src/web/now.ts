import { useSyncExternalStore } from 'react'

const minuteMs = 60_000
const thisMinute = (): number => Math.floor(Date.now() / minuteMs) * minuteMs
const subscribe = (listener: () => void): (() => void) => {
  const timer = setInterval(listener, minuteMs)
  return () => clearInterval(timer)
}

/** The time to the minute, in epoch milliseconds; what shows it stays right in a page that is left open. */
export const useNow = (): number => useSyncExternalStore(subscribe, thisMinute)
