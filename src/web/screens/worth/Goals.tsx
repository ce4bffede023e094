import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import type { Worth } from '../../client.ts'
import { t } from '../../texts/texts.ts'
import { GoalList } from './GoalList.tsx'
import { GoalRows } from './GoalRows.tsx'
import { LazyGoalForm } from './LazyGoalForm.tsx'

type Props = {
  readonly worth: Worth
  /** A line for each only. */
  readonly brief?: boolean
}

/** What one hopes to achieve, each goal with what it takes. */
export const Goals = ({ worth, brief = false }: Props) => {
  const [adding, add] = useDisclosure(false)
  const assumed = worth.goals.some((goal) => goal.assumed)
  return (
    <Stack gap="md" component="section" aria-label={t('overview.goals')}>
      <Group justify="space-between">
        <Title order={2}>{worth.goals.length > 1 ? t('overview.goals') : t('overview.goal')}</Title>
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
      {brief ? <GoalRows goals={worth.goals} /> : <GoalList goals={worth.goals} />}
      {!brief && worth.ended.length > 0 && (
        <details className="more">
          <summary>{t('worth.ended')}</summary>
          <ul>
            {worth.ended.map(({ goal, text }) => (
              <li key={goal.id}>
                <Text size="sm">{text}</Text>
              </li>
            ))}
          </ul>
        </details>
      )}
      {adding && <LazyGoalForm opened onClose={add.close} />}
    </Stack>
  )
}
