import { useSyncExternalStore } from 'react'

const minuteMs = 60_000
const thisMinute = (): number => Math.floor(Date.now() / minuteMs) * minuteMs

/** One clock for all that show how long ago something was: a long table must not start one a row. */
const listeners = new Set<() => void>()
let clock: ReturnType<typeof setInterval> | null = null
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  clock ??= setInterval(() => listeners.forEach((each) => each()), minuteMs)
  return () => listeners.delete(listener)
}

/** The time to the minute, in epoch milliseconds; what shows it stays right in a page that is left open. */
export const useNow = (): number => useSyncExternalStore(subscribe, thisMinute)
