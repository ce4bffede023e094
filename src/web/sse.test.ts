import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEventParser, readEvents } from './sse.ts'

const parse = (...pieces: string[]) => {
  const parser = createEventParser()
  return pieces.flatMap((piece) => parser.push(piece))
}

test('an event has a name and data', () => {
  expect(parse('event: progress\ndata: {"done":1}\n\n')).toEqual([{ event: 'progress', data: '{"done":1}' }])
})

test('data on several lines is joined by newlines, and a missing name is "message"', () => {
  expect(parse('data: a\ndata: b\n\n')).toEqual([{ event: 'message', data: 'a\nb' }])
})

test('comments, unknown fields and events without data are passed over', () => {
  expect(parse(': still here\n\nid: 3\nretry: 10\n\nevent: empty\n\ndata:x\n\n')).toEqual([
    { event: 'message', data: 'x' },
  ])
})

test('only the first space after the colon is dropped', () => {
  expect(parse('data:  two\n\n')[0]?.data).toBe(' two')
})

test('an event that is cut off is not given', () => {
  expect(parse('data: whole\n\ndata: ha')).toEqual([{ event: 'message', data: 'whole' }])
})

const stream =
  'event: progress\r\ndata: {"a":1}\r\n\r\n: hm\rdata: zwei\rdata: ü\r\r' + 'event: result\ndata: {}\n\n'

test('it does not matter where the stream is cut into pieces, nor how lines end', () => {
  const whole = parse(stream)
  expect(whole).toEqual([
    { event: 'progress', data: '{"a":1}' },
    { event: 'message', data: 'zwei\nü' },
    { event: 'result', data: '{}' },
  ])
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: stream.length }), { maxLength: 12 }), (cuts) => {
      const at = [0, ...cuts.toSorted((a, b) => a - b), stream.length]
      expect(parse(...at.slice(1).map((end, i) => stream.slice(at[i], end)))).toEqual(whole)
    }),
  )
})

test('a body is read as it arrives, with letters split between pieces', async () => {
  const encoded = new TextEncoder().encode('data: Zoé\n\nevent: result\ndata: 1\n\n')
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const byte of encoded) controller.enqueue(Uint8Array.of(byte))
      controller.close()
    },
  })
  const events: unknown[] = []
  for await (const event of readEvents(body)) events.push(event)
  expect(events).toEqual([
    { event: 'message', data: 'Zoé' },
    { event: 'result', data: '1' },
  ])
})
