import { Button, Group, Progress as Bar, Stack, Text } from '@mantine/core'
import type { Progress } from '../client.ts'
import { bytes, count, duration, percent } from '../format.ts'
import type { ImportJob } from '../import-job.ts'
import { t } from '../texts/texts.ts'

type Running = Extract<ImportJob, { readonly state: 'running' }>

const stages = { 'handing-over': 'handingOver', reading: 'reading', sample: 'sample' } as const

const amount = (value: number, unit: Progress['unit']): string =>
  unit === 'bytes'
    ? bytes(value)
    : t('imports.progress.amount', {
        amount: count(Math.round(value)),
        unit: t(`imports.progress.unit.${unit}`),
      })

/** How far, how fast, how much longer: what is known of it. */
const figuresOf = ({ progress, rate }: Running): string[] => {
  if (!progress) return []
  const { done, total, unit, records } = progress
  return [
    total === null
      ? amount(done, unit)
      : t('imports.progress.of', { done: amount(done, unit), total: amount(total, unit) }),
    ...(records === undefined || unit === 'records'
      ? []
      : [t('imports.progress.records', { count: records })]),
    ...(rate.perSecond === null
      ? []
      : [t('imports.progress.rate', { amount: amount(rate.perSecond, unit) })]),
    ...(rate.secondsLeft === null ? [] : [t('imports.progress.left', { time: duration(rate.secondsLeft) })]),
  ]
}

/** An import as it runs, with a way to stop it. */
export const ImportProgress = ({
  job,
  onCancel,
}: {
  readonly job: Running
  readonly onCancel: () => void
}) => {
  const { progress, stage } = job
  const share = progress?.total ? Math.min(1, progress.done / progress.total) : null
  const name = t(`imports.progress.${stages[stage]}`)
  return (
    <Stack className="surface" p="lg" gap="sm" component="section" aria-label={t('imports.progress.label')}>
      <Group justify="space-between" wrap="nowrap">
        <Text fw={600}>
          {share === null
            ? t('imports.progress.stageUnknown', { stage: name })
            : t('imports.progress.stage', { stage: name, share: percent(share) })}
        </Text>
        <Button size="xs" variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </Group>
      <Bar.Root size="md">
        <Bar.Section
          value={share === null ? 100 : share * 100}
          animated={share === null}
          aria-label={name}
          aria-valuetext={share === null ? t('imports.progress.inProgress') : percent(share)}
        />
      </Bar.Root>
      <Text size="sm" c="dimmed" className="numbers">
        {figuresOf(job).join(' · ') || t('imports.progress.starting')}
      </Text>
      {progress && (
        <Text size="sm" c="dimmed" truncate="start">
          {progress.step}
        </Text>
      )}
    </Stack>
  )
}
