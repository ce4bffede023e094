/** What stands before the UID of a meeting that came from another program (MS-OXCICAL 2.1.3.1.1.20.26). */
const FOREIGN = '7643616C2D55696401000000'

/**
 * The id of a meeting (PidLidGlobalObjectId, in hexadecimal) as Outlook writes it as the UID of a calendar file: the
 * UID that it came with, else the whole id. That of one occurrence holds its day, which is left out so that the series
 * has one id (MS-OXOCAL 2.2.1.27).
 */
export function meetingId(hex: string): string {
  const id = hex.toUpperCase()
  const foreign = id.indexOf(FOREIGN)
  if (foreign >= 0) {
    const uid = Buffer.from(id.slice(foreign + FOREIGN.length), 'hex').toString('utf8')
    const text = uid.replace(/\0[^]*$/, '').trim()
    if (text !== '') return text
  }
  return id.length >= 40 ? `${id.slice(0, 32)}00000000${id.slice(40)}` : id
}
