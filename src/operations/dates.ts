/** Epoch milliseconds as ISO 8601 in UTC. */
export const isoTime = (at: number): string => new Date(at).toISOString()

export const isoTimeOrNull = (at: number | null): string | null => (at === null ? null : isoTime(at))

/** The country of the machine's locale, for phone numbers that state none; null when the locale names none. */
export const localRegion = (): string | null =>
  new Intl.Locale(Intl.DateTimeFormat().resolvedOptions().locale).region ?? null

export const localTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone
