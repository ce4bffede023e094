/** How people were in contact. The position in the list is the stored code: append only. */
export const channels = ['mail', 'meeting', 'message', 'post', 'call'] as const
export type Channel = (typeof channels)[number]

/** What a participant did in an interaction. The position in the list is the stored code: append only. */
export const roles = ['from', 'to', 'cc', 'bcc', 'organiser', 'attendee', 'mentioned'] as const
export type Role = (typeof roles)[number]

/** Which way an interaction went, seen from the owner. The position in the list is the stored code. */
export const directions = ['out', 'in', 'together'] as const
export type Direction = (typeof directions)[number]

/** How far the time of a record can be trusted; an interaction without a time is kept, but not scored. */
export const timeQualities = ['exact', 'offset', 'local', 'day', 'none'] as const
export type TimeQuality = (typeof timeQualities)[number]

/** Channel, role and direction as numbers from 0, as columns and stores keep them: their places in the lists above. */
export const channelCode = (channel: Channel): number => channels.indexOf(channel)
export const roleCode = (role: Role): number => roles.indexOf(role)
export const directionCode = (direction: Direction): number => directions.indexOf(direction)

/** Interactions with more recipients than this are bulk: kept, marked, and of no weight (docs/the-maths/closeness.md). */
export const BULK_AUDIENCE = 50
