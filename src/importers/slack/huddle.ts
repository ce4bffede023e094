import type { Identity } from '#core/model/identity.ts'
import { BULK_AUDIENCE } from '#core/model/interaction.ts'
import type { InteractionRecord, Participant } from '#core/model/records.ts'
import { asText, isObject, type JsonObject } from '../text/json-parts.ts'
import { isPlausible } from '../text/time.ts'

/** The room of a huddle, which Slack notes in the conversation in its own name; null for any other message. */
export function huddleRoom(message: JsonObject): JsonObject | null {
  const room = message['room']
  return asText(message['subtype']) === 'huddle_thread' && isObject(room) ? room : null
}

/** A huddle as the call of all who were in it, or why it is none. */
export function readHuddle(
  room: JsonObject,
  place: string,
  identify: (id: string) => Identity | null,
): InteractionRecord[] | string {
  const at = Number(asText(room['date_start'])) * 1_000
  if (!isPlausible(at) || at <= 0) return 'its time is no time'
  const began = asText(room['created_by'])
  const ids = [began, ...[room['participant_history']].flat().map(asText)]
  const people = [...new Set(ids)].map(identify).filter((identity) => identity !== null)
  if (people.length < 2) return 'a huddle that nobody joined'
  return [
    {
      type: 'interaction',
      key: `slack:${place}|huddle|${asText(room['id']) || at}`,
      at,
      timeQuality: 'exact',
      channel: 'call',
      participants: people.map((identity, i): Participant => ({
        identity,
        role: i === 0 ? 'organiser' : 'attendee',
      })),
      bulk: people.length > BULK_AUDIENCE,
      thread: `slack:${place}`,
    },
  ]
}
