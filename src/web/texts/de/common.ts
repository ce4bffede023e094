import type { common as english } from '../en/common.ts'
import type { Translation } from '../keys.ts'

export const common: Translation<typeof english> = {
  cancel: 'Abbrechen',
  change: 'Ändern',
  close: 'Schließen',
  loading: 'Wird geladen',
  looking: 'Suche …',
  none: 'keine',
  never: 'nie',
  outOfReach: 'außer Reichweite',
  people_one: '{{count}} Person',
  people_other: '{{count}} Personen',
  contacts_one: '{{count}} Kontakt',
  contacts_other: '{{count}} Kontakte',
  interactions_one: '{{count}} Begegnung',
  interactions_other: '{{count}} Begegnungen',
  remove: 'Entfernen',
  save: 'Speichern',
  saved: 'Gespeichert.',
  showAsTable: 'Als Tabelle zeigen',
  somethingWrong:
    'Auf dieser Seite ist etwas schiefgegangen. Laden Sie sie neu und versuchen Sie es noch einmal.',
  studying:
    'kith sieht Ihr Netzwerk zum ersten Mal durch. In einem großen dauert das bis zu einer Minute; was es findet, erscheint hier.',
  studyingAgain: 'Stand {{date}}. kith sieht nach, was seither kam; es erscheint hier.',
  tryAgain: 'Noch einmal versuchen',
  undated: 'ohne Datum',
  undo: 'Rückgängig',
  unknown: 'unbekannt',
}
