import { Skeleton, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Contact } from '../../client.ts'
import { PersonLink } from '../../components/PersonLink.tsx'
import { Section } from '../../components/Section.tsx'
import { When } from '../../components/When.tsx'
import { percentOrUnknown } from '../../format.ts'
import { useLastVisit } from '../../last-visit.ts'
import { useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'
import { SinceLast } from './SinceLast.tsx'

const shown = 5
/** New contacts looked through for those of influence. */
const newcomers = 200
const movesLookedAt = 200
/** Influence worth a line: above the usual mean of a field. */
const ofCalibre = 0.5

type ListProps = {
  readonly title: string
  readonly all?: ReactNode
  readonly people: readonly Contact[]
  readonly about: (person: Contact) => string
}

const PeopleList = ({ title, all, people, about }: ListProps) => (
  <Section title={title} aside={all}>
    <ul className="quiet-list">
      {people.map((person) => (
        <li key={person.id}>
          <Text size="sm">
            <PersonLink of={person} />
          </Text>
          <Text size="xs" c="dimmed">
            {about(person)} <When at={person.lastAt} />
          </Text>
        </li>
      ))}
    </ul>
  </Section>
)

/** Who moved before what is told as news. */
const Moves = () => {
  const { since } = useLastVisit()
  const moves = useReading('list-moves', { limit: movesLookedAt })
  const moved = (moves.data?.moves ?? [])
    .filter(({ noticedAt }) => Date.parse(noticedAt) < since)
    .slice(0, shown)
  if (moved.length === 0) return null
  return (
    <Section title={t('overview.changes.moves')}>
      <ul className="quiet-list">
        {moved.map((move) => (
          <li key={`${move.person.id} ${move.noticedAt}`}>
            <Text size="sm">
              <PersonLink of={move.person} />
            </Text>
            <Text size="xs" c="dimmed">
              {move.text} <When at={move.noticedAt} />
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Who is new and of influence, whose tie cools, who moved, who is slipping away. */
export const Changes = () => {
  const newer = useReading('list-trends', { kind: 'new', limit: newcomers })
  const cooler = useReading('list-trends', { kind: 'cooling', limit: shown })
  const quiet = useReading('list-people', { dormant: true, sort: 'worth', limit: shown })
  const waiting = newer.isPending || cooler.isPending || quiet.isPending
  const arrived = (newer.data?.people ?? [])
    .filter(({ calibre }) => calibre !== null && calibre >= ofCalibre)
    .sort((a, b) => (b.calibre ?? 0) - (a.calibre ?? 0))
    .slice(0, shown)
  const cooling = cooler.data?.people ?? []
  const before = new Map(cooling.map(({ id, trend }) => [id, trend.before]))
  const silent = quiet.data?.people ?? []
  return (
    <section className="overview-changes" aria-label={t('overview.changes.title')}>
      <SinceLast />
      {waiting && <Skeleton height={180} radius="lg" />}
      {arrived.length > 0 && (
        <PeopleList
          title={t('overview.changes.new')}
          people={arrived}
          about={({ calibre }) => t('overview.changes.newCalibre', { calibre: percentOrUnknown(calibre) })}
        />
      )}
      {cooling.length > 0 && (
        <PeopleList
          title={t('overview.changes.cooling')}
          people={cooling}
          about={({ id, closeness }) =>
            t('overview.changes.cooled', {
              before: percentOrUnknown(before.get(id) ?? null),
              closeness: percentOrUnknown(closeness),
            })
          }
        />
      )}
      <Moves />
      {silent.length > 0 && (
        <PeopleList
          title={t('overview.changes.quiet')}
          all={
            <Link to="/people" search={{ dormant: true }} className="plain-link">
              <Text span size="sm">
                {t('overview.changes.all')}
              </Text>
            </Link>
          }
          people={silent}
          about={({ trust, closeness }) =>
            t('overview.changes.silent', {
              trust: percentOrUnknown(trust),
              closeness: percentOrUnknown(closeness),
            })
          }
        />
      )}
      {!waiting && arrived.length + cooling.length + silent.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('overview.changes.none')}
        </Text>
      )}
    </section>
  )
}
