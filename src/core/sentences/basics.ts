import { civilDate, dayInWords, spanInWords } from '../model/civil-date.ts'
import type { GoalKind, GoalPeriod } from '../model/goal.ts'
import type { SegmentPart } from '../model/segment.ts'

/** A probability that never claims certainty: "41 %", "under 0.1 %", "over 99.9 %". */
const shareIn =
  (point: string, under: string, over: string) =>
  (probability: number): string => {
    const tenth = (value: number): string => String(Number(value.toFixed(1))).replace('.', point)
    if (probability <= 0) return '0 %'
    if (probability < 0.001) return `${under} ${tenth(0.1)} %`
    if (probability > 0.999) return `${over} ${tenth(99.9)} %`
    const hundred = probability * 100
    return `${hundred < 10 || hundred > 90 ? tenth(hundred) : Math.round(hundred)} %`
  }

const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`

const monthsInGerman = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
] as const

/** Numbers, days, spans and goals, of which the sentences are made. */
export const en = {
  number: (n: number): string => n.toLocaleString('en'),
  decimal: (n: number, digits: number): string =>
    n.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  /** With so many digits that matter, `0.00042`. */
  significant: (n: number, digits: number): string =>
    n.toLocaleString('en', { maximumSignificantDigits: digits }),
  share: shareIn('.', 'under', 'over'),
  count: (n: number, one: string, many = `${one}s`): string =>
    `${n.toLocaleString('en')} ${n === 1 ? one : many}`,
  people: (n: number): string => `${n.toLocaleString('en')} ${n === 1 ? 'person' : 'people'}`,
  times: (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n.toLocaleString('en')} times`),
  list: (words: readonly string[]): string =>
    words.length < 3 ? words.join(' and ') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`,
  day: dayInWords,
  span: spanInWords,
  ago: (days: number): string => (days < 1 ? 'today' : `${spanInWords(days)} ago`),
  nouns: {
    replies: { one: 'answer', many: 'answers' },
    help: { one: 'piece of help', many: 'pieces of help' },
    support: { one: 'act of support', many: 'acts of support' },
    referrals: { one: 'referral', many: 'referrals' },
    sales: { one: 'sale', many: 'sales' },
    hires: { one: 'hire', many: 'hires' },
    partnerships: { one: 'partnership', many: 'partnerships' },
    investments: { one: 'investment', many: 'investments' },
  } satisfies Record<GoalKind, { one: string; many: string }> as Record<
    GoalKind,
    { readonly one: string; readonly many: string }
  >,
  /** What came of it, after "a": outcomes are named by the same kinds in the singular. */
  aGiven: (kind: string): string => `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`,
  theGiven: (kind: string): string => `the ${kind}`,
  per: (period: GoalPeriod): string => `a ${period}`,
  segment: {
    industry: (value: string): string => `in ${value}`,
    organisation: (value: string): string => `at ${value}`,
    title: (value: string): string => `with the title ${value}`,
    place: (value: string): string => `in ${value}`,
    tag: (value: string): string => `tagged ${value}`,
  } satisfies Record<SegmentPart, (value: string) => string>,
}

export type Basics = typeof en

const spanInGerman = (days: number): string => {
  if (days >= 2 * 365.25) return counted(Math.floor(days / 365.25), 'Jahr', 'Jahren')
  if (days >= 2 * 30.4375) return counted(Math.floor(days / 30.4375), 'Monat', 'Monaten')
  if (days >= 14) return counted(Math.floor(days / 7), 'Woche', 'Wochen')
  return counted(Math.max(0, Math.floor(days)), 'Tag', 'Tagen')
}

const givenInGerman: Readonly<Record<string, readonly [a: string, the: string]>> = {
  introduction: ['eine Vorstellung', 'die Vorstellung'],
  help: ['Hilfe', 'die Hilfe'],
  support: ['Unterstützung', 'die Unterstützung'],
  referral: ['eine Empfehlung', 'die Empfehlung'],
  sale: ['einen Auftrag', 'den Auftrag'],
  hire: ['eine Einstellung', 'die Einstellung'],
  partnership: ['eine Partnerschaft', 'die Partnerschaft'],
  investment: ['eine Beteiligung', 'die Beteiligung'],
}

export const de: Basics = {
  number: (n) => n.toLocaleString('de'),
  decimal: (n, digits) =>
    n.toLocaleString('de', { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  significant: (n, digits) => n.toLocaleString('de', { maximumSignificantDigits: digits }),
  share: shareIn(',', 'unter', 'über'),
  count: (n, one, many) => `${n.toLocaleString('de')} ${n === 1 ? one : (many ?? one)}`,
  people: (n) => `${n.toLocaleString('de')} ${n === 1 ? 'Person' : 'Personen'}`,
  times: (n) => (n === 1 ? 'einmal' : n === 2 ? 'zweimal' : `${n.toLocaleString('de')}-mal`),
  list: (words) =>
    words.length < 3 ? words.join(' und ') : `${words.slice(0, -1).join(', ')} und ${words.at(-1)!}`,
  day: (atMs, now) => {
    const { year, month, day } = civilDate(atMs)
    const words = `${day}. ${monthsInGerman[month - 1]!}`
    return year === civilDate(now).year ? words : `${words} ${year}`
  },
  /** In the dative, as after "vor" and "seit". */
  span: spanInGerman,
  ago: (days) => (days < 1 ? 'heute' : `vor ${spanInGerman(days)}`),
  nouns: {
    replies: { one: 'Antwort', many: 'Antworten' },
    help: { one: 'Hilfe', many: 'Hilfe' },
    support: { one: 'Gefallen', many: 'Gefallen' },
    referrals: { one: 'Empfehlung', many: 'Empfehlungen' },
    sales: { one: 'Verkauf', many: 'Verkäufe' },
    hires: { one: 'Einstellung', many: 'Einstellungen' },
    partnerships: { one: 'Partnerschaft', many: 'Partnerschaften' },
    investments: { one: 'Beteiligung', many: 'Beteiligungen' },
  },
  aGiven: (kind) => givenInGerman[kind]?.[0] ?? kind,
  theGiven: (kind) => givenInGerman[kind]?.[1] ?? kind,
  per: (period) => `pro ${{ week: 'Woche', month: 'Monat', quarter: 'Quartal', year: 'Jahr' }[period]}`,
  segment: {
    industry: (value) => `in der Branche ${value}`,
    organisation: (value) => `bei ${value}`,
    title: (value) => `mit dem Titel ${value}`,
    place: (value) => `in ${value}`,
    tag: (value) => `mit dem Schlagwort ${value}`,
  },
}
