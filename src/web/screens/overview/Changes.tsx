import { SimpleGrid, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { PersonLink } from '../../components/PersonLink.tsx'
import { Section } from '../../components/Section.tsx'
import { When } from '../../components/When.tsx'
import { percentOrUnknown } from '../../format.ts'
import { useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'

const shown = 5

/** Who changed position, and who is slipping away: silent where there is nothing to say. */
export const Changes = () => {
  const moves = useReading('list-moves', { limit: shown })
  const quiet = useReading('list-people', { dormant: true, sort: 'worth', limit: shown })
  const moved = moves.data?.moves ?? []
  const silent = quiet.data?.people ?? []
  if (moved.length === 0 && silent.length === 0) return null
  return (
    <SimpleGrid cols={{ base: 1, sm: moved.length > 0 && silent.length > 0 ? 2 : 1 }}>
      {moved.length > 0 && (
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
      )}
      {silent.length > 0 && (
        <Section
          title={t('overview.changes.quiet')}
          aside={
            <Link to="/people" search={{ dormant: true }} className="plain-link">
              <Text span size="sm">
                {t('overview.changes.all')}
              </Text>
            </Link>
          }
        >
          <ul className="quiet-list">
            {silent.map((person) => (
              <li key={person.id}>
                <Text size="sm">
                  <PersonLink of={person} />
                </Text>
                <Text size="xs" c="dimmed">
                  {t('overview.changes.silent', {
                    trust: percentOrUnknown(person.trust),
                    closeness: percentOrUnknown(person.closeness),
                  })}{' '}
                  <When at={person.lastAt} />
                </Text>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </SimpleGrid>
  )
}
