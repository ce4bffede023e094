/**
 * What work gives by calling, as something to loop over: each call waits until the loop asks for the next. Leaving the
 * loop early makes the pending call throw, so that the work ends, too.
 */
export async function* pushed<T>(
  work: (give: (value: T) => Promise<void>) => Promise<void>,
): AsyncGenerator<T> {
  let next = Promise.withResolvers<{ readonly value: T } | null>()
  let taken = Promise.withResolvers<void>()
  const done = work(async (value) => {
    next.resolve({ value })
    await taken.promise
  }).then(
    () => next.resolve(null),
    (error: unknown) => next.reject(error),
  )
  try {
    for (;;) {
      const given = await next.promise
      if (given === null) return
      yield given.value
      next = Promise.withResolvers()
      const before = taken
      taken = Promise.withResolvers()
      before.resolve()
    }
  } finally {
    next.promise.catch(() => {})
    taken.promise.catch(() => {})
    taken.reject(new Left())
    await done
  }
}

/** Tells the work that nobody wants more of it. */
class Left extends Error {}
