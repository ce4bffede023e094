import type { Entry, Head } from '../importer.ts'
import { decodeText, headText, sniffEncoding, SNIFF_BYTES } from '../text/decode.ts'
import { firstRows } from '../text/csv.ts'
import { columnsOf } from './columns.ts'

/** Outlook writes the code page of its Windows: beside that of western Europe those whose column names are known. */
const CODE_PAGES = ['windows-1250', 'shift_jis'] as const

const known = (header: string): number =>
  columnsOf(firstRows(header, 1)[0] ?? []).filter((column) => column !== null).length

/** The code page of a table, by the one in which most of its columns are known; null for the usual encodings. */
function codePageOf({ bytes }: Pick<Head, 'bytes'>): string | null {
  const end = bytes.indexOf(10)
  const header = bytes.subarray(0, end < 0 ? SNIFF_BYTES : end)
  if (header.every((byte) => byte < 128) || sniffEncoding(bytes) !== 'utf-8') return null
  let best: string | null = null
  let most = known(decodeText(header))
  for (const page of CODE_PAGES) {
    const count = known(new TextDecoder(page).decode(header))
    if (count > most) [best, most] = [page, count]
  }
  return best
}

/** The beginning of a table as text; null when it is binary. */
export function tableText(head: Head): string | null {
  const page = codePageOf(head)
  return page === null ? headText(head) : new TextDecoder(page).decode(head.bytes)
}

/** The table in UTF-8, if it is in a code page; else as it is. */
export function inUtf8(entry: Entry, head: Pick<Head, 'bytes'>): Entry {
  const page = codePageOf(head)
  if (page === null) return entry
  return {
    ...entry,
    bytes: async function* () {
      const decoder = new TextDecoder(page)
      for await (const chunk of entry.bytes()) yield Buffer.from(decoder.decode(chunk, { stream: true }))
      yield Buffer.from(decoder.decode())
    },
  }
}
