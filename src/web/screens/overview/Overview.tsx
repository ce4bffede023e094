import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type Worth, sentenceOf } from '../../client.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { ScreenSkeleton } from '../../components/ScreenSkeleton.tsx'
import { likelihood, percent, sentence, shortDate, unbroken } from '../../format.ts'
import { useReading } from '../../queries.ts'
import { CurveSection } from './CurveSection.tsx'
import { FieldLine } from './FieldLine.tsx'
import { GoalForm } from './GoalForm.tsx'
import { GoalList } from './GoalList.tsx'
import { Pillars } from './Pillars.tsx'
import { Sizing } from './Sizing.tsx'
import { t } from '../../texts/texts.ts'
import { Rich } from '../../texts/Rich.tsx'

const WorthHeading = ({ worth }: { readonly worth: Worth }) => {
  if (worth.worth === null) return <Text size="lg">{worth.bottleneck.text}</Text>
  const assumed = worth.goals.some((goal) => goal.assumed)
  const which = assumed ? 'Example' : worth.goals.length > 1 ? 'Goals' : 'Goal'
  return (
    <Stack gap={4}>
      <Group gap="md" align="baseline">
        <Text className="numbers" fz={52} fw={650} lh={1} c="var(--kith-accent)">
          {percent(worth.worth)}
        </Text>
        <Text size="lg" fw={500}>
          {sentence(t(`overview.toReach${which}`, { likelihood: likelihood(worth.worth) }))}
        </Text>
      </Group>
      <Text c="dimmed" size="sm">
        {t(`overview.meaning${which}`)}
        {worth.scoredAt && ` ${t('overview.asOf', { date: shortDate(worth.scoredAt) })}`}
      </Text>
    </Stack>
  )
}

/** What the network is worth, what holds it back, and how many it takes. */
export const Overview = () => {
  const worth = useReading('get-worth', {})
  const status = useReading('get-status', {})
  const [adding, add] = useDisclosure(false)
  if (worth.isPending) return <ScreenSkeleton />
  if (worth.isError)
    return <ErrorNotice sentence={sentenceOf(worth.error)} onRetry={() => void worth.refetch()} />
  const { data } = worth
  const first = data.goals[0]
  const assumed = data.goals.some((goal) => goal.assumed)
  return (
    <Stack gap={36}>
      <Stack gap="lg">
        <Group justify="space-between" align="flex-start">
          <Title>{t('overview.title')}</Title>
          <FieldLine field={status.data?.field ?? null} known={status.isSuccess} />
        </Group>
        <WorthHeading worth={data} />
        {data.worth !== null && (
          <Text size="lg" className="surface" p="lg" role="note" aria-label={t('overview.holdsBack')}>
            {unbroken(data.bottleneck.text)}
          </Text>
        )}
      </Stack>
      <Pillars worth={data} />
      <Stack gap="md" component="section" aria-label={t('overview.goals')}>
        <Group justify="space-between">
          <Title order={2}>{data.goals.length > 1 ? t('overview.goals') : t('overview.goal')}</Title>
          <Button
            size="sm"
            variant={assumed ? 'filled' : 'default'}
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={add.open}
          >
            {assumed ? t('overview.setYourGoal') : t('overview.addGoal')}
          </Button>
        </Group>
        {assumed && (
          <Text c="dimmed" size="sm">
            {t('overview.noGoalYet')}
          </Text>
        )}
        <GoalList goals={data.goals} />
      </Stack>
      {first && data.curve.length > 1 && <CurveSection worth={data} first={first} />}
      <Sizing sizing={data.sizing} />
      {data.unknownCalibre > 0 && (
        <Text size="sm" c="dimmed">
          <Rich
            text="overview.unknownCalibre"
            variables={{ count: data.unknownCalibre, mean: percent(data.meanCalibre) }}
            tags={{ a: <Anchor component={Link} to="/import" inherit underline="always" /> }}
          />
        </Text>
      )}
      <GoalForm opened={adding} onClose={add.close} />
    </Stack>
  )
}
