import { KithError } from '#core/model/errors.ts'
import type { Entry, Head, Importer, RandomAccess } from '../importer.ts'
import { MailSource } from '../mail/mail-records.ts'
import { readItem } from '../outlook/read-item.ts'
import { Batching } from '../text/batching.ts'
import { TellOnce } from '../text/tell-once.ts'

/** Within an archive a data file can only be read whole, up to this size. */
const MAX_IN_MEMORY = 128 << 20

const detect = ({ bytes }: Head): number =>
  // "SM" is a .pst, "SO" an .ost; others of the form are address books of Exchange (MS-PST 2.2.2.6).
  /^!BDN[^]{4}S[MO]/.test(Buffer.from(bytes.subarray(0, 10)).toString('latin1')) ? 0.97 : 0

/** The file for reading anywhere: in place, or from memory where it lies in an archive and is small. */
async function accessTo(entry: Entry): Promise<RandomAccess> {
  if (entry.random) return entry.random()
  if (entry.size > MAX_IN_MEMORY)
    throw new KithError(
      'unreadable',
      `${entry.path} is an Outlook data file within an archive; unpack the archive and import the file itself.`,
    )
  const parts: Uint8Array[] = []
  for await (const chunk of entry.bytes()) parts.push(Uint8Array.from(chunk))
  const bytes = Buffer.concat(parts)
  return {
    read: (into, position) => bytes.copy(into, 0, position, position + into.length),
    close: () => {},
  }
}

/**
 * Outlook data files (.pst, and the .ost of an Exchange or Microsoft 365 account): mail, meetings and contacts of all
 * folders (MS-PST, read by pst-extractor). Senders within Exchange have no address but a name of X.500, which is a key
 * of its own; wherever an item gives both, the two become one person. Read in place: memory does not grow with the
 * file.
 */
export const pst: Importer = {
  id: 'pst',
  title: 'Outlook data file (.pst, .ost)',
  reads: 'Mail, meetings and contacts of all folders of an Outlook data file.',
  howToExport: [
    'In Outlook for Windows open File > Open & Export > Import/Export > Export to a file > Outlook Data File (.pst).',
    'Choose the account at the top and tick "Include subfolders"; set no password.',
    'The new Outlook for Windows and Outlook for Mac write no .pst: there, export as .eml or use the account itself.',
    'Close Outlook, then import the .pst. An .ost (usually in AppData\\Local\\Microsoft\\Outlook) is read, too.',
  ],
  detect,
  async *read(entry, options) {
    // Loaded with the first file, since their libraries are large.
    const { openDataFile } = await import('./data-file.ts')
    const { foldersOf } = await import('./folders.ts')
    const access = await accessTo(entry)
    try {
      const file = await openDataFile(access, entry)
      const batch = new Batching()
      const told = new TellOnce()
      let number = 0
      for (const folder of foldersOf(file)) {
        const source = new MailSource(`${entry.path}/${folder.path}`, options)
        for (const step of folder.items()) {
          number++
          const result = typeof step === 'string' ? step : await readItem(step, { source, options, told })
          if (typeof result === 'string') batch.skip(`item ${number} (${folder.path})`, result)
          else batch.took(result)
          // How far a database is read cannot be told by place: a share of the bytes by items is a fair guess.
          if (batch.full) yield batch.flush(Math.min(entry.size, file.bytesRead()))
        }
        if (folder.problem !== undefined) {
          number++
          batch.skip(`folder ${folder.path}`, folder.problem)
        }
        batch.add(source.owners())
      }
      yield batch.flush(entry.size)
    } finally {
      access.close()
    }
  },
}
