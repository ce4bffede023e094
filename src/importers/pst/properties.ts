import type { PSTFile, PSTMessage, PSTRecipient } from 'pst-extractor'
import type { OutlookAppointment, OutlookContact, OutlookItem, OutlookRecipient } from '../outlook/item.ts'
import { meetingId } from '../outlook/meeting-id.ts'
import { outlookPerson } from '../outlook/people.ts'
import { recurrenceIn } from '../outlook/recurrence-bytes.ts'

/** Recipients of one item that are looked at; more of them is bulk anyway. */
const MAX_RECIPIENTS = 200

/** Named properties: the set as the library numbers it, and the number within the set (MS-OXPROPS). */
const ADDRESS = 2
const APPOINTMENT = 4
const MEETING = 5

const DECLINED = 4
const CANCELLED = 4

/** What the library gives of an item by number; protected in its types. */
type Bag = {
  getIntItem(id: number, otherwise?: number): number
  getStringItem(id: number): string
  getBinaryItem(id: number): Buffer | null
  getDateItem(id: number): Date | null
}

const timeOf = (date: Date | null): number | null => {
  const at = date?.getTime() ?? NaN
  // Outlook writes the year 4501 for no time.
  return at > 0 && at < Date.UTC(2200, 0) ? at : null
}

/** What a parser gives, or null: a damaged property costs itself. */
function attempt<Result>(work: () => Result): Result | null {
  try {
    return work()
  } catch {
    return null
  }
}

function recipientOf(recipient: PSTRecipient): OutlookRecipient {
  const bag = recipient as unknown as Bag
  const kinds = { 2: 'cc', 3: 'bcc' } as const
  return {
    ...outlookPerson(recipient.displayName, recipient.smtpAddress, recipient.emailAddress),
    kind: kinds[recipient.recipientType as 2 | 3] ?? 'to',
    // PidTagRecipientTrackStatus
    declined: bag.getIntItem(0x5fff) === DECLINED,
  }
}

function recipientsOf(message: PSTMessage): OutlookRecipient[] {
  const found: OutlookRecipient[] = []
  const count = Math.min(attempt(() => message.numberOfRecipients) ?? 0, MAX_RECIPIENTS)
  for (let i = 0; i < count; i++) {
    const one = attempt(() => message.getRecipient(i))
    if (one) found.push(recipientOf(one))
  }
  return found
}

function appointmentOf(bag: Bag, file: PSTFile, kind: string): OutlookAppointment {
  const id = (lid: number, set: number): number => file.getNameToIdMapItem(lid, set)
  const binary = (lid: number, set: number): Buffer | null => {
    const place = id(lid, set)
    return place < 0 ? null : bag.getBinaryItem(place)
  }
  const uid = binary(0x23, MEETING) ?? binary(0x3, MEETING)
  return {
    startAt: timeOf(bag.getDateItem(id(0x820d, APPOINTMENT))),
    uid: meetingId(uid?.toString('hex') ?? ''),
    isDeclined: bag.getIntItem(id(0x8218, APPOINTMENT)) === DECLINED,
    isCancelled: /canceled$/i.test(kind) || (bag.getIntItem(id(0x8217, APPOINTMENT)) & CANCELLED) !== 0,
    recurrence: recurrenceIn(
      binary(0x8216, APPOINTMENT),
      binary(0x8260, APPOINTMENT) ?? binary(0x825e, APPOINTMENT),
    ),
  }
}

function contactOf(bag: Bag, file: PSTFile): OutlookContact {
  const text = (tag: number): string => bag.getStringItem(tag)
  const named = (lid: number): string => bag.getStringItem(file.getNameToIdMapItem(lid, ADDRESS))
  return {
    given: text(0x3a06),
    middle: text(0x3a44),
    family: text(0x3a11),
    shown: text(0x3001),
    nickname: text(0x3a4f),
    mails: [0x8083, 0x8093, 0x80a3].map(named).filter((mail) => mail.includes('@')),
    phones: [0x3a1c, 0x3a08, 0x3a09, 0x3a1b, 0x3a2f, 0x3a1f].map(text),
    pages: [0x3a51, 0x3a50].map(text),
    organisation: text(0x3a16),
    title: text(0x3a17),
    town: named(0x8046) || text(0x3a27),
    country: named(0x8049) || text(0x3a26),
  }
}

/** An item of a data file. Throws where it is damaged so that nothing can be read of it. */
export function itemOf(message: PSTMessage, file: PSTFile): OutlookItem {
  const bag = message as unknown as Bag
  const kind = message.messageClass === '' ? 'IPM.Note' : message.messageClass
  const isEvent = /^IPM\.(?:Appointment|Schedule\.Meeting\.(?:Request|Canceled))/i.test(kind)
  return {
    kind,
    isUnsent: message.isUnsent,
    isPrivate: message.sensitivity >= 2,
    subject: message.subject,
    headers: message.transportMessageHeaders,
    // PidTagSenderSmtpAddress and PidTagSentRepresentingSmtpAddress
    sender: outlookPerson(
      message.senderName,
      bag.getStringItem(0x5d01),
      bag.getStringItem(0x5d02),
      message.senderEmailAddress,
    ),
    recipients: recipientsOf(message),
    deliveredTo: outlookPerson('', bag.getStringItem(0x5d07), message.receivedByAddress).smtp,
    sentAt: timeOf(message.clientSubmitTime) ?? timeOf(message.messageDeliveryTime),
    messageId: message.internetMessageId,
    inReplyTo: message.inReplyToId,
    body: attempt(() => message.body) ?? '',
    appointment: isEvent ? appointmentOf(bag, file, kind) : null,
    contact: /^IPM\.Contact/i.test(kind) ? contactOf(bag, file) : null,
  }
}
