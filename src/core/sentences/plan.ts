import { de as basicsDe, en as basicsEn } from './basics.ts'
import { calibre } from './calibre.ts'

const share = (probability: number): string => `${Math.round(probability * 100)} %`

/** " about “Budget”"; empty without a subject. */
const about = (subject: string | null): string =>
  subject === null || subject.trim() === '' ? '' : ` about “${subject.trim()}”`

const en = {
  answer: (name: string, days: number, subject: string | null): string =>
    `${name} wrote ${basicsEn.ago(days)}${about(subject)} and has no answer yet.`,
  ask: (name: string, level: number | null): string =>
    `${name} knows you well and is in touch${calibre.en.standing(level)}: among those most likely to help with your goal, if asked.`,
  newTitle: (name: string, now: string, before: string): string =>
    `${name} is now ${now} (before: ${before}).`,
  newOrganisation: (name: string, now: string, before: string): string =>
    `${name} is now at ${now} (before: ${before}).`,
  deepen: (name: string, days: number, level: number | null): string =>
    `${name} and you are in touch now and then, last ${basicsEn.ago(days)}${calibre.en.standing(level)}: a proper exchange would carry the tie.`,
  followUp: (name: string, days: number, subject: string | null): string =>
    `You wrote to ${name} ${basicsEn.ago(days)}${about(subject)} and had no answer.`,
  introduction: (name: string, to: string, probability: number): string =>
    `${name} is in touch with ${to}, whom you do not know yet: ask for an introduction (${share(probability)} likely to come about).`,
  letGo: (name: string, received: number): string =>
    `${name} sent ${basicsEn.number(received)} messages that you never answered: leave or mute them, and save the attention.`,
  meet: (name: string, daysSinceMet: number | null, level: number | null): string =>
    `You write to each other, but ${daysSinceMet === null ? 'kith has seen no meeting' : `last met ${basicsEn.ago(daysSinceMet)}`}: meet ${name}${calibre.en.standing(level)}.`,
  reconnect: (name: string, days: number, level: number | null): string =>
    `Your last contact with ${name} was ${basicsEn.ago(days)}, and you know each other well${calibre.en.standing(level)}.`,
  thank: (name: string, given: string, days: number): string =>
    `${name} gave you ${basicsEn.aGiven(given)} ${basicsEn.ago(days)}: say thank you, and what came of it.`,
  week: (actions: number, planned: number, minutes: number): string =>
    `${basicsEn.count(actions, 'action')} in ${planned} of ${minutes} minutes, those that bring your goals nearest first.`,
  noContacts: 'You have no contacts yet. Import a mailbox, a calendar or an export of a network to begin.',
  usedUp: 'The time of this week is used up. Well done.',
  noExchange:
    'kith has seen no exchange with anybody yet: import mail, a calendar or chats, so that there is something to go on from.',
  noInfluence:
    'None of your contacts has influence in your field, as far as kith can see. Discover shows whom to meet instead.',
  nothingElse: 'Nothing else would bring your goals nearer this week. Well done.',
  nothing:
    'Nothing would bring your goals nearer this week: everybody is in touch, left alone or proposed before. More minutes, or a goal with a wider segment, would bring more.',
}

const aboutDe = (subject: string | null): string =>
  subject === null || subject.trim() === '' ? '' : ` zu „${subject.trim()}“`

const de: typeof en = {
  answer: (name, days, subject) =>
    `${name} schrieb ${basicsDe.ago(days)}${aboutDe(subject)} und hat noch keine Antwort.`,
  ask: (name, level) =>
    `${name} kennt Sie gut und ist mit Ihnen in Kontakt${calibre.de.standing(level)}: unter denen, die am ehesten bei Ihrem Ziel helfen, wenn Sie bitten.`,
  newTitle: (name, now, before) => `${name} ist jetzt ${now} (vorher: ${before}).`,
  newOrganisation: (name, now, before) => `${name} ist jetzt bei ${now} (vorher: ${before}).`,
  deepen: (name, days, level) =>
    `${name} und Sie haben hin und wieder Kontakt, zuletzt ${basicsDe.ago(days)}${calibre.de.standing(level)}: ein richtiger Austausch würde die Beziehung tragen.`,
  followUp: (name, days, subject) =>
    `Sie schrieben ${basicsDe.ago(days)}${aboutDe(subject)} an ${name} und bekamen keine Antwort.`,
  introduction: (name, to, probability) =>
    `${name} hat Kontakt zu ${to}; diese Person kennen Sie noch nicht: bitten Sie um eine Vorstellung (kommt zu ${share(probability)} zustande).`,
  letGo: (name, received) =>
    `${name} sandte ${basicsDe.number(received)} Nachrichten, die Sie nie beantworteten: abbestellen oder stumm schalten spart Aufmerksamkeit.`,
  meet: (name, daysSinceMet, level) =>
    `Sie schreiben sich, ${daysSinceMet === null ? 'aber kith hat kein Treffen gesehen' : `trafen sich aber zuletzt ${basicsDe.ago(daysSinceMet)}`}: treffen Sie ${name}${calibre.de.standing(level)}.`,
  reconnect: (name, days, level) =>
    `Ihr letzter Kontakt mit ${name} war ${basicsDe.ago(days)}, und Sie kennen sich gut${calibre.de.standing(level)}.`,
  thank: (name, given, days) =>
    `${name} gab Ihnen ${basicsDe.ago(days)} ${basicsDe.aGiven(given)}: sagen Sie danke, und was daraus wurde.`,
  week: (actions, planned, minutes) =>
    `${basicsDe.count(actions, 'Handlung', 'Handlungen')} in ${planned} von ${minutes} Minuten; was Ihre Ziele am nächsten bringt, steht vorn.`,
  noContacts:
    'Sie haben noch keine Kontakte. Importieren Sie ein Postfach, einen Kalender oder den Export eines Netzwerks, um zu beginnen.',
  usedUp: 'Die Zeit dieser Woche ist aufgebraucht. Gut gemacht.',
  noExchange:
    'kith hat noch mit niemandem einen Austausch gesehen: importieren Sie Mail, einen Kalender oder Chats, damit es etwas zum Anknüpfen gibt.',
  noInfluence:
    'Keiner Ihrer Kontakte hat Einfluss in Ihrem Fachgebiet, soweit kith sehen kann: unter „Entdecken“ steht, wen Sie stattdessen treffen könnten.',
  nothingElse: 'Nichts weiter brächte Ihre Ziele diese Woche näher. Gut gemacht.',
  nothing:
    'Nichts brächte Ihre Ziele diese Woche näher: alle sind in Kontakt, in Ruhe gelassen oder schon vorgeschlagen. Mehr Minuten oder ein Ziel mit einem weiteren Kreis brächten mehr.',
}

export const plan = { en, de }
