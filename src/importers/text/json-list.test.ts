import { expect, test } from 'vitest'
import { memoryEntry } from './entries.ts'
import { jsonList, type JsonItem } from './json-list.ts'

async function items(text: string, key: string | null = null): Promise<JsonItem[]> {
  const all: JsonItem[] = []
  for await (const block of jsonList(memoryEntry('x.json', text, 5), key)) all.push(...block.items)
  return all
}

test('the outermost list, or the one under a key of the outermost object', async () => {
  expect(await items(' [ {"a": "]},"}, 2 ]\n')).toEqual([
    { number: 1, value: { a: ']},' } },
    { number: 2, value: 2 },
  ])
  expect(await items('{"@context":["a",{"items":[0]}],"items":[1,[2]],"more":[3]}', 'items')).toEqual([
    { number: 1, value: 1 },
    { number: 2, value: [2] },
  ])
})

test('a damaged item costs itself; behind a lost bracket the rest is one loss', async () => {
  expect(await items('[{"a":tru},{"b":2}]')).toEqual([
    { number: 1, broken: 'it is damaged: no valid JSON' },
    { number: 2, value: { b: 2 } },
  ])
  expect(await items('[1,{"b":2},{"c"')).toEqual([
    { number: 1, value: 1 },
    { number: 2, value: { b: 2 } },
    { number: 3, broken: 'from here on the file is damaged or cut off' },
  ])
})

test('a file without the list is refused', async () => {
  await expect(items('{"other":[1]}', 'items')).rejects.toThrow(/x\.json does not hold the list/)
  await expect(items('nothing')).rejects.toThrow(/does not hold the list/)
})
