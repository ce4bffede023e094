import { createHash } from 'node:crypto'

// For tests: the records of files that are trees of tags or archives of blocks, counted without a parser of theirs.

const TAG =
  /<(\?[^<>]*\?|!--(?:(?!--)[^])*--|\/[a-z]+\s*|[a-z]+(?:\s+[a-z_]+\s*=\s*(?:"[^"<>&]*(?:&#?\w+;[^"<>&]*)*"|'[^'<>&]*(?:&#?\w+;[^'<>&]*)*'))*\s*\/?)>/y

/**
 * The messages and calls of a backup of SMS that is XML without a fault: `<sms>`, `<mms>` and `<call>` within the
 * outermost tag. Null for XML in doubt: tags that do not close, attributes twice, text beside tags.
 */
export function phoneRecords(text: string): number | null {
  const open: string[] = []
  let records = 0
  let roots = 0
  let at = text.startsWith('\uFEFF') ? 1 : 0
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at++
    if (at >= text.length) return open.length === 0 && roots === 1 ? records : null
    TAG.lastIndex = at
    const tag = TAG.exec(text)?.[1]
    if (tag === undefined) return null
    at = TAG.lastIndex
    const name = /^\/?([a-z]+)/.exec(tag)?.[1]
    if (name === undefined) continue
    if (tag.startsWith('/')) {
      if (open.pop() !== name) return null
      continue
    }
    const attributes = [...tag.replace(/"[^"]*"|'[^']*'/g, '').matchAll(/([a-z_]+)\s*=/g)].map(
      ([, one]) => one,
    )
    if (new Set(attributes).size < attributes.length) return null
    if (open.length === 0) roots++
    const counts = name === 'sms' || name === 'mms' || name === 'call'
    if (counts !== (open.length === 1)) {
      if (counts || open.length === 1) return null
    }
    if (counts) records++
    if (!tag.endsWith('/')) open.push(name)
  }
}

/** A number of LEB128, and where it ends. */
function varint(bytes: Uint8Array, start: number): readonly [value: number, end: number] {
  let value = 0
  let at = start
  for (let shift = 1; at < bytes.length; shift *= 128) {
    const byte = bytes[at++] ?? 0
    value += (byte & 127) * shift
    if (byte < 128) return [value, at]
  }
  return [NaN, at]
}

/** A CID as repositories have it: version 1, CBOR, SHA-256. */
const CID = Buffer.from([1, 0x71, 0x12, 0x20])

/**
 * The records of a repository of Bluesky: its blocks that name their type, when every block has the hash that it is
 * called by; null for a damaged file.
 */
export function repositoryRecords(file: Uint8Array): number | null {
  const bytes = Buffer.from(file)
  const [header, start] = varint(bytes, 0)
  let records = 0
  for (let at = start + header; at !== bytes.length;) {
    const [length, begin] = varint(bytes, at)
    const end = begin + length
    if (!(end <= bytes.length) || !bytes.subarray(begin, begin + 4).equals(CID)) return null
    const block = bytes.subarray(begin + 36, end)
    const hash = createHash('sha256').update(block).digest()
    if (!hash.equals(bytes.subarray(begin + 4, begin + 36))) return null
    if (block.includes('e$type')) records++
    at = end
  }
  return records
}
