import { type Head, type Importer, readLater } from '../importer.ts'

/** The header of a CAR file, `{roots: […], version: 1}` in CBOR, is as long at most. */
const HEADER_BYTES = 512
/** How the header begins, behind its length, and how it ends: a map of two, with these keys. */
const ROOTS = '\u00A2eroots'
const VERSION = 'gversion\u0001'

const detect = ({ bytes }: Head): number => {
  const start = Buffer.from(bytes.subarray(0, HEADER_BYTES)).toString('latin1')
  const roots = start.indexOf(ROOTS)
  if (roots < 1 || roots > 3 || !start.includes(VERSION, roots)) return 0
  // Other archives of blocks have the same form; a repository names the account or the kinds of its records.
  return /did:(?:plc|web):|app\.bsky\./.test(Buffer.from(bytes).toString('latin1')) ? 0.95 : 0
}

/**
 * A Bluesky repository: all that an account wrote, as a CAR file (AT Protocol, version 3 of the repository format).
 * Read block by block, so that a file may be of any size and in any order; it holds nothing that others wrote.
 */
export const bluesky: Importer = {
  id: 'bluesky',
  title: 'Bluesky repository',
  reads: 'Posts that answer or name people, and accounts followed, from a Bluesky repo.car file.',
  howToExport: [
    'On bsky.app open Settings > Account > Export my data.',
    'Choose Download CAR file: it is named repo.car.',
    'Give the file to kith as it is.',
  ],
  detect,
  read: readLater(async () => (await import('./read-repository.ts')).readRepository),
}
