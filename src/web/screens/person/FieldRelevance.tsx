import { Badge, Group, Skeleton, Stack, Text } from '@mantine/core'
import { sentenceOf } from '../../client.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { Section } from '../../components/Section.tsx'
import { count, percent } from '../../format.ts'
import { useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'

const kinds = ['title', 'organisation', 'industry'] as const

/** What somebody has to do with the user's field, and the words that say so; nothing where no field is described. */
export const FieldRelevance = ({ id }: { readonly id: number }) => {
  const found = useReading('explain-relevance', { who: String(id) })
  if (found.isPending) return <Skeleton height={120} radius="lg" />
  if (found.isError)
    return <ErrorNotice sentence={sentenceOf(found.error)} onRetry={() => void found.refetch()} />
  const { field, text, relevance, stated, words, subjects } = found.data
  if (field === null) return null
  return (
    <Section title={t('person.relevance.title')}>
      {stated.length + words.length === 0 && <Text size="sm">{text}</Text>}
      {stated.length > 0 && (
        <Stack gap={4}>
          {stated.map(({ field: kind, value, terms }) => (
            <Text size="sm" key={`${kind} ${value}`}>
              <Text span c="dimmed">
                {t(`person.facts.field.${kinds.find((one) => one === kind) ?? 'title'}`)}
              </Text>{' '}
              {value}{' '}
              <Text span c="dimmed">
                ({terms.join(', ')})
              </Text>
            </Text>
          ))}
        </Stack>
      )}
      {words.length > 0 && (
        <Stack gap={6}>
          <Text size="sm" fw={550}>
            {t('person.relevance.subjects', { count: subjects })}
          </Text>
          <Group component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
            {words.map((each) => (
              <li key={each.word}>
                <Badge variant="light" tt="none" fw={500}>
                  {each.word} · {count(each.subjects)}
                </Badge>
              </li>
            ))}
          </Group>
        </Stack>
      )}
      {relevance !== null && (
        <Text size="sm" c="dimmed">
          {t('person.relevance.weight', { share: percent(relevance) })}
        </Text>
      )}
    </Section>
  )
}
