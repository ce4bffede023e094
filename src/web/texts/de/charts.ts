import type { charts as english } from '../en/charts.ts'
import type { Translation } from '../keys.ts'

export const charts: Translation<typeof english> = {
  curveLabel: 'Wahrscheinlichkeit des Ziels mit Ihren besten Kontakten. Es zählen {{have}}. {{enough}}',
  curveOutOfReach: 'Mit diesen Kontakten ist genug außer Reichweite.',
  curveEnough_one: '{{count}} Kontakt wäre genug.',
  curveEnough_other: '{{count}} Kontakte wären genug.',
  curveAxis: 'beste Kontakte gezählt',
  curveWanted: '{{share}} gewünscht',
  curveHave: 'Sie haben {{count}}',
  curveNeeded: 'genug: {{count}}',
  quadrantLabel: 'Kaliber gegen Nähe von {{contacts}}. Die Tabelle darunter nennt die vier Felder in Worten.',
  quadrantAxis: 'Nähe: Wahrscheinlichkeit eines Austauschs in den nächsten 30 Tagen',
  quadrantNone:
    'Noch ist niemandes Einfluss bekannt: Mail allein zeigt ihn nicht. Ein Export aus LinkedIn nennt Titel.',
  quadrantTip: 'Kaliber {{calibre}} · Nähe {{closeness}}',
  field: {
    allies: 'Verbündete',
    deepen: 'Vertiefen lohnt',
    companions: 'Weggefährten',
    periphery: 'Rand',
  },
  weekOf: 'Woche vom {{date}}',
  weekSilent: '{{week}}: kein Kontakt',
  weekContact: '{{week}}: {{out}} von Ihnen, {{in}} von der Person, {{together}} gemeinsam',
  weeksLabel_one:
    'Kontakt nach Wochen von {{oldest}} bis {{newest}}: {{count}} Woche mit Kontakt, höchstens {{most}} in einer. Die Tabelle darunter sagt dasselbe.',
  weeksLabel_other:
    'Kontakt nach Wochen von {{oldest}} bis {{newest}}: {{count}} Wochen mit Kontakt, höchstens {{most}} in einer. Die Tabelle darunter sagt dasselbe.',
}
