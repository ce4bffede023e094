import { Group, Stack, Text, Title } from '@mantine/core'
import { sentenceOf } from '../../client.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { ScreenSkeleton } from '../../components/ScreenSkeleton.tsx'
import { unbroken } from '../../format.ts'
import { useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'
import { Goals } from '../worth/Goals.tsx'
import { Pillars } from '../worth/Pillars.tsx'
import { UnknownCalibre } from '../worth/UnknownCalibre.tsx'
import { WorthHeading } from '../worth/WorthHeading.tsx'
import { Changes } from './Changes.tsx'
import { FieldLine } from './FieldLine.tsx'
import { NextActions } from './NextActions.tsx'
import { Trend } from './Trend.tsx'

/** Monday morning: what the network is worth, what holds it back, what to do, and what changed. */
export const Overview = () => {
  const worth = useReading('get-worth', {})
  const status = useReading('get-status', {})
  if (worth.isPending) return <ScreenSkeleton />
  if (worth.isError)
    return <ErrorNotice sentence={sentenceOf(worth.error)} onRetry={() => void worth.refetch()} />
  const { data } = worth
  return (
    <Stack gap={20}>
      <Stack gap="md">
        <Group justify="space-between" align="flex-start">
          <Title>{t('overview.title')}</Title>
          <FieldLine field={status.data?.field ?? null} known={status.isSuccess} />
        </Group>
        <Group justify="space-between" align="flex-end" gap="xl">
          <WorthHeading worth={data} />
          <Trend />
        </Group>
        {data.worth !== null && (
          <Text className="surface" px="lg" py="md" role="note" aria-label={t('overview.holdsBack')}>
            {unbroken(data.bottleneck.text)}
          </Text>
        )}
      </Stack>
      <Pillars worth={data} />
      <NextActions />
      <Changes />
      <Goals worth={data} brief />
      <UnknownCalibre worth={data} />
    </Stack>
  )
}
