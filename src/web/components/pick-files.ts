import type { PickedFile } from '../import-job.ts'

/** What systems leave in folders and nobody means to import. */
const litter = /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini|__MACOSX\/.*)$/i

const entriesIn = async (folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> => {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  // A reader gives at most about a hundred entries at a time, and none at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) return all
    all.push(...some)
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

const walk = async (entry: FileSystemEntry, found: PickedFile[]): Promise<void> => {
  const path = entry.fullPath.replace(/^\//, '')
  if (isFile(entry)) {
    if (!litter.test(path))
      found.push({ path, file: await new Promise<File>((resolve, reject) => entry.file(resolve, reject)) })
  } else if (isFolder(entry)) for (const child of await entriesIn(entry)) await walk(child, found)
}

/** All files of a drop, those in dropped folders with their paths. */
export const filesOfDrop = async (transfer: DataTransfer): Promise<PickedFile[]> => {
  // Entries must be taken before the first wait: the browser empties the transfer after the event.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  if (entries.length === 0) return [...transfer.files].map((file) => ({ path: file.name, file }))
  const found: PickedFile[] = []
  for (const entry of entries) await walk(entry, found)
  return found
}

/** The files of a file or folder picker. */
export const filesOfList = (list: FileList | null): PickedFile[] =>
  [...(list ?? [])]
    .map((file) => ({ path: file.webkitRelativePath || file.name, file }))
    .filter(({ path }) => !litter.test(path))
