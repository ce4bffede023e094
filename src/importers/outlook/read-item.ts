import type { SourceRecord } from '#core/model/records.ts'
import { icalendar } from '../icalendar/icalendar.ts'
import type { Importer, ReadOptions } from '../importer.ts'
import { Headers } from '../mail/headers.ts'
import { mailRecords, type MailSource } from '../mail/mail-records.ts'
import { memoryEntry, readAll } from '../text/entries.ts'
import type { TellOnce } from '../text/tell-once.ts'
import { vcard } from '../vcard/vcard.ts'
import type { OutlookItem } from './item.ts'
import { bothNames } from './people.ts'
import { calendarText, cardText, mailText } from './texts.ts'

/** Items that are no contact with anybody. */
const LEFT_OUT: readonly (readonly [RegExp, string])[] = [
  [/^IPM\.DistList/i, 'a list of people, not a person'],
  [
    /^IPM\.(?:StickyNote|Task|Activity|Post\.RSS|Document|OLE|Configuration|Microsoft)/i,
    'a note, task or other item without people',
  ],
  [/^IPM\.(?:Note\.Rules|Rule|ExtendedRule)/i, 'a rule or template of Outlook'],
  [/^REPORT\./i, 'a receipt or delivery report'],
]

/** The records of a text in one of the open standards, or why it gives none. */
async function through(
  importer: Importer,
  text: string,
  options: ReadOptions,
): Promise<readonly SourceRecord[] | string> {
  const all = await readAll(importer, memoryEntry('item', text), options)
  return all.records.length === 0 ? (all.skipped[0]?.reason ?? []) : all.records
}

/** What one file has in common: whose mail it is, and who was told of. */
export type ItemContext = {
  readonly source: MailSource
  readonly options: ReadOptions
  readonly told: TellOnce
}

/** The records of an item, perhaps none, or why it gives none. */
export async function readItem(
  item: OutlookItem,
  { source, options, told }: ItemContext,
): Promise<readonly SourceRecord[] | string> {
  const { kind, appointment, contact } = item
  const left = LEFT_OUT.find(([form]) => form.test(kind))
  if (left) return left[1]
  if (contact) return through(vcard, cardText(contact), options)
  // The answer to an invitation is no event of its own: the meeting is.
  if (/^IPM\.Schedule\.Meeting\.Resp/i.test(kind)) return []
  if (appointment) {
    if (appointment.isDeclined) return 'a meeting that was declined'
    return through(icalendar, calendarText(item), options)
  }
  if (item.isUnsent) return 'a draft that was not sent'
  const bytes = Buffer.from(mailText(item), 'utf8')
  const headers = new Headers()
  const body = headers.scan(bytes, 0, bytes.length)
  const result = mailRecords(headers, { bytes, start: body, end: bytes.length }, source)
  return 'skipped' in result ? result.skipped : [...result, ...bothNames(item, told)]
}
