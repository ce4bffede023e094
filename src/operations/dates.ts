/** Epoch milliseconds as ISO 8601 in UTC. */
export const isoTime = (at: number): string => new Date(at).toISOString()

/** An ISO time in UTC of epoch milliseconds; null stays null. */
export const isoTimeOrNull = (at: number | null): string | null => (at === null ? null : isoTime(at))

/** The country of the machine's locale, for phone numbers that state none; null when the locale names none. */
export const localRegion = (): string | null =>
  new Intl.Locale(Intl.DateTimeFormat().resolvedOptions().locale).region ?? null

/** The IANA name of the zone that this machine's clock is set to, such as Europe/Berlin. */
export const localTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone
