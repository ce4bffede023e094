import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memoryEntry } from './entries.ts'
import { jsonParts, parseJson, type Interest, type JsonPart, type JsonPath } from './json-parts.ts'

const parts = async (
  json: string,
  interest: (path: JsonPath) => Interest,
  chunk = 1 << 16,
): Promise<JsonPart[]> => {
  const all: JsonPart[] = []
  for await (const step of jsonParts(memoryEntry('x.json', json, chunk), interest)) all.push(...step.parts)
  return all
}

const chats = (path: JsonPath): Interest =>
  path.length === 0 || path.join('/') === 'chats' || path.join('/') === 'chats/*/list'
    ? 'enter'
    : path.length === 2
      ? 'enter'
      : path.at(-1) === 'name' || path.join('/') === 'chats/*/list/*'
        ? 'take'
        : 'pass'

test('takes what is of interest, with where it stands, in the order of the file', async () => {
  const json =
    '{"about":"a, {[\\"","chats":[{"name":"Ada","id":7,"list":[{"t":"]}"},12,"x"]},{"name":null,"list":[]}],"z":[1,{"q":2}]}'
  const all = await parts(json, chats)
  expect(all.filter(({ kind }) => kind !== 'begin').map(({ path, text }) => [path.join('/'), text])).toEqual([
    ['chats/*/name', '"Ada"'],
    ['chats/*/list/*', '{"t":"]}"}'],
    ['chats/*/list/*', '12'],
    ['chats/*/list/*', '"x"'],
    ['chats/*/name', 'null'],
  ])
  expect(all.filter(({ kind, path }) => kind === 'begin' && path.length === 2)).toHaveLength(2)
})

test('any list is taken apart as JSON.parse reads it, whatever the chunks', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.jsonValue()),
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom(undefined, 2),
      async (values, chunk, indent) => {
        const json = JSON.stringify(values, null, indent)
        const all = await parts(json, (path) => (path.length === 0 ? 'enter' : 'take'), chunk)
        const read = all.filter(({ kind }) => kind !== 'begin').map(({ text }) => parseJson(text))
        expect(read).toEqual(JSON.parse(json))
      },
    ),
  )
})

test.each([
  ['cut within a value', '[1,{"a":'],
  ['cut between values', '[1,2'],
  ['closed by the wrong bracket', '[1}'],
  ['without a comma', '[1 2]'],
  ['followed by something', '[1] x'],
  ['empty', ''],
])('a file that is %s ends with its damage', async (_, json) => {
  const all = await parts(json, (path) => (path.length === 0 ? 'enter' : 'take'))
  expect(all.at(-1)?.kind).toBe('damage')
})

test('nesting without end is damage, not an overflow', async () => {
  expect((await parts('['.repeat(100_000), () => 'enter')).at(-1)?.kind).toBe('damage')
})

test('a broken value spoils only itself', async () => {
  const all = await parts('[{"a":tru},{"a":1}]', (path) => (path.length === 0 ? 'enter' : 'take'))
  expect(all.slice(1).map(({ text }) => parseJson(text))).toEqual([undefined, { a: 1 }])
})

test('control characters as Telegram writes them are read; an escaped backslash before x stays', () => {
  expect(parseJson(String.raw`"a\x0Bb \\x41 \\\x41"`)).toBe('a\u000bb \\x41 \\A')
  expect(parseJson(String.raw`"\x4"`)).toBeUndefined()
})
