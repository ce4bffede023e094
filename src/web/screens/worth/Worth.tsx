import { Skeleton, Stack, Text, Title } from '@mantine/core'
import { sentenceOf } from '../../client.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { ScreenSkeleton } from '../../components/ScreenSkeleton.tsx'
import { unbroken } from '../../format.ts'
import { Later } from '../../later.tsx'
import { useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'
import { Attention } from './Attention.tsx'
import { CurveSection } from './CurveSection.tsx'
import { Goals } from './Goals.tsx'
import { Pillars } from './Pillars.tsx'
import { Presets } from './Presets.tsx'
import { SizingTable } from './SizingTable.tsx'
import { UnknownCalibre } from './UnknownCalibre.tsx'
import { WhatIf } from './WhatIf.tsx'
import { WorthHeading } from './WorthHeading.tsx'
import { WorthHistory } from './WorthHistory.tsx'

/** The worth of the network opened up: goals, pillars, curves, what-if and history. */
export const Worth = () => {
  const worth = useReading('get-worth', {})
  if (worth.isPending) return <ScreenSkeleton />
  if (worth.isError)
    return <ErrorNotice sentence={sentenceOf(worth.error)} onRetry={() => void worth.refetch()} />
  const { data } = worth
  const first = data.goals[0]
  return (
    <Stack gap={32}>
      <Stack gap="lg">
        <Title>{t('worth.title')}</Title>
        <WorthHeading worth={data} />
        {data.worth !== null && (
          <Text size="lg" className="surface" p="lg" role="note" aria-label={t('overview.holdsBack')}>
            {unbroken(data.bottleneck.text)}
          </Text>
        )}
      </Stack>
      <Pillars worth={data} />
      <Goals worth={data} />
      <Later until={<Skeleton height={2_000} radius="lg" />}>
        <WhatIf />
        {first && data.curve.length > 1 && <CurveSection worth={data} first={first} />}
        <Attention />
        <SizingTable />
        <WorthHistory />
        <Presets />
      </Later>
      <UnknownCalibre worth={data} />
    </Stack>
  )
}
