import type { map as english } from '../en/map.ts'
import type { Translation } from '../keys.ts'

export const map: Translation<typeof english> = {
  title: 'Karte',
  label:
    'Karte von {{people}} und den wahrscheinlichsten {{ties}} Beziehungen zwischen ihnen. Pfeiltasten bewegen sie, Plus und Minus vergrößern und verkleinern, 0 zeigt alles. Die Tabelle darunter nennt die Gruppen.',
  ties_one: '{{count}} Beziehung',
  ties_other: '{{count}} Beziehungen',
  find: 'Eine Person auf der Karte suchen',
  findPlaceholder: 'Teil eines Namens eingeben',
  nobody: 'Niemand auf der Karte passt',
  clear: 'Leeren',
  colour: 'Farbe nach',
  by: { closeness: 'Nähe', group: 'Gruppe' },
  legend: {
    size: 'Größe: Einfluss in Ihrem Fachgebiet',
    closeness: 'Farbe: Nähe, von still bis lebendig',
    group: 'Farbe: Gruppe',
    fewer:
      'Gezeichnet sind die wahrscheinlichsten {{drawn}} von {{all}} Beziehungen, da dieser Browser ohne Grafikkarte zeichnet',
  },
  path: 'Weg zwischen zwei Personen',
  from: 'Von',
  to: 'Bis',
  pathFound: '{{names}}: zu {{probability}} läuft eine Nachricht diesen Weg.',
  noPath: 'Zwischen den beiden wurde kein Weg gesehen.',
  png: 'Als PNG speichern',
  svg: 'Als SVG speichern',
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  all: 'Alles zeigen',
  alone_one: 'Auch {{count}} Person ohne Beziehung zu anderen zeigen',
  alone_other: 'Auch {{count}} Personen ohne Beziehungen untereinander zeigen',
  open: '{{name}} öffnen',
  groups: 'Gruppen auf der Karte',
  group: 'Gruppe',
  people: 'Personen',
  show: '„{{group}}“ auf der Karte zeigen',
  nothing: 'Noch nichts zu zeichnen',
  noWebgl:
    'Dieser Browser kann die Karte nicht zeichnen: sie braucht WebGL 2. Die Gruppen stehen in der Tabelle darunter; speichern Sie die Karte als SVG, um sie anderswo zu sehen.',
}
