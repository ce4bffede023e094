import type { OutlookPerson } from './item.ts'
import { meetingId } from './meeting-id.ts'
import { APPOINTMENT, MEETING } from './property-sets.ts'
import { recurrenceIn } from './recurrence-bytes.ts'
import { calendarText } from './texts.ts'
import { named, readTnef } from './tnef.ts'

const SUBJECT = '0037'
const SENSITIVITY = '0036'
const START_DATE = '0060'

/** What a mail is about, by its class as TNEF and as Outlook write it. */
const REQUEST = /MtgReq$|^IPM\.Schedule\.Meeting\.Request/i
/** Yes and perhaps; who says no does not come. */
const ACCEPTED = /MtgResp[PA]$|^IPM\.Schedule\.Meeting\.Resp\.(?:Pos|Tent)/i

/** Who a mail is from and to, in the order of its headers. */
export type Carrier = { readonly from: OutlookPerson; readonly to: readonly OutlookPerson[] }

/**
 * The meeting that a winmail.dat invites to, or says yes to, as a calendar file; null where it is of something else.
 * Its people are those of the mail that carries it: an invitation goes from who calls to all who are called.
 */
export function calendarIn(bytes: Buffer, { from, to }: Carrier): string | null {
  const tnef = readTnef(bytes)
  if (tnef === null) return null
  const kind = tnef.kind === '' ? tnef.text('001a') : tnef.kind
  const isAnswer = ACCEPTED.test(kind)
  if (!isAnswer && !REQUEST.test(kind)) return null
  const [organiser, others] = isAnswer ? [to[0], [from]] : [from, to]
  if (organiser === undefined) return null
  const uid = tnef.bytes(named(MEETING, 0x23)) ?? tnef.bytes(named(MEETING, 0x3))
  return calendarText({
    kind: 'IPM.Appointment',
    isUnsent: false,
    isPrivate: tnef.number(SENSITIVITY) >= 2,
    // An answer has the one who answers in front of the subject.
    subject: isAnswer ? '' : tnef.text(SUBJECT),
    headers: '',
    sender: organiser,
    recipients: others.map((one) => ({ ...one, kind: 'to', declined: false })),
    deliveredTo: '',
    sentAt: null,
    messageId: '',
    inReplyTo: '',
    body: '',
    contact: null,
    appointment: {
      startAt: tnef.time(named(APPOINTMENT, 0x820d)) ?? tnef.time(START_DATE),
      uid: meetingId(uid?.toString('hex') ?? ''),
      isDeclined: false,
      isCancelled: false,
      recurrence: recurrenceIn(
        tnef.bytes(named(APPOINTMENT, 0x8216)),
        tnef.bytes(named(APPOINTMENT, 0x8260)) ?? tnef.bytes(named(APPOINTMENT, 0x825e)),
        tnef.text(named(APPOINTMENT, 0x8234)),
      ),
    },
  })
}
