import type { Rung } from '../calibre/evidence/title-ladder.ts'
import { levelWords } from '../calibre/evidence/title.ts'
import { de as basicsDe, en as basicsEn } from './basics.ts'

const rungsInGerman: Readonly<Record<Rung, string>> = {
  trainee: 'in Ausbildung',
  assistant: 'Assistenz',
  staff: 'Sachbearbeitung',
  professional: 'Fachkraft',
  manager: 'Führungskraft',
  director: 'Direktion oder höher',
  'vice-president': 'Direktion oder höher',
  chief: 'Direktion oder höher',
  head: 'leitet eine Organisation',
}

/** With a capital at its beginning, and a full stop. */
const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

const percent = (level: number): string => `${Math.round(level * 100)} %`

const en = {
  littleRelevance: ' (little to do with your field, as far as kith can see)',
  title: (title: string, rung: Rung): string => `${title}: ${levelWords(rung)}`,
  recommended: (by: number): string => `recommended by ${basicsEn.people(by)}`,
  endorsed: (by: number): string => `skills endorsed by ${basicsEn.people(by)}`,
  lists: (names: readonly string[]): string => `named on ${names.join(', ')}`,
  audience: (followers: number, following: number | null): string =>
    `${basicsEn.number(followers)} followers${following === null ? '' : `, follows ${basicsEn.number(following)}`}`,
  rating: (level: number): string => `your own rating: ${percent(level)}`,
  unsought: (vantagePoints: number): string =>
    `nobody who is sought after is seen to seek them, from ${vantagePoints} mailboxes`,
  sought: (seekers: number, soughtSeekers: number): string => {
    const after =
      soughtSeekers === 0
        ? ''
        : soughtSeekers !== seekers
          ? `, ${soughtSeekers} of them sought after themselves`
          : seekers === 1
            ? ', who is sought after'
            : ', all of them sought after themselves'
    return `sought by ${basicsEn.people(seekers)}${after}`
  },
  unknown: (field: string | null, reasons: readonly string[]): string => {
    const influence = `Influence in ${field ?? 'your field'}`
    return reasons.length === 0
      ? `${influence}: unknown; no source says anything about it yet.`
      : `${influence}: unknown. From your own mail alone kith only sees this: ${reasons.join('; ')}.`
  },
  rated: (field: string | null, level: number, others: readonly string[]): string => {
    const beside = others.length === 0 ? '' : ` kith also sees: ${others.join('; ')}.`
    return `Influence in ${field ?? 'your field'}: ${percent(level)}, as you rated it yourself.${beside}`
  },
  known: (
    field: string | null,
    level: number,
    topShare: number | null,
    reasons: readonly string[],
  ): string => {
    const place = topShare === null ? percent(level) : `top ${Math.max(1, Math.ceil(topShare * 100))} %`
    return `Influence in ${field ?? 'your field'}: ${place}. ${reasons.join('; ')}.`
  },
  noField: 'You have not described your field yet.',
  /** What somebody has to do with the field: terms that titles and the like meet, words of shared subjects. */
  relevance: (
    terms: readonly string[],
    words: readonly string[],
    subjects: number,
    unknown: boolean,
  ): string => {
    const parts = [
      ...(terms.length === 0
        ? []
        : [`Title, organisation or industry say ${terms.map((term) => `“${term}”`).join(', ')}`]),
      ...(words.length === 0 ? [] : [`subjects you share: ${words.map((word) => `“${word}”`).join(', ')}`]),
    ]
    if (parts.length > 0) return sentence(parts.join('; '))
    if (unknown) return 'Nothing says yet what they have to do with your field.'
    return subjects === 0
      ? 'What is known of their work has no word of your field.'
      : `What is known of their work has no word of your field, nor have the ${basicsEn.number(subjects)} subjects you share.`
  },
  /** ", influence in your field 72 %"; empty where it is unknown. */
  standing: (level: number | null): string =>
    level === null ? '' : `, influence in your field ${percent(level)}`,
}

const influenceDe = (field: string | null): string =>
  field === null ? 'Einfluss in Ihrem Fachgebiet' : `Einfluss im Fachgebiet ${field}`

const de: typeof en = {
  littleRelevance: ' (hat mit Ihrem Fachgebiet wenig zu tun, soweit kith sehen kann)',
  title: (title, rung) => `${title}: ${rungsInGerman[rung]}`,
  recommended: (by) => `empfohlen von ${basicsDe.people(by)}`,
  endorsed: (by) => `Kenntnisse bestätigt von ${basicsDe.people(by)}`,
  lists: (names) => `genannt auf ${names.join(', ')}`,
  audience: (followers, following) =>
    `${basicsDe.number(followers)} folgen der Person${following === null ? '' : `, sie folgt ${basicsDe.number(following)}`}`,
  rating: (level) => `Ihre eigene Einschätzung: ${percent(level)}`,
  unsought: (vantagePoints) =>
    `aus ${vantagePoints} Postfächern ist niemand Gefragtes zu sehen, der diese Person sucht`,
  sought: (seekers, soughtSeekers) => {
    const after =
      soughtSeekers === 0
        ? ''
        : soughtSeekers !== seekers
          ? `, ${soughtSeekers} davon selbst gefragt`
          : seekers === 1
            ? ', die selbst gefragt ist'
            : ', alle selbst gefragt'
    return `gesucht von ${basicsDe.people(seekers)}${after}`
  },
  unknown: (field, reasons) =>
    reasons.length === 0
      ? `${influenceDe(field)}: unbekannt; noch sagt keine Quelle etwas darüber.`
      : `${influenceDe(field)}: unbekannt. Aus Ihrer eigenen Mail allein sieht kith nur dies: ${reasons.join('; ')}.`,
  rated: (field, level, others) => {
    const beside = others.length === 0 ? '' : ` kith sieht außerdem: ${others.join('; ')}.`
    return `${influenceDe(field)}: ${percent(level)}, wie Sie selbst es einschätzten.${beside}`
  },
  known: (field, level, topShare, reasons) => {
    const place =
      topShare === null ? percent(level) : `unter den obersten ${Math.max(1, Math.ceil(topShare * 100))} %`
    return `${influenceDe(field)}: ${place}. ${reasons.join('; ')}.`
  },
  noField: 'Sie haben Ihr Fachgebiet noch nicht beschrieben.',
  relevance: (terms, words, subjects, unknown) => {
    const parts = [
      ...(terms.length === 0
        ? []
        : [`Titel, Organisation oder Branche sagen ${terms.map((term) => `„${term}“`).join(', ')}`]),
      ...(words.length === 0 ? [] : [`gemeinsame Betreffe: ${words.map((word) => `„${word}“`).join(', ')}`]),
    ]
    if (parts.length > 0) return sentence(parts.join('; '))
    if (unknown) return 'Noch sagt nichts, was diese Person mit Ihrem Fachgebiet zu tun hat.'
    return subjects === 0
      ? 'Was über ihre Arbeit bekannt ist, nennt kein Wort Ihres Fachgebiets.'
      : `Was über ihre Arbeit bekannt ist, nennt kein Wort Ihres Fachgebiets, und auch die ${basicsDe.number(subjects)} gemeinsamen Betreffe nicht.`
  },
  standing: (level) => (level === null ? '' : `, Einfluss in Ihrem Fachgebiet ${percent(level)}`),
}

export const calibre = { en, de }
