import type { Importer } from '../importer.ts'
import { looksLikeMessage, readMessage } from '../mail/single-message.ts'

/** Single messages as mail programs save them: RFC 5322 with RFC 2045 to 2047 and 2231. */
export const eml: Importer = {
  id: 'eml',
  title: 'Mail messages (.eml)',
  reads: 'Single mail messages, one in each file, as mail programs save them.',
  howToExport: [
    'Thunderbird: select messages, then File, "Save As", "File".',
    'Apple Mail: drag messages into a folder. Outlook on the web: open a message, then "Download as EML".',
    'Put the files into one folder and import the folder.',
  ],
  gathers: true,
  detect: looksLikeMessage,
  read: readMessage,
}
