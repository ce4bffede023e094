import type { ImapFlow, ListResponse } from 'imapflow'
import { KithError } from '#core/model/errors.ts'

/** A folder to read. */
export type Folder = {
  readonly path: string
  /** Holds what the owner sent, by what the server says of it (RFC 6154) or by its name. */
  readonly sent: boolean
}

/** What nobody wrote to anybody, or wanted. */
const LEFT_OUT = new Set(['\\Junk', '\\Trash', '\\Drafts', '\\Flagged', '\\Important'])

const selectable = ({ flags }: ListResponse): boolean =>
  !flags.has('\\Noselect') && !flags.has('\\NonExistent')

/**
 * Which folders are read, unless the user chooses: all but junk, waste and drafts. Where the server has one folder
 * with all mail (Gmail), that one and the sent mail, since every other only shows parts of it again.
 */
function chosenAmong(folders: readonly ListResponse[]): ReadonlySet<string> {
  const readable = folders.filter((folder) => selectable(folder) && !LEFT_OUT.has(folder.specialUse ?? ''))
  const all = readable.filter(({ specialUse }) => specialUse === '\\All')
  const few =
    all.length === 0 ? readable : [...readable.filter(({ specialUse }) => specialUse === '\\Sent'), ...all]
  return new Set(few.map(({ path }) => path))
}

/** Every folder that can be read, with whether it is unless the user chooses. */
export async function listFolders(
  client: ImapFlow,
): Promise<readonly (Folder & { readonly chosen: boolean })[]> {
  const folders = await client.list()
  const chosen = chosenAmong(folders)
  return folders
    .filter(selectable)
    .map(({ path, specialUse }) => ({ path, sent: specialUse === '\\Sent', chosen: chosen.has(path) }))
}

/**
 * The folders to read.
 * @throws KithError 'not-found' that names one the user chose and the server does not have
 */
export async function foldersToRead(
  client: ImapFlow,
  wanted: readonly string[] | undefined,
): Promise<readonly Folder[]> {
  const folders = await listFolders(client)
  if (wanted === undefined || wanted.length === 0) return folders.filter(({ chosen }) => chosen)
  return wanted.map((name) => {
    const found = folders.find(({ path }) => path === name || path.toLowerCase() === name.toLowerCase())
    if (found !== undefined) return found
    throw new KithError(
      'not-found',
      `The server has no folder ${name}; it has ${folders
        .map(({ path }) => path)
        .slice(0, 20)
        .join(', ')}.`,
    )
  })
}
