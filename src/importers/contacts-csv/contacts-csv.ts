import { KithError } from '#core/model/errors.ts'
import type { Head, Importer } from '../importer.ts'
import { Batching } from '../text/batching.ts'
import { csvBlocks, firstRows } from '../text/csv.ts'
import { headOf } from '../text/head.ts'
import { inUtf8, tableText } from './charset.ts'
import { columnsOf, sureness, type Column } from './columns.ts'
import { readContact } from './person.ts'

const detect = (head: Head): number => sureness(firstRows(tableText(head) ?? '', 1)[0] ?? [])

/**
 * Contacts as CSV: of Google (the columns until 2024 and those since), of Outlook for Windows (column names in
 * English, German, French, Spanish, Italian, Portuguese, Dutch, Polish and Japanese), of Outlook.com, what Google
 * calls Outlook CSV, of Thunderbird and Yahoo, and tables of names and mail addresses that somebody made. No vendor
 * documents the columns; they are those of their exports. Each is told by its column names.
 */
export const contactsCsv: Importer = {
  id: 'contacts-csv',
  title: 'Contacts (Google or Outlook CSV)',
  reads: 'People with mail addresses, telephone numbers, organisation and title from a contacts CSV file.',
  howToExport: [
    'Google: contacts.google.com > Export > Google CSV. If contacts are missing in it, export vCard instead.',
    'Outlook for Windows: File > Open & Export > Import/Export > Export to a file > Comma separated values > Contacts.',
    'Outlook.com: People > Manage contacts > Export contacts.',
  ],
  detect,
  async *read(entry, options) {
    const batch = new Batching()
    let columns: readonly (Column | null)[] | null = null
    for await (const { rows, bytes } of csvBlocks(inUtf8(entry, await headOf(entry)))) {
      for (const row of rows) {
        if (columns === null) {
          if (!('cells' in row) || sureness(row.cells) === 0) throw noContacts(entry.path)
          columns = columnsOf(row.cells)
          continue
        }
        const result = 'cells' in row ? readContact(columns, row.cells, options) : row.broken
        if (typeof result === 'string') batch.skip(`row ${row.number}`, result)
        else batch.took(result)
        if (batch.full) yield batch.flush(bytes)
      }
    }
    if (columns === null) throw noContacts(entry.path)
    yield batch.flush(entry.size)
  },
}

const noContacts = (path: string): KithError =>
  new KithError(
    'unreadable',
    `${path} is no contacts CSV of Google or Outlook that kith knows: its first line lacks the column names. ` +
      'Export the contacts again, or as vCard.',
  )
