import { ActionIcon, Group, SimpleGrid, Stack, Text, Tooltip } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { Goal, GoalWorth } from '../../client.ts'
import { count, likelihood, percent, significant, unbroken } from '../../format.ts'
import { tellError, tellUndo } from '../../notify.tsx'
import { useChanging } from '../../queries.ts'
import { goalText } from '../../words.ts'
import { LazyGoalForm } from './LazyGoalForm.tsx'
import { t } from '../../texts/texts.ts'

const Figure = ({
  label,
  value,
  unit,
}: {
  readonly label: string
  readonly value: string
  readonly unit?: string
}) => (
  <div>
    <Text size="sm" c="dimmed">
      {label}
    </Text>
    <Text fz={22} fw={600} className="numbers">
      {value}
      {unit !== undefined && (
        <Text span size="sm" c="dimmed" fw={400}>
          {' '}
          {unit}
        </Text>
      )}
    </Text>
  </div>
)

const GoalCard = ({ of, onChange }: { readonly of: GoalWorth; readonly onChange: (goal: Goal) => void }) => {
  const { goal } = of
  const remove = useChanging('remove-goal')
  const undo = useChanging('undo-goal')
  const removeIt = (id: number): void =>
    remove.mutate(
      { id },
      {
        onError: tellError,
        onSuccess: () =>
          tellUndo(t('goals.removed', { goal: goalText(goal) }), () =>
            undo.mutate({ id }, { onError: tellError }),
          ),
      },
    )
  const id = goal.id
  return (
    <Stack className="surface" p="lg" gap="md" component="article" aria-label={goalText(goal)}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <Text fw={600}>
            {goalText(goal)}
            {of.assumed && (
              <Text span c="dimmed" fw={400}>
                {' '}
                {t('goals.example')}
              </Text>
            )}
          </Text>
          {goal.segmentText !== '' && <Text size="sm">{goal.segmentText}</Text>}
          <Text size="sm" c="dimmed">
            {unbroken(
              t(goal.baseRateAssumed ? 'goals.assumed' : 'goals.estimated', {
                confidence: percent(goal.confidence / 100),
                rate: significant(goal.baseRate, 2),
              }),
            )}
          </Text>
        </div>
        {id !== null && !of.assumed && (
          <Group gap={4} wrap="nowrap">
            <Tooltip label={t('common.change')}>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('goals.changeThis', { goal: goalText(goal) })}
                onClick={() => onChange(goal)}
              >
                <IconPencil size={18} stroke={1.7} />
              </ActionIcon>
            </Tooltip>
            <Tooltip label={t('common.remove')}>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('goals.removeThis', { goal: goalText(goal) })}
                loading={remove.isPending}
                onClick={() => removeIt(id)}
              >
                <IconTrash size={18} stroke={1.7} />
              </ActionIcon>
            </Tooltip>
          </Group>
        )}
      </Group>
      <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="lg" style={{ alignItems: 'end' }}>
        <Figure
          label={t('goals.probability', { likelihood: likelihood(of.probability) })}
          value={percent(of.probability)}
        />
        {of.needed === null ? (
          <Figure label={t('goals.enough')} value={t('common.outOfReach')} />
        ) : (
          <Figure
            label={t('goals.enough')}
            value={count(of.needed)}
            unit={t('goals.contacts', { count: of.needed })}
          />
        )}
        <Figure
          label={t('goals.have')}
          value={count(of.have)}
          unit={t('goals.contacts', { count: of.have })}
        />
        {of.shortfall === null || of.shortfall === 0 ? (
          <Figure
            label={t('goals.missing')}
            value={of.shortfall === 0 ? t('common.none') : t('common.outOfReach')}
          />
        ) : (
          <Figure
            label={t('goals.missing')}
            value={count(of.shortfall)}
            unit={t('goals.contacts', { count: of.shortfall })}
          />
        )}
      </SimpleGrid>
      <Text size="sm">{unbroken(of.text)}</Text>
      {!of.assumed && <Text size="sm">{unbroken(of.bottleneckText)}</Text>}
      <Text size="xs" c="dimmed">
        {unbroken(of.rateText)}
      </Text>
    </Stack>
  )
}

/** Each goal with what it needs, what there is and what is missing; changed and removed in place. */
export const GoalList = ({ goals }: { readonly goals: readonly GoalWorth[] }) => {
  const [changing, setChanging] = useState<Goal | null>(null)
  return (
    <>
      {goals.map((goal) => (
        <GoalCard key={goal.goal.id ?? 'assumed'} of={goal} onChange={setChanging} />
      ))}
      {changing && (
        <LazyGoalForm key={changing.id} opened replaces={changing} onClose={() => setChanging(null)} />
      )}
    </>
  )
}
