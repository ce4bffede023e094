import type { PSTFolder, PSTMessage } from 'pst-extractor'
import { cleanName } from '#core/identity/normalise.ts'
import type { OutlookItem } from '../outlook/item.ts'
import { quietly } from '../outlook/quietly.ts'
import type { DataFile } from './data-file.ts'
import { itemOf } from './properties.ts'

const MAX_DEPTH = 64
const MAX_FOLDERS = 100_000
/** A folder cannot hold more: the table of its items has an index of 32 bits, and each item a kilobyte at least. */
const MAX_ITEMS = 20_000_000

/** Where the table of items names the node of each: PidTagLtpRowId. */
const ROW_ID = 0x67f2
/** Folders that show items of others by a search. */
const SEARCH_FOLDER = 3

/** Parts of a folder that the library keeps to itself. */
type Tables = {
  readonly emailsTable: { getItems(start: number, count: number): Map<number, Row>[] } | null
  readonly fallbackEmailsTable: readonly object[] | null
}
type Row = { readonly entryValueReference: number }

/** A folder with its items. `problem` says why some of it, or of what lies below it, could not be read. */
export type Folder = {
  readonly path: string
  problem?: string
  readonly items: () => Iterable<OutlookItem | string>
}

const ELSEWHERE = 'the file lists it without holding it: the copy is on the server'
const DAMAGED = 'it is damaged; repair the file with Outlook (scanpst.exe) to get it back'

/** The items of a folder, each read when it is asked for; a text says why one cannot be. */
function* itemsOf(data: DataFile, folder: PSTFolder): Iterable<OutlookItem | string> {
  const { library, file } = data
  const guarded = <Result>(work: () => Result): Result | string => {
    data.begin()
    try {
      return quietly(work)
    } catch (error) {
      return /Unable to find \d+ is desc: true/.test(String(error)) ? ELSEWHERE : DAMAGED
    }
  }
  const held = guarded(() => folder.emailCount)
  const count = typeof held === 'number' ? held : 0
  const { emailsTable, fallbackEmailsTable } = folder as unknown as Tables
  const total = Math.min(emailsTable ? count : (fallbackEmailsTable?.length ?? 0), MAX_ITEMS)
  for (let i = 0; i < total; i++) {
    const item = guarded(() => {
      const node = emailsTable
        ? file.getDescriptorIndexNode(
            // The library wants its own kind of whole number.
            library.PSTUtil.convertLittleEndianBytesToLong(
              nodeBytes(emailsTable.getItems(i, 1)[0]?.get(ROW_ID)),
            ),
          )
        : fallbackEmailsTable?.[i]
      const found: unknown = library.PSTUtil.detectAndLoadPSTObject(file, node as never)
      return itemOf(found as PSTMessage, file)
    })
    yield item
  }
}

function nodeBytes(row: Row | undefined): Buffer {
  if (row === undefined) throw new Error('the row names no item')
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(row.entryValueReference >>> 0)
  return bytes
}

/** All folders of a data file, the outer ones first, without searches. */
export function* foldersOf(data: DataFile): Iterable<Folder> {
  const seen = new Set<string>()
  const open: { folder: PSTFolder; path: string; depth: number }[] = []
  data.begin()
  try {
    open.push({ folder: data.root(), path: '', depth: 0 })
  } catch {
    yield { path: 'root', problem: DAMAGED, items: () => [] }
  }
  for (let next = open.shift(); next && seen.size < MAX_FOLDERS; next = open.shift()) {
    const { folder, path, depth } = next
    const id = folder.descriptorNodeId.toString()
    if (seen.has(id) || depth > MAX_DEPTH) continue
    seen.add(id)
    const here: Folder = { path: path === '' ? '/' : path, items: () => itemsOf(data, folder) }
    data.begin()
    try {
      const below = quietly(() => folder.getSubFolders()) as PSTFolder[]
      for (const one of below) {
        if (one.getNodeType() === SEARCH_FOLDER) continue
        const name = cleanName(one.displayName).replaceAll('/', ' ')
        open.push({ folder: one, path: path === '' ? name : `${path}/${name}`, depth: depth + 1 })
      }
    } catch {
      here.problem = 'the folders below it cannot be listed; repair the file with Outlook (scanpst.exe)'
    }
    yield here
  }
}
