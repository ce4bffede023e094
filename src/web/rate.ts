/** How fast work goes, and how long the rest takes; null while too little is known. */
export type Rate = { readonly perSecond: number | null; readonly secondsLeft: number | null }

/** Long enough to be steady, short enough to follow a change of pace. */
const windowMs = 8_000
const leastMs = 500

/**
 * Measures the pace of something that grows, over the last eight seconds.
 * `add` takes the time in milliseconds, the work done and the work to do (null when unknown).
 */
export const createRate = (): { readonly add: (at: number, done: number, total: number | null) => Rate } => {
  let samples: { at: number; done: number }[] = []
  return {
    add: (at, done, total) => {
      const last = samples.at(-1)
      // A new step starts again from little: the old pace says nothing about it.
      if (last && done < last.done) samples = []
      samples.push({ at, done })
      while (samples.length > 2 && at - (samples[1]?.at ?? at) >= windowMs) samples.shift()
      const first = samples[0]
      const elapsed = first ? at - first.at : 0
      if (!first || elapsed < leastMs || done <= first.done) return { perSecond: null, secondsLeft: null }
      const perSecond = ((done - first.done) / elapsed) * 1000
      return { perSecond, secondsLeft: total === null ? null : Math.max(0, total - done) / perSecond }
    },
  }
}
