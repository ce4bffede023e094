import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Answers } from './answers.ts'

const asker = (): AbortSignal => new AbortController().signal

/** Work that ends when told to, and counts how often it was begun. */
function slowly() {
  const ends: ((json: string) => void)[] = []
  return {
    begun: () => ends.length,
    end: (json: string) => ends.splice(0).forEach((each) => each(json)),
    work: () => new Promise<string>((resolve) => ends.push(resolve)),
  }
}

test('a question asked twice at a time is worked out once', async () => {
  const answers = new Answers()
  const { work, begun, end } = slowly()
  const both = [answers.get('plan', '1', asker(), work), answers.get('plan', '1', asker(), work)]
  expect(begun()).toBe(1)
  end('"the week"')
  expect(await Promise.all(both)).toEqual(['"the week"', '"the week"'])
})

test('an answer is good until something is written', async () => {
  const answers = new Answers()
  let made = 0
  const ask = (stamp: string): Promise<string> =>
    answers.get('plan', stamp, asker(), () => Promise.resolve(String((made += 1))))
  expect([await ask('1'), await ask('1'), await ask('2'), await ask('1')]).toEqual(['1', '1', '2', '3'])
})

test('whoever asks after a change does not get what was begun before it', async () => {
  const answers = new Answers()
  const before = slowly()
  const first = answers.get('plan', '1', asker(), before.work)
  expect(await answers.get('plan', '2', asker(), () => Promise.resolve('"new"'))).toBe('"new"')
  before.end('"old"')
  expect(await first).toBe('"old"')
})

test('what failed is not kept', async () => {
  const answers = new Answers()
  await expect(answers.get('plan', '1', asker(), () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await answers.get('plan', '1', asker(), () => Promise.resolve('"yes"'))).toBe('"yes"')
})

test('one reader who goes away takes the answer from nobody else', async () => {
  const answers = new Answers()
  const { work, end } = slowly()
  const leaving = new AbortController()
  const gone = answers.get('plan', '1', leaving.signal, work)
  const stays = answers.get('plan', '1', asker(), work)
  leaving.abort()
  await setImmediate()
  end('"the week"')
  expect(await Promise.all([gone, stays])).toEqual(['"the week"', '"the week"'])
})
