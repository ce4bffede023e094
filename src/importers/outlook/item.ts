/**
 * An item of Outlook, whatever file it comes from, and how kith reads it: as the text of the open standard that
 * says the same (a mail as RFC 5322, an appointment as RFC 5545, a contact as RFC 2426). So an item has the same
 * natural key as its copy in a mailbox or a calendar file, and every rule of those importers holds here too.
 *
 * Source: MS-OXOMSG, MS-OXOCAL and MS-OXOCNTC for the meaning of the properties; FORMATS for senders of type EX.
 */

/** Somebody as Outlook keeps them; texts that are missing are empty. */
export type OutlookPerson = {
  readonly name: string
  readonly smtp: string
  /** The name within Exchange (`/o=Firm/ou=…/cn=Recipients/cn=ann`), which may stand alone: FORMATS 1.2. */
  readonly exchange: string
}

/** Somebody to whom an item goes. */
export type OutlookRecipient = OutlookPerson & {
  /** `bcc` of an appointment is a room or a resource. */
  readonly kind: 'to' | 'cc' | 'bcc'
  /** For appointments: the answer is no. */
  readonly declined: boolean
}

/** One item; texts that are missing are empty. */
export type OutlookItem = {
  /** PR_MESSAGE_CLASS, such as `IPM.Note`. */
  readonly kind: string
  readonly isUnsent: boolean
  readonly isPrivate: boolean
  readonly subject: string
  /** The headers as they came over the wire; empty for what was sent from here, and inside Exchange. */
  readonly headers: string
  readonly sender: OutlookPerson
  readonly recipients: readonly OutlookRecipient[]
  /** The address of the mailbox it was delivered to. */
  readonly deliveredTo: string
  /** Epoch milliseconds. */
  readonly sentAt: number | null
  readonly messageId: string
  readonly inReplyTo: string
  readonly body: string
  readonly appointment: OutlookAppointment | null
  readonly contact: OutlookContact | null
}

export type OutlookAppointment = {
  /** Epoch milliseconds. */
  readonly startAt: number | null
  /** The id of the meeting in hexadecimal, the same in every copy of it. */
  readonly uid: string
  /** MS-OXOCAL 2.2.1.11: the owner said no. */
  readonly isDeclined: boolean
  readonly isCancelled: boolean
  /** The lines of a VEVENT that say when it recurs, DTSTART among them; null for what happens once. */
  readonly recurrence: Recurrence | null
}

export type Recurrence = {
  /** DTSTART, RRULE and EXDATE. */
  readonly lines: readonly string[]
  /** Occurrences that were moved: RECURRENCE-ID and DTSTART of each. */
  readonly moved: readonly (readonly string[])[]
}

export type OutlookContact = {
  readonly given: string
  readonly middle: string
  readonly family: string
  readonly shown: string
  readonly nickname: string
  readonly mails: readonly string[]
  readonly phones: readonly string[]
  readonly pages: readonly string[]
  readonly organisation: string
  readonly title: string
  readonly town: string
  readonly country: string
}
