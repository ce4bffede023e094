import { ActionIcon, Group, SimpleGrid, Stack, Text, Tooltip } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { type Goal, type GoalInput, type GoalWorth, sentenceOf } from '../../client.ts'
import { UndoMessage } from '../../components/UndoMessage.tsx'
import { count, likelihood, percent, unbroken } from '../../format.ts'
import { useChanging } from '../../queries.ts'
import { goalText } from '../../words.ts'
import { GoalForm } from './GoalForm.tsx'

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

/** A goal as it was put in, to set it again. */
export const inputOf = (goal: Goal): GoalInput => ({
  kind: goal.kind,
  target: goal.target,
  per: goal.per,
  confidence: goal.confidence,
  weight: goal.weight,
  ...(goal.baseRateAssumed ? {} : { baseRate: goal.baseRate }),
})

const GoalCard = ({ of, onChange }: { readonly of: GoalWorth; readonly onChange: (goal: Goal) => void }) => {
  const { goal } = of
  const remove = useChanging('remove-goal')
  const add = useChanging('add-goal')
  const tell = (error: unknown): unknown => notifications.show({ color: 'red', message: sentenceOf(error) })
  const removeIt = (id: number): void =>
    remove.mutate(
      { id },
      {
        onError: tell,
        onSuccess: () => {
          const note = notifications.show({
            autoClose: 10_000,
            withBorder: true,
            message: (
              <UndoMessage
                text={`Removed: ${goalText(goal)}.`}
                onUndo={() => {
                  notifications.hide(note)
                  add.mutate(inputOf(goal), { onError: tell })
                }}
              />
            ),
          })
        },
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
                (example)
              </Text>
            )}
          </Text>
          <Text size="sm" c="dimmed">
            {percent(goal.confidence / 100)} sure wanted; a typical good contact brings one in a quarter in{' '}
            {Number(goal.baseRate.toPrecision(2))} % of cases
            {goal.baseRateAssumed ? ', which is an assumption' : ' by your own estimate'}.
          </Text>
        </div>
        {id !== null && !of.assumed && (
          <Group gap={4} wrap="nowrap">
            <Tooltip label="Change">
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Change ${goalText(goal)}`}
                onClick={() => onChange(goal)}
              >
                <IconPencil size={18} stroke={1.7} />
              </ActionIcon>
            </Tooltip>
            <Tooltip label="Remove">
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Remove ${goalText(goal)}`}
                loading={remove.isPending}
                onClick={() => removeIt(id)}
              >
                <IconTrash size={18} stroke={1.7} />
              </ActionIcon>
            </Tooltip>
          </Group>
        )}
      </Group>
      <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="lg">
        <Figure label={`Probability (${likelihood(of.probability)})`} value={percent(of.probability)} />
        {of.needed === null ? (
          <Figure label="Enough" value="out of reach" />
        ) : (
          <Figure label="Enough" value={count(of.needed)} unit="contacts" />
        )}
        <Figure label="You have" value={count(of.have)} unit="contacts" />
        {of.shortfall === null || of.shortfall === 0 ? (
          <Figure label="Still missing" value={of.shortfall === 0 ? 'none' : 'out of reach'} />
        ) : (
          <Figure label="Still missing" value={count(of.shortfall)} unit="contacts" />
        )}
      </SimpleGrid>
      <Text size="sm">{unbroken(of.text)}</Text>
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
        <GoalForm key={changing.id} opened replaces={changing} onClose={() => setChanging(null)} />
      )}
    </>
  )
}
