import { Button, Group, Modal, NativeSelect, NumberInput, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type Goal, type GoalInput, sentenceOf } from '../../client.ts'
import { useChanging } from '../../queries.ts'
import { goalNames, periodNames } from '../../words.ts'

type Draft = {
  readonly kind: Goal['kind']
  readonly per: Goal['per']
  readonly target: number | string
  readonly confidence: number | string
  readonly weight: number | string
  readonly baseRate: number | string
}

const fresh: Draft = { kind: 'referrals', per: 'quarter', target: 5, confidence: 80, weight: 1, baseRate: '' }
const draftOf = (goal: Goal): Draft => ({ ...goal, baseRate: goal.baseRateAssumed ? '' : goal.baseRate })

const within = (value: number | string, least: number, most: number, whole: boolean): boolean =>
  typeof value === 'number' && value >= least && value <= most && (!whole || Number.isInteger(value))

const problemsOf = (draft: Draft) => ({
  target: within(draft.target, 1, 1_000_000, true) ? null : 'A whole number, at least 1',
  confidence: within(draft.confidence, 1, 99, false) ? null : 'Between 1 and 99 %',
  weight: within(draft.weight, 0.01, 1000, false) ? null : 'More than 0, at most 1,000',
  baseRate:
    draft.baseRate === '' || (within(draft.baseRate, 0, 99.999, false) && Number(draft.baseRate) > 0)
      ? null
      : 'More than 0 % and less than 100 %',
})

type Props = { readonly opened: boolean; readonly onClose: () => void; readonly replaces?: Goal }

/** Sets a goal, or sets another in place of one. */
export const GoalForm = ({ opened, onClose, replaces }: Props) => {
  const [draft, setDraft] = useState<Draft>(() => (replaces ? draftOf(replaces) : fresh))
  const [tried, setTried] = useState(false)
  const add = useChanging('add-goal')
  const remove = useChanging('remove-goal')
  const problems = problemsOf(draft)
  const wrong = Object.values(problems).some((problem) => problem !== null)
  const shown = (field: keyof typeof problems): string | null => (tried ? problems[field] : null)
  const change = <Field extends keyof Draft>(field: Field, value: Draft[Field]): void =>
    setDraft((before) => ({ ...before, [field]: value }))

  const save = async (): Promise<void> => {
    const input: GoalInput = {
      kind: draft.kind,
      per: draft.per,
      target: Number(draft.target),
      confidence: Number(draft.confidence),
      weight: Number(draft.weight),
      ...(draft.baseRate === '' ? {} : { baseRate: Number(draft.baseRate) }),
    }
    await add.mutateAsync(input)
    // The new one first: if this fails there is one goal too many, never one too few.
    if (replaces?.id != null) await remove.mutateAsync({ id: replaces.id })
    setDraft(fresh)
    setTried(false)
    onClose()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    // A failure is shown in the form, from the mutation's own state.
    if (!wrong) save().catch(() => undefined)
  }
  const failure = add.error ?? remove.error

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={replaces ? 'Change the goal' : 'Set a goal'}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <NativeSelect
            label="What you hope for"
            data={Object.entries(goalNames).map(([value, label]) => ({ value, label }))}
            value={draft.kind}
            onChange={(event) => change('kind', event.currentTarget.value as Goal['kind'])}
            data-autofocus
          />
          <Group grow align="flex-start">
            <NumberInput
              label="How many"
              min={1}
              allowDecimal={false}
              value={draft.target}
              onChange={(value) => change('target', value)}
              error={shown('target')}
            />
            <NativeSelect
              label="In each"
              data={Object.entries(periodNames).map(([value, label]) => ({ value, label }))}
              value={draft.per}
              onChange={(event) => change('per', event.currentTarget.value as Goal['per'])}
            />
          </Group>
          <NumberInput
            label="How sure you want to be"
            suffix=" %"
            min={1}
            max={99}
            value={draft.confidence}
            onChange={(value) => change('confidence', value)}
            error={shown('confidence')}
          />
          <NumberInput
            label="Your own estimate (optional)"
            description="How often a typical good contact brings one in a quarter. Left empty, kith assumes a rate and says so."
            suffix=" %"
            placeholder="kith assumes one"
            min={0}
            max={100}
            value={draft.baseRate}
            onChange={(value) => change('baseRate', value)}
            error={shown('baseRate')}
          />
          <NumberInput
            label="Importance beside your other goals"
            min={0}
            step={0.5}
            value={draft.weight}
            onChange={(value) => change('weight', value)}
            error={shown('weight')}
          />
          {failure !== null && (
            <Text size="sm" c="var(--mantine-color-error)" role="alert">
              {sentenceOf(failure)}
            </Text>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={add.isPending || remove.isPending}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
