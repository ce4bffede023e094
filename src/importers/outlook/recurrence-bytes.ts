import datastream from '@kenjiuno/msgreader/lib/DataStream.js'
import { parse as parseRecurrence } from '@kenjiuno/msgreader/lib/AppointmentRecurParser.js'
import { parse as parseZone } from '@kenjiuno/msgreader/lib/TZDEFINITIONParser.js'
import { defaultOf } from './default-of.ts'
import type { Recurrence } from './item.ts'
import { recurrenceOf } from './recurrence.ts'

const DataStream = defaultOf(datastream)

const stream = (bytes: Buffer): InstanceType<typeof DataStream> =>
  new DataStream(Uint8Array.from(bytes), 0, DataStream.LITTLE_ENDIAN)

/** What a parser gives, or null: a damaged property costs itself. */
function attempt<Result>(work: () => Result): Result | null {
  try {
    return work()
  } catch {
    return null
  }
}

/**
 * When an appointment recurs, from PidLidAppointmentRecur and the zone that it is in (PidLidAppointmentTimeZoneDefinition…).
 * @param described what is known of the zone where it is not defined
 */
export function recurrenceIn(recur: Buffer | null, zone: Buffer | null, described = ''): Recurrence | null {
  if (recur === null) return null
  const name = zone ? attempt(() => parseZone(stream(zone))?.keyName) : null
  return attempt(() => recurrenceOf(parseRecurrence(stream(recur), 'windows1252'), name ?? described))
}
