import { Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { sentenceOf } from '../../client.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { StudyNote } from '../../components/StudyNote.tsx'
import { count } from '../../format.ts'
import { useStudied } from '../../queries.ts'
import { t } from '../../texts/texts.ts'

type Props = {
  /** Topics that are picked already: a kept answer may still offer them. */
  readonly picked: readonly string[]
  readonly saving: boolean
  readonly onAdd: (topic: string) => void
}

/** Words that the user's own data offers for their field; each is added at a press. */
export const FieldSuggestions = ({ picked, saving, onAdd }: Props) => {
  const found = useStudied('suggest-field', {}, { keep: true })
  if (found.isPending) return <Skeleton height={80} />
  if (found.isError)
    return <ErrorNotice sentence={sentenceOf(found.error)} onRetry={() => void found.refetch()} />
  const groups = [
    { title: t('calibre.suggest.work'), found: found.data.work },
    { title: t('calibre.suggest.topics'), found: found.data.topics },
  ]
    .map((group) => ({ ...group, terms: group.found.filter(({ term }) => !picked.includes(term)) }))
    .filter(({ terms }) => terms.length > 0)
  if (groups.length === 0)
    return found.data.old ? (
      <StudyNote of={found.data} />
    ) : (
      <Text size="sm">{t('calibre.suggest.nothing')}</Text>
    )
  return (
    <Stack gap="sm">
      <Title order={3}>{t('calibre.suggest.title')}</Title>
      <StudyNote of={found.data} />
      {groups.map(({ title, terms }) => (
        <Stack key={title} gap={6}>
          <Text size="sm" c="dimmed">
            {title}
          </Text>
          <Group gap="xs">
            {terms.map(({ term, people }) => (
              <Button
                key={term}
                variant="default"
                size="compact-sm"
                disabled={saving}
                aria-label={t('calibre.suggest.add', { term, people: count(people) })}
                onClick={() => onAdd(term)}
              >
                {term} · {count(people)}
              </Button>
            ))}
          </Group>
        </Stack>
      ))}
    </Stack>
  )
}
