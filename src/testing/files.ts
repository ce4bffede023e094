import { calendarFile } from './files/calendar.ts'
import { callsFile } from './files/calls.ts'
import type { ExportFile } from './files/export-file.ts'
import { linkedinFiles } from './files/linkedin.ts'
import { mboxFiles } from './files/mbox.ts'
import { vcardFile } from './files/vcard.ts'
import type { SyntheticNetwork } from './model.ts'

export type { ExportFile } from './files/export-file.ts'

/**
 * The network as the files its owner would export: `mail/*.mbox`, `linkedin/*.csv`, `contacts.vcf`, `calendar.ics`
 * and `events.csv` (the call log). Together they hold what `sampleRecords` gives, and quirks that real exports
 * have: copies in two folders, hidden members, drafts, cancelled meetings. Writing them to disk is the caller's.
 */
export function exportFiles(network: SyntheticNetwork): ExportFile[] {
  return [
    ...mboxFiles(network),
    ...linkedinFiles(network),
    vcardFile(network),
    calendarFile(network),
    callsFile(network),
  ]
}
