import type { Feature } from '../closeness/features/feature.ts'

type Named = Pick<Feature, 'name' | 'words'>

const german: Readonly<Record<string, string>> = {
  activeWeeksBoth: 'Wochen mit Austausch in beide Richtungen, jüngere zählen mehr',
  activeWeeksIn: 'Wochen, in denen die andere Seite schrieb, jüngere zählen mehr',
  activeWeeksOut: 'Wochen, in denen Sie schrieben, jüngere zählen mehr',
  alterActivity: 'Wie viel die andere Seite überhaupt schreibt',
  alterSilence: 'Tage, seit die andere Seite irgendwem schrieb',
  channelsUsed: 'Auf wie vielen Wegen Sie in Kontakt sind',
  commonContacts120: 'Gemeinsame Kontakte der letzten Monate',
  commonContacts30: 'Gemeinsame Kontakte der letzten Wochen',
  commonContacts7: 'Gemeinsame Kontakte der letzten Tage',
  daysSinceBoth: 'Tage, seit beide geschrieben hatten',
  daysSinceContact: 'Tage seit dem letzten Kontakt',
  daysSinceIn: 'Tage, seit die andere Seite zuletzt schrieb',
  daysSinceOut: 'Tage, seit Sie zuletzt schrieben',
  exchanges: 'Austausch in beide Richtungen, insgesamt',
  inTouch: 'Mit wie vielen Sie beide zurzeit in Kontakt sind',
  mutualVolume: 'Jüngster Austausch in beide Richtungen',
  mutualVolume120: 'Austausch in beide Richtungen, in den letzten Monaten',
  mutualVolume7: 'Austausch in beide Richtungen, in den letzten Tagen',
  mutualVolume720: 'Austausch in beide Richtungen, in den letzten Jahren',
  receivedTogether15: 'Nachrichten, die Sie beide bekamen, in den letzten Wochen',
  receivedTogether240: 'Nachrichten, die Sie beide bekamen, in den letzten Jahren',
  receivedTogether60: 'Nachrichten, die Sie beide bekamen, in den letzten Monaten',
  shareOfMine: 'Anteil an dem, was Sie schreiben',
  shareOfTheirs: 'Ihr Anteil an dem, was die andere Seite schreibt',
  tenure: 'Wie lange Sie in Kontakt sind',
  turns120: 'Hin und Her, in den letzten Monaten',
  turns30: 'Hin und Her, in den letzten Wochen',
  twoWay: 'Es gab Austausch in beide Richtungen',
  volumeIn120: 'Was die andere Seite schrieb, in den letzten Monaten',
  volumeIn30: 'Was die andere Seite schrieb, in den letzten Wochen',
  volumeIn7: 'Was die andere Seite schrieb, in den letzten Tagen',
  volumeIn720: 'Was die andere Seite schrieb, in den letzten Jahren',
  volumeOut120: 'Was Sie schrieben, in den letzten Monaten',
  volumeOut30: 'Was Sie schrieben, in den letzten Wochen',
  volumeOut7: 'Was Sie schrieben, in den letzten Tagen',
  volumeOut720: 'Was Sie schrieben, in den letzten Jahren',
  weeksBoth30: 'Wochen mit Austausch in beide Richtungen, in den letzten Wochen',
  weeksBoth360: 'Wochen mit Austausch in beide Richtungen, in den letzten Jahren',
  weeksBoth90: 'Wochen mit Austausch in beide Richtungen, in den letzten Monaten',
}

/** What a part of closeness is, in words. */
const en = { feature: ({ words }: Named): string => words }
const de: typeof en = { feature: ({ name, words }) => german[name] ?? words }

export const features = { en, de }
