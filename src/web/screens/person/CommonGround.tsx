import { Badge, Group, Skeleton, Text, VisuallyHidden } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { PersonLink } from '../../components/PersonLink.tsx'
import { sentenceOf } from '../../client.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { Section } from '../../components/Section.tsx'
import { StudyNote } from '../../components/StudyNote.tsx'
import { useStudied } from '../../queries.ts'
import { t } from '../../texts/texts.ts'

/** Whom both know, and what is talked about. */
export const CommonGround = ({ id }: { readonly id: number }) => {
  const found = useStudied('common-ground', { who: String(id) })
  if (found.isPending) return <Skeleton height={120} radius="lg" />
  if (found.isError)
    return <ErrorNotice sentence={sentenceOf(found.error)} onRetry={() => void found.refetch()} />
  const { contacts, topics, state } = found.data
  return (
    <Section title={t('person.common.title')}>
      <StudyNote of={found.data} />
      {contacts.length + topics.length === 0 && state !== 'studying' && (
        <Text size="sm" c="dimmed">
          {t('person.common.none')}
        </Text>
      )}
      {contacts.length > 0 && (
        <>
          <Text size="sm" fw={550}>
            {t('person.common.contacts')}
          </Text>
          <Group component="ul" gap="4px 16px" m={0} p={0} style={{ listStyle: 'none' }}>
            {contacts.map(({ person, name, times }) => (
              <Text component="li" size="sm" key={person}>
                <PersonLink of={{ person, name }} />{' '}
                <Text span size="xs" c="dimmed">
                  {t('person.common.times', { count: times })}
                </Text>
              </Text>
            ))}
          </Group>
        </>
      )}
      {topics.length > 0 && (
        <>
          <Text size="sm" fw={550}>
            {t('person.common.topics')}
          </Text>
          <Group component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
            {topics.map(({ topic, shared }) => (
              <li key={topic}>
                <Link to="/people" search={{ topic }} className="plain-link">
                  <Badge
                    variant={shared ? 'light' : 'default'}
                    tt="none"
                    fw={500}
                    style={{ cursor: 'pointer' }}
                    title={shared ? t('person.common.shared') : undefined}
                  >
                    {topic}
                    {shared && <VisuallyHidden>, {t('person.common.shared')}</VisuallyHidden>}
                  </Badge>
                </Link>
              </li>
            ))}
          </Group>
        </>
      )}
    </Section>
  )
}
