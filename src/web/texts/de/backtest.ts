import type { backtest as english } from '../en/backtest.ts'
import type { Translation } from '../keys.ts'

export const backtest: Translation<typeof english> = {
  title: 'Wie gut ist die Nähe?',
  intro:
    'kith geht an frühere Zeitpunkte Ihrer eigenen Vergangenheit zurück, berechnet die Nähe aus dem, was davor war, und sieht nach, mit wem Sie sich in den 30 Tagen danach ausgetauscht haben.',
  running: 'Rückblick läuft',
  step: 'Zeitpunkt {{done}} von {{total}}',
  stop: 'Anhalten',
  stopped: 'Angehalten. Nichts wurde geändert.',
  start: 'Noch einmal zurückblicken',
  tooLittle: 'Noch zu wenig Vergangenheit',
  tooLittleText:
    'Es braucht drei Monate datierter Kontakte und zwanzig Austausche. Bis dahin stehen die Zahlen aus öffentlichen Daten dafür.',
  import: 'Mehr importieren',
  headline:
    'Von zwei Kontakten hatte derjenige, mit dem es binnen 30 Tagen einen Austausch gab, in {{share}} der Fälle die höhere Nähe.',
  ahead: 'Keine der Vergleichsformeln war besser.',
  behind: 'Auf Ihren Daten besser: {{names}}.',
  methods: 'Im Vergleich mit anderen Formeln',
  method: 'Formel',
  auc: 'Richtige Reihenfolge',
  aucWhy:
    'Wie oft von zwei Kontakten derjenige vorn lag, mit dem es einen Austausch gab (AUC, Mittel über die Zeitpunkte); 50 % ist Zufall.',
  brier: 'Brier',
  calibration: 'Kalibrierungsfehler',
  cuts: 'Die Zeitpunkte des Rückblicks',
  cutAt: 'Gesehen bis',
  contacts: 'Kontakte',
  exchanges: 'Danach ausgetauscht',
  by: 'Nähe nach',
  kind: {
    default: 'mitgelieferten Gewichten',
    bias: 'mitgelieferten Gewichten, an Ihr Tempo angepasst',
    learned: 'davor gelernten Gewichten',
  },
  name: {
    'in-use': 'Nähe, vor jedem Zeitpunkt gelernt',
    default: 'Nähe, mitgelieferte Gewichte',
    frequency: 'wie oft',
    recency: 'wie kürzlich',
    'interactions-rank': 'Interactions Rank (Roth u. a. 2010)',
    'bg-nbd': 'BG/NBD (Fader u. a. 2005)',
    decay: 'Nachrichten, Halbwertszeit 30 Tage',
    'geometric-means': 'geometrische Mittel mit vier Halbwertszeiten',
    'interactions-rank-best': 'Interactions Rank mit der hier besten Halbwertszeit',
  },
  curve: 'Trifft ein, was sie sagt?',
  curveLabel:
    'Was die Nähe sagte und was geschah, in {{count}} Gruppen. Die Tabelle darunter nennt dieselben Zahlen.',
  curveWhy:
    'Auf der Linie gilt: Von den Kontakten mit einer Nähe von 30 % kam es mit 30 % zum Austausch. Ein großer Punkt steht für viele Fälle.',
  said: 'Gesagt',
  happened: 'Geschehen',
  cases: 'Fälle',
  shipped: 'Auf öffentlichen Daten',
  shippedWhy: 'Mittel über vier Zeitpunkte der Mail zweier Firmen, gemessen vor der Auslieferung.',
  set: 'Daten',
  sets: { enron: 'Enron, 156 Angestellte', manufacturer: 'Ein produzierendes Unternehmen' },
  aucLearned: 'Richtige Reihenfolge, gelernt',
  model: 'Wonach die Nähe berechnet wird',
  modelWhy:
    'Nach jedem Import lernt kith aus Ihrer Vergangenheit. Das Gelernte wird nur verwendet, wo es besser vorhersagt als die mitgelieferten Gewichte. Ändert sich die Formel, ändern sich Werte, ohne dass sich Beziehungen geändert hätten; das wird hier vermerkt.',
  modelNone: 'Noch wurde nichts gelernt; es gelten die mitgelieferten Gewichte.',
  useLearned: 'Gelernt',
  useDefault: 'Mitgeliefert',
}
