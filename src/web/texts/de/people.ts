import type { people as english } from '../en/people.ts'
import type { Translation } from '../keys.ts'

export const people: Translation<typeof english> = {
  title: 'Personen',
  search: 'Personen durchsuchen',
  searchPlaceholder: 'Name, Adresse, Organisation oder Titel',
  hidePlot: 'Diagramm verbergen',
  showPlot: 'Diagramm zeigen',
  sortBy: 'Sortieren nach',
  by: {
    worth: 'Nach Wert',
    closeness: 'Nach Nähe',
    calibre: 'Nach Kaliber',
    trust: 'Nach Vertrauen',
    name: 'Nach Name',
    recent: 'Nach letztem Kontakt',
  },
  byName: 'Nach Name',
  recentMeaning: 'Wann Sie zuletzt in Kontakt waren',
  nobodyFits: 'Niemand passt zu „{{query}}“',
  nobodyFitsText:
    'Versuchen Sie einen Teil eines Namens, einer Adresse, einer Organisation oder eines Titels.',
  nobody: 'Noch niemand',
  nobodyText: 'Personen erscheinen hier, sobald Sie Mail, einen Kalender oder einen Export eingelesen haben.',
  import: 'Importieren',
  fields: {
    label: 'Kaliber und Nähe',
    show: 'Die Felder als Tabelle zeigen',
    table: 'Die Felder als Tabelle',
    field: 'Feld',
    best: 'Am meisten wert für Ihre Ziele',
    unknown: 'Kaliber unbekannt',
    meaning: {
      allies: 'Kaliber über dem Mittel Ihres Netzwerks, und in Kontakt',
      deepen: 'Kaliber über dem Mittel, außer Kontakt',
      friends: 'in Kontakt, Kaliber unter dem Mittel',
      periphery: 'außer Kontakt, Kaliber unter dem Mittel',
      unknown: 'kith hat keinen Beleg für Einfluss in Ihrem Fachgebiet',
    },
  },
}
