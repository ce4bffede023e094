import type { overview as english } from '../en/overview.ts'
import type { Translation } from '../keys.ts'

export const overview: Translation<typeof english> = {
  title: 'Überblick',
  toReachGoal: '{{likelihood}}, Ihr Ziel zu erreichen',
  toReachGoals: '{{likelihood}}, Ihre Ziele zu erreichen',
  toReachExample: '{{likelihood}}, das Beispielziel zu erreichen',
  meaningGoal:
    'Das ist Ihr Netzwerk wert: die Wahrscheinlichkeit, mit ihm, wie es ist, Ihr Ziel zu erreichen.',
  meaningGoals:
    'Das ist Ihr Netzwerk wert: die Wahrscheinlichkeit, mit ihm, wie es ist, Ihre Ziele zu erreichen.',
  meaningExample:
    'Das ist Ihr Netzwerk wert: die Wahrscheinlichkeit, mit ihm, wie es ist, ein Ziel zu erreichen.',
  asOf: 'Stand {{date}}.',
  holdsBack: 'Was es zurückhält',
  goal: 'Ziel',
  goals: 'Ziele',
  setYourGoal: 'Ihr Ziel setzen',
  addGoal: 'Ziel hinzufügen',
  noGoalYet:
    'Sie haben noch kein Ziel gesetzt, daher zeigt kith ein Beispiel. Setzen Sie, was Sie erreichen möchten; jede Zahl hier folgt daraus.',
  unknownCalibre_one:
    '{{count}} Kontakt mit unbekanntem Kaliber zählt hier mit dem Mittel von {{mean}}. Mail allein zeigt keinen Einfluss in einem Fachgebiet; <a>ein LinkedIn-Export</a> nennt Titel und Bestätigungen.',
  unknownCalibre_other:
    '{{count}} Kontakte mit unbekanntem Kaliber zählen hier mit dem Mittel von {{mean}}. Mail allein zeigt keinen Einfluss in einem Fachgebiet; <a>ein LinkedIn-Export</a> nennt Titel und Bestätigungen.',
  more: 'Der Wert im Ganzen: was wäre wenn, Kurven, Verlauf',
  trend: 'Bisher von {{first}} auf {{last}}',
  next: {
    title: 'Diese Woche',
    all: 'Der ganze Plan',
    doneOne: 'Erledigt: {{name}}',
    keys: 'd erledigt das Erste, u nimmt es zurück.',
  },
  since: {
    title: 'Seit Ihrem letzten Besuch am {{date}}',
    first: 'In den letzten 90 Tagen, seit dem {{date}}',
    none: 'Nichts hat sich geändert: kein Import brachte Neues, und soweit Ihre Daten es sagen, hat niemand gewechselt.',
    more_one: '{{count}} weitere Änderung',
    more_other: '{{count}} weitere Änderungen',
  },
  changes: {
    moves: 'Wer früher gewechselt hat',
    title: 'Was sich zuletzt geändert hat',
    none: 'Nichts Nennenswertes in den letzten drei Monaten Ihrer Daten.',
    new: 'Neue Kontakte mit Einfluss',
    newCalibre: 'Einfluss in Ihrem Fachgebiet: {{calibre}}; letzter Kontakt',
    cooling: 'Kühlt ab',
    cooled: 'Nähe {{before}} auf {{closeness}}; letzter Kontakt',
    quiet: 'Außer Kontakt, noch vertraut',
    all: 'Alle',
    silent: 'Vertrauen {{trust}}, Nähe {{closeness}}; letzter Kontakt',
  },
  pillars: {
    label: 'Drei Säulen',
    bottleneck: 'Der Engpass',
    calibre: 'Kaliber',
    calibreQuestion: 'Wie einflussreich sind sie in Ihrem Fachgebiet?',
    closeness: 'Beziehung',
    closenessQuestion: 'Ist die Beziehung lebendig, in beide Richtungen?',
    number: 'Richtige Zahl',
    numberQuestion: 'Kennen Sie genug von ihnen?',
  },
  curve: {
    label: 'Ihre besten Kontakte, einer nach dem anderen',
    title: 'Mit Ihren besten Kontakten, einem nach dem anderen',
    text: 'Wahrscheinlichkeit von {{goal}}, wenn mehr Ihrer Kontakte gezählt werden, die besten zuerst.',
    counted: 'Beste Kontakte gezählt',
    probability: 'Wahrscheinlichkeit',
  },
  field: {
    yours: 'Ihr Fachgebiet: {{field}}',
    name: 'Fachgebiet nennen',
    change: 'Fachgebiet ändern',
    label: 'Ihr Fachgebiet',
    description:
      'Kaliber ist Einfluss in diesem Fachgebiet; Titel und Bestätigungen, die dazu passen, wiegen mehr.',
    placeholder: 'Marketing, Software, Preisgestaltung',
  },
}
