/**
 * What tells a message of Instagram apart in the archives of all years: its millisecond. Until 2020 they name accounts,
 * since then people, threads have other names, and what was shared has other words. Null for a full second, which
 * is what is left of a time without its fraction: others may have it, too.
 */
export const momentKey = (at: number | null): string | null =>
  at === null || at % 1_000 === 0 ? null : `instagram-moment:${at}`
