import type { settings as english } from '../en/settings.ts'
import type { Translation } from '../keys.ts'

export const settings: Translation<typeof english> = {
  title: 'Einstellungen',
  you: 'Sie',
  field: 'Fachgebiet',
  theme: 'Farben',
  asSystem: 'Wie das System',
  light: 'Hell',
  dark: 'Dunkel',
  language: 'Sprache',
  asBrowser: 'Wie der Browser',
  data: {
    title: 'Daten',
    kept: 'Aufbewahrt in',
    people: 'Personen',
    interactions: 'Begegnungen',
    last: 'Letzte Begegnung',
    noneYet: 'noch keine',
    scores: 'Werte vom Stand',
    notYet: 'noch nicht',
    version: 'Version von kith',
    nothingLeaves: 'Nichts verlässt diesen Rechner. Für eine Kopie beenden Sie kith und kopieren die Datei.',
  },
}
