import { Accordion, Button, List, Skeleton, Stack, Text } from '@mantine/core'
import { sentenceOf } from '../../client.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { Section } from '../../components/Section.tsx'
import { tell, tellError } from '../../notify.tsx'
import { useChanging, useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'
import { goalText } from '../../words.ts'

/** Goals by profession, to begin with. */
export const Presets = () => {
  const presets = useReading('list-goal-presets', {})
  const add = useChanging('add-goal')
  if (presets.isPending) return <Skeleton height={200} radius="lg" />
  if (presets.isError)
    return <ErrorNotice sentence={sentenceOf(presets.error)} onRetry={() => void presets.refetch()} />
  return (
    <Section title={t('worth.presets')}>
      <Text size="sm" c="dimmed">
        {t('worth.presetsText')}
      </Text>
      <Accordion variant="separated" order={3} chevronPosition="left">
        {presets.data.presets.map(({ id, profession, assumption, goals }) => (
          <Accordion.Item key={id} value={id}>
            <Accordion.Control>{profession}</Accordion.Control>
            <Accordion.Panel>
              <Stack gap="sm" align="flex-start">
                <Text size="sm">{assumption}</Text>
                <List size="sm">
                  {goals.map((goal) => (
                    <List.Item key={goal.kind}>{goalText(goal)}</List.Item>
                  ))}
                </List>
                <Button
                  size="xs"
                  loading={add.isPending}
                  onClick={() =>
                    add.mutate(
                      { preset: id },
                      {
                        onError: tellError,
                        onSuccess: () => tell(t('worth.presetAdded', { profession })),
                      },
                    )
                  }
                >
                  {t('worth.usePreset')}
                </Button>
              </Stack>
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Section>
  )
}
