import { List, SegmentedControl, Skeleton, Stack, Text, Title } from '@mantine/core'
import { sentenceOf } from '../../client.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { useChanging, useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'

/** What closeness is computed by, what changed when, and the choice to keep to the shipped weights. */
export const Model = () => {
  const model = useReading('get-closeness-model', {})
  const use = useChanging('use-closeness-model')
  if (model.isPending) return <Skeleton height={160} radius="lg" />
  if (model.isError)
    return <ErrorNotice sentence={sentenceOf(model.error)} onRetry={() => void model.refetch()} />
  const { using, changes } = model.data
  return (
    <Stack className="surface" p="lg" gap="sm" component="section" aria-label={t('backtest.model')}>
      <Title order={2}>{t('backtest.model')}</Title>
      <Text c="dimmed">{t('backtest.modelWhy')}</Text>
      <SegmentedControl
        aria-label={t('backtest.model')}
        value={using}
        disabled={use.isPending}
        onChange={(value) => use.mutate({ use: value as typeof using })}
        data={[
          { value: 'learned', label: t('backtest.useLearned') },
          { value: 'default', label: t('backtest.useDefault') },
        ]}
        style={{ alignSelf: 'flex-start' }}
      />
      {use.isError && <ErrorNotice sentence={sentenceOf(use.error)} />}
      {changes.length === 0 ? (
        <Text>{t('backtest.modelNone')}</Text>
      ) : (
        <List spacing="xs">
          {changes.map((change) => (
            <List.Item key={change.version}>{change.text}</List.Item>
          ))}
        </List>
      )}
    </Stack>
  )
}
