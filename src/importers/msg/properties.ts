import reader from '@kenjiuno/msgreader'
import { defaultOf } from '../outlook/default-of.ts'
import type { OutlookContact, OutlookItem, OutlookRecipient } from '../outlook/item.ts'
import { outlookPerson } from '../outlook/people.ts'
import { APPOINTMENT, MEETING } from '../outlook/property-sets.ts'
import { meetingId } from '../outlook/meeting-id.ts'
import { bound } from './bounded.ts'
import { quietly } from '../outlook/quietly.ts'
import { recurrenceOf } from '../outlook/recurrence.ts'

const MsgReader = defaultOf(reader)
type Fields = ReturnType<InstanceType<typeof MsgReader>['getFileData']>

const UNSENT = 8
const DECLINED = '4'
const CANCELLED = 4

/** Properties of an item or a recipient that the library gives no name to. */
class Properties {
  private readonly fields: Fields

  constructor(fields: Fields) {
    this.fields = fields
  }

  /** By tag, such as `1042` (the type of the value left out). */
  tag(tag: string): string {
    const found = this.fields.rawProps?.find(({ propertyTag }) => propertyTag?.startsWith(tag))?.value
    return plain(found)
  }

  named(set: string, lid: string): string {
    const found = this.fields.rawProps?.find(
      ({ propertySet, propertyLid }) => propertySet === set && propertyLid === lid,
    )
    return plain(found?.value)
  }
}

/** Texts and numbers as text, whatever the types of the library say of numbers; nothing for bytes. */
const plain = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const time = (value: string | undefined): number | null => {
  const at = value === undefined ? NaN : Date.parse(value)
  return Number.isNaN(at) ? null : at
}

function recipientOf(fields: Fields): OutlookRecipient {
  return {
    ...outlookPerson(text(fields.name), text(fields.smtpAddress), text(fields.email)),
    kind: fields.recipType ?? 'to',
    declined: new Properties(fields).tag('5fff') === DECLINED,
  }
}

function contactOf(fields: Fields, raw: Properties): OutlookContact {
  return {
    given: text(fields.givenName),
    middle: text(fields.middleName),
    family: text(fields.surname),
    shown: '',
    nickname: raw.tag('3a4f'),
    // The second and third address have no name in the library: PSETID_Address, 0x8093 and 0x80a3.
    mails: [
      text(fields.email1EmailAddress),
      ...['00008093', '000080a3'].map((lid) => raw.named('00062004-0000-0000-c000-000000000046', lid)),
    ].filter((mail) => mail.includes('@')),
    phones: [fields.mobileTelephoneNumber, fields.businessTelephoneNumber, fields.homeTelephoneNumber].map(
      text,
    ),
    pages: [text(fields.businessHomePage), raw.tag('3a50')],
    organisation: text(fields.companyName),
    title: text(fields.title),
    town: text(fields.workAddressCity) || text(fields.addressCity),
    country: text(fields.workAddressCountry) || text(fields.country),
  }
}

function itemFrom(fields: Fields): OutlookItem {
  const raw = new Properties(fields)
  const kind = text(fields.messageClass) || 'IPM.Note'
  const isEvent = /^IPM\.(?:Appointment|Schedule\.Meeting\.(?:Request|Canceled))/i.test(kind)
  const zone = fields.apptTZDefRecur ?? fields.apptTZDefStartDisplay
  const state = Number(raw.named(APPOINTMENT, '00008217'))
  const uid = fields.globalAppointmentID ?? raw.named(MEETING, '00000003')
  return {
    kind,
    isUnsent: (Number(fields.messageFlags ?? 0) & UNSENT) !== 0,
    isPrivate: Number(raw.tag('0036')) >= 2,
    subject: text(fields.subject),
    headers: text(fields.headers),
    sender: outlookPerson(
      text(fields.senderName),
      text(fields.senderSmtpAddress),
      text(fields.sentRepresentingSmtpAddress),
      text(fields.senderEmail),
    ),
    // PidTagReceivedBySmtpAddress, and the address where it is one of SMTP.
    deliveredTo: outlookPerson('', raw.tag('5d07'), raw.tag('0076')).smtp,
    recipients: (fields.recipients ?? []).map(recipientOf),
    sentAt: time(fields.clientSubmitTime) ?? time(fields.messageDeliveryTime),
    messageId: text(fields.messageId),
    inReplyTo: raw.tag('1042'),
    body: text(fields.body),
    appointment: isEvent
      ? {
          startAt: time(fields.apptStartWhole),
          uid: meetingId(uid),
          isDeclined: raw.named(APPOINTMENT, '00008218') === DECLINED,
          isCancelled: /canceled$/i.test(kind) || (state & CANCELLED) !== 0,
          recurrence: fields.apptRecur ? recurrenceOf(fields.apptRecur, zone?.keyName ?? '') : null,
        }
      : null,
    contact: /^IPM\.Contact/i.test(kind) ? contactOf(fields, raw) : null,
  }
}

/** Code pages of Windows that texts may be in. */
const CODE_PAGES = /^(?:874|932|936|949|950|125[0-8])$/

/** The code pages of locales (MS-LCID, the language in the low ten bits) where the item names none. */
const BY_LANGUAGE: Readonly<Record<number, number>> = {
  0x01: 1256,
  0x04: 936,
  0x05: 1250,
  0x08: 1253,
  0x0d: 1255,
  0x0e: 1250,
  0x11: 932,
  0x12: 949,
  0x15: 1250,
  0x19: 1251,
  0x1e: 874,
  0x1f: 1254,
  0x22: 1251,
  0x2a: 1258,
}
const TAIWAN = 1_028

/** The code page of texts of before Unicode; undefined for that of western Europe. */
function codePageOf({ messageCodepage, messageLocaleId = 0 }: Fields): string | undefined {
  const page =
    messageCodepage ?? (messageLocaleId === TAIWAN ? 950 : BY_LANGUAGE[messageLocaleId & 0x3ff]) ?? 1252
  return page !== 1252 && CODE_PAGES.test(String(page)) ? `cp${page}` : undefined
}

const isAnsi = (fields: Fields): boolean =>
  fields.rawProps?.some(({ propertyTag }) => propertyTag?.endsWith('001e')) ?? false

function parse(bytes: Uint8Array, ansiEncoding: string | undefined): Fields {
  const file = new MsgReader(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  bound((file as unknown as { readonly reader: unknown }).reader, bytes.length)
  file.parserConfig = { includeRawProps: true, ...(ansiEncoding === undefined ? {} : { ansiEncoding }) }
  return file.getFileData()
}

/** The item in a .msg file, or why there is none. The file is untrusted: whatever the reader throws is damage. */
export function itemOf(bytes: Uint8Array): OutlookItem | string {
  try {
    return quietly(() => {
      let fields = parse(bytes, undefined)
      const codePage = isAnsi(fields) ? codePageOf(fields) : undefined
      if (codePage !== undefined) fields = parse(bytes, codePage)
      return fields.error === undefined && fields.dataType === 'msg'
        ? itemFrom(fields)
        : 'the file is damaged, or no item of Outlook'
    })
  } catch {
    return 'the file is damaged: its parts do not fit together'
  }
}
