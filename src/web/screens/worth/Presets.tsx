import { Button, List, Select, Skeleton, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { sentenceOf } from '../../client.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { Section } from '../../components/Section.tsx'
import { tellError, tellUndo } from '../../notify.tsx'
import { useChanging, useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'
import { goalText } from '../../words.ts'

/** Goals by profession, to begin with. */
export const Presets = () => {
  const presets = useReading('list-goal-presets', {})
  const add = useChanging('add-goal')
  const remove = useChanging('remove-goal')
  const takeBack = (ids: readonly (number | null)[]): void => {
    for (const id of ids) if (id !== null) remove.mutate({ id }, { onError: tellError })
  }
  const [chosen, setChosen] = useState<string | null>(null)
  if (presets.isPending) return <Skeleton height={200} radius="lg" />
  if (presets.isError)
    return <ErrorNotice sentence={sentenceOf(presets.error)} onRetry={() => void presets.refetch()} />
  const preset = presets.data.presets.find(({ id }) => id === chosen)
  return (
    <Section title={t('worth.presets')}>
      <Text size="sm" c="dimmed">
        {t('worth.presetsText')}
      </Text>
      <Select
        label={t('worth.profession')}
        placeholder={t('worth.choose')}
        data={presets.data.presets.map(({ id, profession }) => ({ value: id, label: profession }))}
        value={chosen}
        onChange={setChosen}
        searchable
        maw={420}
      />
      {preset !== undefined && (
        <Stack gap="sm" align="flex-start">
          <Text size="sm">{preset.assumption}</Text>
          <List size="sm">
            {preset.goals.map((goal) => (
              <List.Item key={goal.kind}>{goalText(goal)}</List.Item>
            ))}
          </List>
          <Button
            size="xs"
            loading={add.isPending}
            onClick={() =>
              add.mutate(
                { preset: preset.id },
                {
                  onError: tellError,
                  onSuccess: ({ id, others }) =>
                    tellUndo(t('worth.presetAdded', { profession: preset.profession }), () =>
                      takeBack([id, ...others.map((other) => other.id)]),
                    ),
                },
              )
            }
          >
            {t('worth.usePreset')}
          </Button>
        </Stack>
      )}
    </Section>
  )
}
