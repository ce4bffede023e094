import { Button, Group, Progress as Bar, Stack, Text } from '@mantine/core'
import type { Progress } from '../client.ts'
import { bytes, count, duration, percent } from '../format.ts'
import type { ImportJob } from '../import-job.ts'

type Running = Extract<ImportJob, { readonly state: 'running' }>

const stages: Readonly<Record<Running['stage'], string>> = {
  'handing-over': 'Handing the files over',
  reading: 'Reading',
  sample: 'Building the sample network',
}

const amount = (value: number, unit: Progress['unit']): string =>
  unit === 'bytes' ? bytes(value) : `${count(Math.round(value))} ${unit}`

/** How far, how fast, how much longer: what is known of it. */
const figuresOf = ({ progress, rate }: Running): string[] => {
  if (!progress) return []
  const { done, total, unit, records } = progress
  return [
    total === null ? amount(done, unit) : `${amount(done, unit)} of ${amount(total, unit)}`,
    ...(records === undefined || unit === 'records' ? [] : [`${count(records)} records`]),
    ...(rate.perSecond === null ? [] : [`${amount(rate.perSecond, unit)} a second`]),
    ...(rate.secondsLeft === null ? [] : [`about ${duration(rate.secondsLeft)} left`]),
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
  return (
    <Stack className="surface" p="lg" gap="sm" component="section" aria-label="Import progress">
      <Group justify="space-between" wrap="nowrap">
        <Text fw={600}>
          {stages[stage]}
          {share === null ? ' …' : `, ${percent(share)}`}
        </Text>
        <Button size="xs" variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </Group>
      <Bar.Root size="md">
        <Bar.Section
          value={share === null ? 100 : share * 100}
          animated={share === null}
          aria-label={stages[stage]}
          aria-valuetext={share === null ? 'in progress' : percent(share)}
        />
      </Bar.Root>
      <Text size="sm" c="dimmed" className="numbers">
        {figuresOf(job).join(' · ') || 'Starting'}
      </Text>
      {progress && (
        <Text size="sm" c="dimmed" truncate="start">
          {progress.step}
        </Text>
      )}
    </Stack>
  )
}
