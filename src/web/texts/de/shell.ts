import type { shell as english } from '../en/shell.ts'
import type { Translation } from '../keys.ts'

export const shell: Translation<typeof english> = {
  screens: 'Ansichten',
  overview: 'Überblick',
  people: 'Personen',
  person: 'Person',
  review: 'Dieselbe Person?',
  import: 'Import',
  backtest: 'Rückblick',
  settings: 'Einstellungen',
  welcome: 'Willkommen',
  goTo: 'Gehe zu {{screen}}',
  find: 'Suchen',
  findAnything: 'Person oder Ansicht suchen',
  found: 'Gefunden',
  nobodyFits:
    'Niemand passt zu „{{query}}“. Versuchen Sie einen Teil eines Namens, einer Adresse oder einer Organisation.',
  keys: 'Tasten',
  keySearch: 'Personen durchsuchen',
  keyKeys: 'Diese Tasten zeigen',
  keyClose: 'Schließen, was offen ist',
  skip: 'Zum Inhalt springen',
  notices: 'Hinweise',
  sampleNotice: 'Beispielnetz: erfundene Personen',
  useOwnData: 'Eigene Daten verwenden',
  unreachable:
    'kith antwortet nicht. Starten Sie es wieder mit „kith serve“; diese Seite verbindet sich von selbst.',
  noExplanation:
    'kith hat mit Status {{status}} und ohne Erklärung geantwortet. Versuchen Sie es noch einmal; im Terminal, in dem es läuft, steht vielleicht mehr.',
  endedEarly:
    'Die Verbindung zu kith endete zu früh. Was gelesen wurde, bleibt; starten Sie den Import noch einmal, um ihn abzuschließen.',
  importRunning: 'Ein Import läuft: zeigen',
  handingOver: 'Übergabe {{share}}',
  reading: 'Lese {{share}}',
  missingTitle: 'Hier ist nichts',
  missingText: 'Die Adresse nennt keine Ansicht von kith. Vielleicht ist sie abgeschnitten.',
  goToOverview: 'Zum Überblick',
  brokenTitle: 'Diese Ansicht ließ sich nicht zeigen',
  brokenText:
    'Auf der Seite ist etwas schiefgegangen, nicht in Ihren Daten. Versuchen Sie es noch einmal; wurde kith inzwischen erneuert, laden Sie die Seite neu.',
}
