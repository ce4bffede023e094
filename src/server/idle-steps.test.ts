import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { IdleSteps } from './idle-steps.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Steps that tell when they were made. */
function idleSteps(count: number) {
  const made: number[] = []
  const idle = new IdleSteps(function* () {
    for (let step = 0; step < count; step += 1) yield () => made.push(step)
  })
  return { idle, made }
}

test('all steps are made where nobody asks for anything', async () => {
  const { idle, made } = idleSteps(3)
  idle.begin()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(made).toEqual([0, 1, 2])
})

test('no step is made while somebody waits for an answer, and the next once they have had it for a moment', async () => {
  const { idle, made } = idleSteps(3)
  const answer = Promise.withResolvers<void>()
  const asked = idle.during(() => answer.promise)
  idle.begin()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(made).toEqual([])
  answer.resolve()
  await asked
  await vi.advanceTimersByTimeAsync(10)
  expect(made).toEqual([])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(made).toEqual([0, 1, 2])
})

test('what fails in a step is left to whoever asks for it', async () => {
  const made: string[] = []
  const idle = new IdleSteps(function* () {
    yield () => {
      throw new Error('not there')
    }
    yield () => made.push('the next')
  })
  idle.begin()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(made).toEqual(['the next'])
})

test('nothing is begun before the server listens, and nothing after it stopped', async () => {
  const { idle, made } = idleSteps(3)
  await idle.during(() => Promise.resolve())
  await vi.advanceTimersByTimeAsync(60_000)
  idle.begin()
  idle.stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(made).toEqual([])
})
