import { matching } from '../matching.ts'
import type { Pair } from './translate.ts'

/** Why somebody is taken for the owner, or two for one, as the journal keeps it. */
export const identity: readonly Pair[] = [
  ['the export says so', 'der Export sagt es'],
  ['you said so', 'Sie haben es gesagt'],
  ['you said so before', 'Sie haben es früher gesagt'],
  ['{1} wrote {2} of {3} sent messages', '{1} hat {2} von {3} gesendeten Nachrichten geschrieben'],
  ['{1} wrote {2} of {3} sent message', '{1} hat {2} von {3} gesendeten Nachricht geschrieben'],
  ['{1} messages were delivered to {2}', '{1} Nachrichten wurden an {2} zugestellt'],
  ['{1} message was delivered to {2}', '{1} Nachricht wurde an {2} zugestellt'],
  ['{1} takes part in {2} records', '{1} ist an {2} Einträgen beteiligt'],
  ['{1} takes part in {2} record', '{1} ist an {2} Eintrag beteiligt'],
  ['both are the owner', 'beide sind Sie'],
  ['what sources give belongs together', 'was die Quellen nennen, gehört zusammen'],
  ['the only LinkedIn connection of this name', 'der einzige Kontakt dieses Namens bei LinkedIn'],
  [
    'what is known now no longer makes them one person',
    'was jetzt bekannt ist, macht sie nicht mehr zu einer Person',
  ],
  ['{1} gives both for one person', '{1} nennt beide für eine Person'],
  ...Object.entries(matching.en.parts).map(([part, words]): Pair => [
    words,
    matching.de.parts[part] ?? words,
  ]),
]
