import { KithError } from '#core/model/errors.ts'
import type { SourceRecord } from '#core/model/records.ts'
import type { Head, Importer } from '../importer.ts'
import { Batching } from '../text/batching.ts'
import { headText } from '../text/decode.ts'
import { PhoneRecords, type Mms } from './phone-records.ts'

/** Characters within which the first tag stands, comments and style sheet before it. */
const FIRST_TAG_WITHIN = 4_000

function detect(head: Head): number {
  const text = headText(head)?.slice(0, FIRST_TAG_WITHIN) ?? ''
  if (!/^\s*</.test(text)) return 0
  const [, name] = /<([A-Za-z][\w:.-]*)/.exec(text.replace(/<!--[^]*?-->/g, '')) ?? []
  const isBackup =
    name === 'smses' || (name === 'calls' && /<calls[^>]*\bcount=|<call\s[^>]*\bnumber=/.test(text))
  return isBackup ? 0.95 : 0
}

/**
 * Backups of the Android app "SMS Backup & Restore" (field list: synctech.com.au): `<smses>` with text messages and
 * messages with pictures, `<calls>` with the call log.
 */
export const sms: Importer = {
  id: 'sms',
  title: 'SMS and call backup',
  reads: 'Text messages, group messages and calls from the XML of the Android app SMS Backup & Restore.',
  howToExport: [
    'Install "SMS Backup & Restore" (SyncTech) on the Android telephone.',
    'Back up messages and call logs; attachments are not needed.',
    'Copy the files sms-….xml and calls-….xml to this computer.',
  ],
  detect,
  async *read(entry, options) {
    const { xmlTags } = await import('../text/xml.ts')
    const records = new PhoneRecords(options)
    const batch = new Batching()
    let number = 0
    let isBackup = false
    let isWhole = true
    let mms: Mms | null = null
    const count = (kind: string, result: SourceRecord[] | string): void => {
      number++
      if (typeof result === 'string') batch.skip(`${kind} ${number}`, result)
      else batch.took(result)
    }
    for await (const step of xmlTags(entry)) {
      isWhole = step.isWhole
      for (const { name, attributes } of step.tags) {
        if (attributes === null) {
          if (name === 'mms' && mms !== null) {
            count('message', records.mms(mms))
            mms = null
          }
        } else if (name === 'smses' || name === 'calls') isBackup = true
        else if (!isBackup) continue
        else if (name === 'sms') count('message', records.sms(attributes))
        else if (name === 'call') count('call', records.call(attributes))
        else if (name === 'mms') mms = { attributes, addresses: [], texts: [] }
        else if (name === 'addr' && mms !== null) {
          mms.addresses.push({ address: attributes['address'] ?? '', type: attributes['type'] ?? '' })
        } else if (name === 'part' && mms !== null) {
          const { ct, text } = { ct: attributes['ct'], text: attributes['text'] }
          if (ct === 'text/plain' && text !== undefined && text !== 'null') mms.texts.push(text)
        }
        if (batch.full) yield batch.flush(step.bytes)
      }
    }
    if (!isBackup) {
      throw new KithError(
        'unreadable',
        `${entry.path} is no backup of SMS Backup & Restore: it holds neither messages nor calls.`,
      )
    }
    if (!isWhole)
      batch.skip(`after record ${number}`, 'the file is cut or damaged here; what follows was not read')
    batch.add(records.ownerHints())
    yield batch.flush(entry.size)
  },
}
