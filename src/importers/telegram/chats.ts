import { BULK_AUDIENCE } from '#core/model/interaction.ts'
import type { Entry } from '../importer.ts'
import {
  asText,
  isObject,
  jsonParts,
  parseJson,
  type Interest,
  type JsonObject,
  type JsonPath,
} from '../text/json-parts.ts'

/** Facts of a chat that stand before its messages. */
export type Chat = { name: string; type: string; id: string; place: number }

/** One thing of an export, in the order of the file. */
export type Item =
  | { readonly kind: 'owner'; readonly value: JsonObject }
  | { readonly kind: 'contact'; readonly value: JsonObject }
  | { readonly kind: 'message'; readonly chat: Chat; readonly value: JsonObject; readonly text: string }
  | { readonly kind: 'broken'; readonly what: string; readonly reason: string }
export type Step = { readonly items: readonly Item[]; readonly bytes: number }

const FACTS = new Set(['name', 'type', 'id'])

/** Where a path lies: in the chat at the root (a single chat), or in one of the lists of a full export. */
function interest(path: JsonPath): Interest {
  const [first, list, , ...inner] = path
  if (first === undefined) return 'enter'
  const isListed = first === 'chats' || first === 'left_chats'
  if (first === 'personal_information') return 'take'
  if (first === 'contacts')
    return path.length === 3 ? 'take' : path.length === 1 || list === 'list' ? 'enter' : 'pass'
  const within = isListed ? inner : path
  if (isListed && path.length < 4) return path.length === 1 || list === 'list' ? 'enter' : 'pass'
  if (within[0] === 'messages') return within.length === 1 ? 'enter' : 'take'
  return within.length === 1 && FACTS.has(within[0] ?? '') ? 'take' : 'pass'
}

/**
 * Contacts and messages of a `result.json`, each message with its chat.
 * @param onlyText leaves the messages unparsed, for a quick first look
 */
export async function* items(entry: Entry, onlyText = false): AsyncIterable<Step> {
  let place = 0
  let chat: Chat = { name: '', type: '', id: '', place }
  for await (const { parts, bytes } of jsonParts(entry, interest)) {
    const found: Item[] = []
    for (const { kind, path, text } of parts) {
      const last = path.at(-1) ?? ''
      const isElement = last === '*'
      const what = path.at(-2) === 'messages' ? 'message' : 'contact'
      if (kind === 'begin') {
        if (isElement) chat = { name: '', type: '', id: '', place: ++place }
      } else if (kind === 'damage') {
        found.push({
          kind: 'broken',
          what: 'file',
          reason: 'the file is cut or damaged here; what follows was not read',
        })
      } else if (!isElement && last !== 'personal_information') {
        // The first message may have been seen already: its chat stays as it was.
        if (kind === 'value') chat = { ...chat, [last]: asText(parseJson(text)) }
      } else if (onlyText && what === 'message') {
        found.push({ kind: 'message', chat, value: {}, text })
      } else {
        const value = kind === 'value' ? parseJson(text) : undefined
        if (isObject(value)) {
          found.push(
            last === 'personal_information'
              ? { kind: 'owner', value }
              : what === 'message'
                ? { kind: 'message', chat, value, text }
                : { kind: 'contact', value },
          )
        } else if (isElement) {
          found.push({
            kind: 'broken',
            what,
            reason: kind === 'large' ? 'it is too large' : 'it is broken JSON',
          })
        }
      }
    }
    yield { items: found, bytes }
  }
}

/** Who writes in each chat, by key; and who the owner is, where the export says so. */
export type Survey = {
  readonly writers: ReadonlyMap<number, ReadonlySet<string>>
  readonly owner: string | null
}

/** The key of who wrote: an id such as `user123`, else the name after a `?`; empty for nobody. */
export const writerKey = (message: JsonObject): string => {
  const id = asText(message['from_id'])
  if (id !== '') return /^\d+$/.test(id) ? `user${id}` : id
  const name = asText(message['from'])
  return name === '' ? '' : `?${name}`
}

/** Reads a file once for what has to be known before its messages. Keeps one writer more a chat than makes it bulk. */
export async function survey(entry: Entry): Promise<Survey> {
  const writers = new Map<number, Set<string>>()
  let owner: string | null = null
  for await (const step of items(entry, true)) {
    for (const item of step.items) {
      if (item.kind === 'owner') {
        const id = asText(item.value['user_id'])
        if (id !== '') owner = `user${id}`
      } else if (item.kind === 'message') {
        // Parsing every message of gigabytes twice is not needed: the writer stands in it once, before the text.
        const id = /"from_id"\s*:\s*"?([^",}]+)/.exec(item.text)?.[1]?.trim()
        const name = id === undefined ? /"from"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(item.text)?.[1] : undefined
        const key = writerKey({ from_id: id, from: name === undefined ? undefined : parseJson(name) })
        const known = writers.get(item.chat.place) ?? new Set()
        writers.set(item.chat.place, known)
        // A group or channel writes in its own name: nobody who could be written to.
        const isPerson = key !== '' && !key.startsWith('channel')
        if (isPerson && known.size <= BULK_AUDIENCE + 1) known.add(key)
      }
    }
  }
  return { writers, owner }
}
