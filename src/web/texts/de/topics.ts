import type { topics as english } from '../en/topics.ts'
import type { Translation } from '../keys.ts'

export const topics: Translation<typeof english> = {
  title: 'Themen',
  intro:
    'Welche Ihrer Gespräche neue Kontakte angezogen haben, gemessen an allen Gesprächen, jedes mit seiner Spanne.',
  counted: {
    calibre: 'Gezählt sind neue Kontakte mit Einfluss in Ihrem Fachgebiet.',
    all: 'Gezählt sind alle neuen Kontakte, denn von wenigen ist der Einfluss bekannt.',
  },
  base: 'Alle Gespräche: {{rate}} haben jemanden angezogen.',
  search: 'Themen durchsuchen',
  topic: 'Thema',
  conversations: 'Gespräche',
  drewIn: 'Angezogen',
  rate: 'Anteil',
  interval: '{{low}} bis {{high}}',
  against: 'Gegen üblich',
  lastMine: 'Sie schrieben zuletzt',
  verdict: { above: 'darüber', below: 'darunter', unclear: 'unklar' },
  plot: 'Anteil jedes Themas mit seiner Spanne zu 95 %; die Linie ist der Anteil aller Gespräche. Die Tabelle darunter sagt dasselbe.',
  suggestions: 'Worüber als Nächstes schreiben',
  nothing: 'Noch keine Themen',
  none: 'Kein Thema passt zu „{{query}}“.',
}
