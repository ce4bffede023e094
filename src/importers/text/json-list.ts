import { KithError } from '#core/model/errors.ts'
import type { Entry } from '../importer.ts'
import { jsonParts, parseJson, type JsonPath } from './json-parts.ts'

/** One item of a list, the first is 1: its value, or why it cannot be read. */
export type JsonItem =
  | { readonly number: number; readonly value: unknown }
  | { readonly number: number; readonly broken: string }

export type JsonBlock = {
  readonly items: readonly JsonItem[]
  /** Bytes of the file consumed so far. */
  readonly bytes: number
}

export const DAMAGED = 'from here on the file is damaged or cut off'
export const NO_JSON = 'it is damaged: no valid JSON'
export const TOO_LARGE = 'it is too large for a record'

/** The file as it is without the list that it should hold. */
export const noList = (path: string): KithError =>
  new KithError(
    'unreadable',
    `${path} does not hold the list that belongs into it. Take the file from the archive as it was made.`,
  )

/**
 * The items of the list under a key of the outermost object, or of the outermost list when the key is null, in
 * blocks. A damaged item costs itself as long as its quotes and brackets are in order, else what follows too.
 * @throws KithError 'unreadable' when the file holds no such list
 */
export async function* jsonList(entry: Entry, key: string | null): AsyncIterable<JsonBlock> {
  const list: JsonPath = key === null ? [] : [key]
  const isList = (path: JsonPath): boolean => path.length === list.length && path[0] === list[0]
  const isItem = (path: JsonPath): boolean => path.length === list.length + 1 && path.at(-1) === '*'
  let found = false
  let number = 0
  const steps = jsonParts(entry, (path) =>
    path.length === 0 || isList(path) ? 'enter' : isItem(path) ? 'take' : 'pass',
  )
  for await (const { parts, bytes } of steps) {
    const items: JsonItem[] = []
    for (const { kind, path, text } of parts) {
      if (kind === 'begin') found ||= isList(path)
      else if (kind === 'damage') {
        if (found) items.push({ number: ++number, broken: DAMAGED })
      } else if (isItem(path)) {
        const value = kind === 'large' ? undefined : parseJson(text)
        const broken = kind === 'large' ? TOO_LARGE : NO_JSON
        items.push(value === undefined ? { number: ++number, broken } : { number: ++number, value })
      }
    }
    yield { items, bytes }
  }
  if (!found) throw noList(entry.path)
}
