import { mailIdentity } from '#core/identity/normalise.ts'
import type { SourceRecord } from '#core/model/records.ts'
import { addressIdentity } from '../mail/correspondents.ts'
import type { TellOnce } from '../text/tell-once.ts'
import type { OutlookItem, OutlookPerson } from './item.ts'

/** Nobody: what Outlook writes for the author of an item that was never sent. */
const UNKNOWN = /^unknown$/i

const given = (text: string): string => (UNKNOWN.test(text.trim()) ? '' : text.trim())

/** Somebody from the texts that may name them: the first SMTP address, the first Exchange name. */
export function outlookPerson(name: string, ...addresses: readonly string[]): OutlookPerson {
  const all = addresses.map(given).filter((address) => address !== '')
  return {
    name: given(name).replace(/^'(.*)'$/, '$1'),
    smtp: all.find((address) => mailIdentity(address) !== null) ?? '',
    exchange: all.find((address) => /^\/o=/i.test(address)) ?? '',
  }
}

/** The SMTP address where there is one, else the name within Exchange. */
export const addressOf = ({ smtp, exchange }: OutlookPerson): string => (smtp === '' ? exchange : smtp)

/**
 * Those of whom an item gives both address and Exchange name, as one person each: elsewhere the same mailbox names
 * them by the Exchange name alone.
 */
export function* bothNames(item: OutlookItem, told: TellOnce): Iterable<SourceRecord> {
  for (const { smtp, exchange } of [item.sender, ...item.recipients]) {
    if (smtp === '' || exchange === '') continue
    const [mail, directory] = [mailIdentity(smtp), addressIdentity(exchange)]
    if (mail && directory && told.isNew(`${mail.value} ${directory.value}`))
      yield { type: 'person', identities: [mail, directory] }
  }
}
