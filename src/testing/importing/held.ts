import { parse } from 'csv-parse/sync'
import { phoneRecords, repositoryRecords } from './held-blocks.ts'
import { mboxMessages, signalMessages, whatsappMessages } from './held-chats.ts'

// For tests: how many records a file holds, counted in another way than the importers do. Each count is of the
// simplest kind that its format allows (JSON.parse of the whole, lines that begin a record), and speaks only where
// the file is whole enough for it; null means that it does not know.

type Json = Readonly<Record<string, unknown>> | readonly unknown[]

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Text of a file that is UTF-8, or UTF-16 with its mark; null for others. */
function textOf(bytes: Uint8Array): string | null {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0)
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8'
  if (encoding === 'utf-8' && bytes.includes(0)) return null
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Text of the code page of Windows; null where there are zero bytes. */
const inCodePage = (bytes: Uint8Array): string | null =>
  bytes.includes(0) ? null : new TextDecoder('windows-1252').decode(bytes)

/** Characters that stand for one byte each, as what they mean: UTF-8, else the code page of Windows. */
function meant(latin1: string): string {
  const bytes = Buffer.from(latin1, 'latin1')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** A file that is JSON as a whole, with keys that stand once. */
function jsonOf(text: string | null): Json | null {
  if (text === null) return null
  try {
    const value: unknown = JSON.parse(text.replace(/\\x([0-9A-Fa-f]{2})/g, '\\u00$1'))
    return isRecord(value) || Array.isArray(value) ? (value as Json) : null
  } catch {
    return null
  }
}

const listAt = (value: unknown, ...keys: readonly string[]): readonly unknown[] | null => {
  let at = value
  for (const key of keys) at = isRecord(at) ? at[key] : undefined
  return Array.isArray(at) ? (at as readonly unknown[]) : null
}

/** Whether a key stands so often that a parser that keeps the last one sees less than the file holds. */
const isRepeated = (text: string, key: string): boolean => text.split(`"${key}"`).length > 2

/** Lines that begin a component of vCard or iCalendar, folds undone; names forgive spaces and groups as ever. */
function begins(bytes: Uint8Array, kind: string): number {
  const word = (text: string): string => meant(text).trim().toUpperCase()
  const lines = Buffer.from(bytes)
    .toString('latin1')
    .replace(/\r*\n[ \t]/g, '')
    .split('\n')
  return lines.filter((line) => {
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(colon, 0)).split(';')[0]?.split('.').at(-1) ?? ''
    return word(name) === 'BEGIN' && word(line.slice(colon + 1)) === kind
  }).length
}

/** Rows below the header of a CSV whose quotation marks are in order. */
function csvRows(text: string | null, isHeader: (line: string) => boolean): number | null {
  if (text === null || /\r(?!\n)/.test(text)) return null
  const delimiter = [';', '\t'].find((sign) => (text.split('\n')[0] ?? '').includes(sign)) ?? ','
  try {
    const rows: string[][] = parse(text.replace(/^\uFEFF/, ''), {
      delimiter,
      // Told by itself, csv-parse takes the end of the first line for that of all: a lone LF would end none.
      record_delimiter: ['\r\n', '\n'],
      relax_column_count: true,
      skip_empty_lines: true,
    })
    const header = rows.findIndex((cells) => isHeader(cells.join(delimiter)))
    if (header < 0 || header > 3) return null
    return rows.slice(header + 1).filter((cells) => cells.length > 1 || cells[0]?.trim() !== '').length
  } catch {
    return null
  }
}

/** The sum of the lengths of lists, null if one of them is none. */
const sum = (lists: readonly (readonly unknown[] | null)[]): number | null =>
  lists.some((list) => list === null) ? null : lists.reduce((total, list) => total + (list?.length ?? 0), 0)

/** A chat by itself, or the whole account: the people of the address book and the messages of all chats. */
function telegram(text: string | null): number | null {
  const value = jsonOf(text)
  if (!isRecord(value) || text === null) return null
  if (!text.includes('"chats"'))
    return isRepeated(text, 'messages') ? null : (listAt(value, 'messages')?.length ?? null)
  const keys = Object.keys(value).filter((key) => isRecord(value[key]) && 'list' in value[key])
  // Each list once in the text, so that JSON.parse has not thrown one away.
  if (text.split('"list"').length - 1 !== keys.length) return null
  const chats = [...(listAt(value, 'chats', 'list') ?? []), ...(listAt(value, 'left_chats', 'list') ?? [])]
  if (text.split('"messages"').length - 1 !== chats.length) return null
  const owner = isRecord(value['personal_information']) ? [value['personal_information']] : []
  return sum([
    owner,
    listAt(value, 'contacts', 'list') ?? [],
    ...chats.map((chat) => listAt(chat, 'messages')),
  ])
}

/** The events of all conversations of Hangouts, in its newer form or its older one. */
function hangouts(text: string): number | null {
  const value = jsonOf(text)
  const newer = listAt(value, 'conversations')
  const all = newer ?? listAt(value, 'conversation_state')
  const key = newer ? 'events' : 'event'
  // Each list once in the text, so that JSON.parse has not thrown one away.
  if (all === null || text.split(`"${key}"`).length - 1 !== all.length) return null
  return sum(all.map((one) => (newer ? listAt(one, key) : listAt(one, 'conversation_state', key))))
}

/** What the files of Instagram held until 2020; null where a key stands twice. */
function instagram2020(text: string): number | null {
  const value = jsonOf(text)
  if (Array.isArray(value))
    return text.split('"conversation"').length - 1 === value.length
      ? sum(value.map((one) => listAt(one, 'conversation')))
      : null
  if (!isRecord(value)) return null
  if ('date_joined' in value) return 1
  const keys = Object.keys(value).filter((key) =>
    /^(?:follow(?:ers|ing)|(?:media|comment)_likes|(?:media|live|story)_comments)$/.test(key),
  )
  if (keys.some((key) => isRepeated(text, key))) return null
  const lists = keys.map((key) => value[key])
  if (lists.some((list) => typeof list !== 'object')) return null
  // An account that stands twice is one to JSON.parse, and two to whoever reads on and on.
  if (
    lists.some((list) => !Array.isArray(list) && Object.keys(list ?? {}).some((one) => isRepeated(text, one)))
  )
    return null
  return lists.reduce<number>((total, list) => total + Object.keys(list ?? {}).length, 0)
}

/** A file of X; one whose variable is called other than the file is damaged. */
function x(text: string | null, path: string): number | null {
  if (text?.startsWith('window.__THAR_CONFIG') === true) return 1
  const match = text === null ? null : /^\uFEFF?\s*window\.YTD\.(\w+)\.part\d+\s*=/.exec(text)
  const value = match && text ? jsonOf(text.slice(match[0].length)) : null
  if (!Array.isArray(value) || match?.[1] !== path.replace(/\.js$/, '').replaceAll('-', '_')) return null
  if (!match[1].startsWith('direct_messages')) return value.length
  return sum(value.map((item) => listAt(item, 'dmConversation', 'messages')))
}

/** Lines below the first that hold anything. */
const linesBelow = (text: string | null): number | null =>
  text === null
    ? null
    : text
        .split('\n')
        .slice(1)
        .filter((line) => line.trim() !== '').length

/** What a count makes of a text; null where the file is none. */
const ofText =
  (count: (text: string) => number | null): Count =>
  (bytes) => {
    const text = textOf(bytes)
    return text === null ? null : count(text)
  }

/** Items that the writer of the fixture put into it (outlook/testing/items.ts): a database cannot be counted simply. */
const PST_ITEMS = 6

type Count = (bytes: Uint8Array, path: string, isWhole: boolean) => number | null

/** Counts by source. Those that are not here hold records that nothing simpler than their importer can find. */
const counts: Readonly<Record<string, Count>> = {
  mbox: (bytes) => {
    const { messages, before } = mboxMessages(bytes)
    return messages + Number(before)
  },
  pst: (_, __, isWhole) => (isWhole ? PST_ITEMS : null),
  whatsapp: ofText(whatsappMessages),
  signal: ofText(signalMessages),
  sms: ofText(phoneRecords),
  bluesky: repositoryRecords,
  kith: ofText(linesBelow),
  lists: (bytes) => csvRows(textOf(bytes), (line) => /name|list/i.test(line)),
  icalendar: (bytes) => (bytes.includes(0) ? null : begins(bytes, 'VEVENT')),
  vcard: (bytes, path, isWhole) => {
    const text = textOf(bytes)
    if (path.endsWith('.xml')) return isWhole ? (text?.match(/<vcard>/g)?.length ?? null) : null
    if (path.endsWith('.json')) {
      const value = jsonOf(text)
      return Array.isArray(value) ? (value[0] === 'vcard' ? 1 : value.length) : null
    }
    const agents = Buffer.from(bytes).toString('latin1').match(/AGENT/gi)?.length ?? 0
    // The card of an agent within a card is part of that card.
    return bytes.includes(0) || (agents > 0 && !isWhole) ? null : begins(bytes, 'VCARD') - agents
  },
  eml: () => 1,
  maildir: () => 1,
  msg: () => 1,
  // The last is what 電子 of Japanese mail addresses looks like in the code page of western Europe.
  'contacts-csv': (bytes) =>
    csvRows(textOf(bytes) ?? inCodePage(bytes), (line) => /name|mail|“dŽq/i.test(line)),
  linkedin: (bytes) =>
    csvRows(textOf(bytes), (line) => !/^Notes:|^"?When exporting/.test(line) && line.trim() !== ''),
  events: (bytes) => {
    const text = textOf(bytes)
    if (text?.trimStart().startsWith('{')) return text.split('\n').filter((line) => line.trim() !== '').length
    return csvRows(text, () => true)
  },
  'google-chat': (bytes) => {
    const text = textOf(bytes)
    if (text?.includes('gaia_id') === true) return hangouts(text)
    return text === null || isRepeated(text, 'messages')
      ? null
      : (listAt(jsonOf(text), 'messages')?.length ?? null)
  },
  slack: (bytes) => {
    const value = jsonOf(textOf(bytes))
    return Array.isArray(value) ? value.length : null
  },
  telegram: (bytes) => telegram(textOf(bytes)),
  meta: (bytes) => {
    const text = textOf(bytes)
    const value = jsonOf(text)
    if (text !== null && /"(?:conversation|followers|media_likes|media_comments|date_joined)"/.test(text))
      return instagram2020(text)
    if (Array.isArray(value)) return value.length
    const lists =
      /^(?:messages|relationships_\w+|likes_\w+|story_activities_\w+|comments_\w+|profile_user|friends_v2|\w+_v3|\w+_requests_v2)$/
    const key = isRecord(value) ? Object.keys(value).find((one) => lists.test(one)) : undefined
    if (isRecord(value) && 'profile_v2' in value) return 1
    if (key === undefined || text === null || isRepeated(text, key)) return null
    return listAt(value, key)?.length ?? null
  },
  mastodon: (bytes) => {
    const text = textOf(bytes)
    if (text === null || !text.trimStart().startsWith('{'))
      return csvRows(text, (line) => /^account address/i.test(line))
    const value = jsonOf(text)
    if (value === null || isRepeated(text, 'orderedItems')) return null
    return listAt(value, 'orderedItems')?.length ?? (isRecord(value) && 'inbox' in value ? 1 : null)
  },
  x: (bytes, path) => x(textOf(bytes), path),
}

/** Sources of tables: a damaged header, or quotation marks out of order, make another table of the file. */
const TABLES = new Set(['contacts-csv', 'linkedin', 'events', 'mastodon', 'lists'])

/** Whether a damaged table is still the one it was: its first line unchanged, and no quotation mark anywhere. */
const isSameTable = (bytes: Uint8Array, undamaged: Uint8Array): boolean => {
  const head = (of: Uint8Array): string => decoder.decode(of).split('\n', 1)[0] ?? ''
  return !bytes.includes(0x22) && head(bytes) === head(undamaged)
}

const decoder = new TextDecoder('latin1')

/** Whether the records of a source are counted here; a new one is, as soon as somebody writes how. */
export const isCounted = (id: string): boolean => id in counts

/**
 * How many records a file holds, or null where this cannot tell.
 * @param undamaged the file before it was damaged
 */
export function held(id: string, path: string, bytes: Uint8Array, undamaged = bytes): number | null {
  if (bytes !== undamaged && TABLES.has(id) && !isSameTable(bytes, undamaged)) {
    const isJson = decoder.decode(bytes.subarray(0, 1)) === '{'
    if (!isJson) return null
  }
  return counts[id]?.(bytes, path, bytes === undamaged) ?? null
}
