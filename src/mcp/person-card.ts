import type { PersonDetail } from '#operations/schemas.ts'
import { percent } from '#operations/text.ts'

const day = (time: string | null): string => time?.slice(0, 10) ?? 'no date'

/** Interactions on a card: enough to see how one last spoke. */
const LATEST = 8

/** A person on one page of Markdown: the scores with what they rest on, and how one last spoke. */
export function personCard(person: PersonDetail): string {
  const about = [person.title, person.organisation, person.place].filter((text) => text !== null).join(', ')
  return [
    `# ${person.name}`,
    ...(about === '' ? [] : [about]),
    '',
    person.summary,
    '',
    `- Closeness ${percent(person.closeness)}: probability of an exchange both ways, or a meeting, in 30 days`,
    `- Trust ${percent(person.trust)}. ${person.trustText}${person.dormant ? ' Out of touch, still trusted.' : ''}`,
    `- Calibre ${percent(person.calibre)}. ${person.calibreText}`,
    ...person.calibreEvidence.map(({ text, source, at }) => `  - ${text} (${source}, ${day(at)})`),
    `- ${person.worthText}`,
    '',
    '## Reached by',
    ...person.identities.map(({ value }) => `- ${value}`),
    '',
    '## Last exchanges',
    ...(person.timeline.length === 0 ? ['None yet.'] : []),
    ...person.timeline
      .slice(0, LATEST)
      .map(
        ({ at, channel, direction, subject }) =>
          `- ${day(at)}, ${channel}, ${direction === 'in' ? 'from them' : direction === 'out' ? 'from you' : 'together'}${subject === null ? '' : `: ${subject}`}`,
      ),
  ].join('\n')
}
