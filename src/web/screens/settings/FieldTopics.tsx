import { Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { useRef } from 'react'
import { sentenceOf } from '../../client.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { tellError, tellUndo } from '../../notify.tsx'
import { useChanging, useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'
import { FieldSuggestions } from './FieldSuggestions.tsx'
import { FieldUnderstood } from './FieldUnderstood.tsx'

/** The topics of the user's field: those picked, each let go of at a press, and those their own data offers. */
export const FieldTopics = () => {
  const field = useReading('get-field', {})
  const pick = useChanging('pick-topics')
  const heading = useRef<HTMLParagraphElement>(null)
  if (field.isPending) return <Skeleton height={80} />
  if (field.isError)
    return <ErrorNotice sentence={sentenceOf(field.error)} onRetry={() => void field.refetch()} />
  const { text, topics } = field.data
  const change = (topic: string, remove: boolean): void => {
    // The pressed chip goes away: whoever uses the keyboard stays at the topics.
    heading.current?.focus()
    pick.mutate(
      { topics: [topic], remove },
      {
        onSuccess: () =>
          tellUndo(t(remove ? 'calibre.topics.removed' : 'calibre.topics.added', { topic }), () =>
            pick.mutate({ topics: [topic], remove: !remove }, { onError: tellError }),
          ),
        onError: tellError,
      },
    )
  }
  return (
    <>
      <Stack gap={6}>
        <Text size="sm" fw={550} ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
          {t('calibre.topics.title')}
        </Text>
        {topics.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('calibre.topics.none')}
          </Text>
        ) : (
          <Group gap="xs" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
            {topics.map((topic) => (
              <li key={topic}>
                <Button
                  variant="light"
                  size="compact-sm"
                  disabled={pick.isPending}
                  rightSection={<span aria-hidden="true">×</span>}
                  aria-label={t('calibre.topics.remove', { topic })}
                  onClick={() => change(topic, true)}
                >
                  {topic}
                </Button>
              </li>
            ))}
          </Group>
        )}
      </Stack>
      <FieldSuggestions picked={topics} saving={pick.isPending} onAdd={(topic) => change(topic, false)} />
      {(text !== null || topics.length > 0) && <FieldUnderstood />}
    </>
  )
}
