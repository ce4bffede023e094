import { de as basicsDe, en as basicsEn } from './basics.ts'

const en = {
  /** Positions in words, "CFO, Acme". */
  moved: (from: string, to: string): string => `from ${from} to ${to}`,
  newTitle: (title: string, organisation: string | null, before: string): string =>
    `new title ${title}${organisation === null ? '' : ` at ${organisation}`} (before: ${before})`,
  import: 'Import',
  sample: 'the sample network',
  file: (name: string): string => `“${name}”`,
  brought: (records: number, from: string): string => `${basicsEn.count(records, 'new record')} from ${from}`,
  noOutcome: (days: number, hours: number): string =>
    `No outcome recorded in the last ${days} days; about ${basicsEn.count(hours, 'hour')} went into contacts. Record what came of it.`,
  return: (outcomes: number, value: number, days: number, hours: number): string =>
    `${basicsEn.count(outcomes, 'outcome')} worth ${basicsEn.number(value)} in the last ${days} days, for about ${basicsEn.count(hours, 'hour')} (estimated).`,
  mayBe: (word: string, kind: string): string =>
    `The subject says “${word}”: it may be ${basicsEn.aGiven(kind)}.`,
  somebody: 'somebody',
  somebodyElse: 'somebody else',
  noOrganisation: 'organisation unknown',
  noChannel: 'none seen',
}

const de: typeof en = {
  moved: (from, to) => `von ${from} zu ${to}`,
  newTitle: (title, organisation, before) =>
    `neuer Titel ${title}${organisation === null ? '' : ` bei ${organisation}`} (vorher: ${before})`,
  import: 'Import',
  sample: 'dem Beispielnetz',
  file: (name) => `„${name}“`,
  brought: (records, from) => `${basicsDe.count(records, 'neuer Eintrag', 'neue Einträge')} aus ${from}`,
  noOutcome: (days, hours) =>
    `In den letzten ${days} Tagen ist kein Ergebnis festgehalten; etwa ${basicsDe.number(hours)} Stunden gingen in Kontakte. Halten Sie oben fest, was daraus wurde.`,
  return: (outcomes, value, days, hours) =>
    `${outcomes} ${outcomes === 1 ? 'Ergebnis' : 'Ergebnisse'} im Wert von ${basicsDe.number(value)} in den letzten ${days} Tagen, für etwa ${basicsDe.number(hours)} Stunden (geschätzt).`,
  mayBe: (word, kind) => `Der Betreff sagt „${word}“: es könnte sein: ${basicsDe.aGiven(kind)}.`,
  somebody: 'jemand',
  somebodyElse: 'jemand anderes',
  noOrganisation: 'Organisation unbekannt',
  noChannel: 'keiner gesehen',
}

export const changes = { en, de }
