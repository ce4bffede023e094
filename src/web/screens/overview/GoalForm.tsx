import { Button, Group, Modal, NativeSelect, NumberInput, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type Goal, type GoalInput, sentenceOf } from '../../client.ts'
import { useChanging } from '../../queries.ts'
import { goalKinds, goalPeriods } from '../../words.ts'
import { t } from '../../texts/texts.ts'

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
  target: within(draft.target, 1, 1_000_000, true) ? null : t('goals.form.wrongTarget'),
  confidence: within(draft.confidence, 1, 99, false) ? null : t('goals.form.wrongConfidence'),
  weight: within(draft.weight, 0.01, 1000, false) ? null : t('goals.form.wrongWeight'),
  baseRate:
    draft.baseRate === '' || (within(draft.baseRate, 0, 99.999, false) && Number(draft.baseRate) > 0)
      ? null
      : t('goals.form.wrongRate'),
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
      title={replaces ? t('goals.form.change') : t('goals.form.set')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <NativeSelect
            label={t('goals.form.kind')}
            data={goalKinds.map((kind) => ({ value: kind, label: t(`words.goalName.${kind}`) }))}
            value={draft.kind}
            onChange={(event) => change('kind', event.currentTarget.value as Goal['kind'])}
            data-autofocus
          />
          <Group grow align="flex-start">
            <NumberInput
              label={t('goals.form.target')}
              min={1}
              allowDecimal={false}
              value={draft.target}
              onChange={(value) => change('target', value)}
              error={shown('target')}
            />
            <NativeSelect
              label={t('goals.form.per')}
              data={goalPeriods.map((per) => ({ value: per, label: t(`words.period.${per}`) }))}
              value={draft.per}
              onChange={(event) => change('per', event.currentTarget.value as Goal['per'])}
            />
          </Group>
          <NumberInput
            label={t('goals.form.confidence')}
            suffix=" %"
            min={1}
            max={99}
            value={draft.confidence}
            onChange={(value) => change('confidence', value)}
            error={shown('confidence')}
          />
          <NumberInput
            label={t('goals.form.rate')}
            description={t('goals.form.rateText')}
            suffix=" %"
            placeholder={t('goals.form.ratePlaceholder')}
            min={0}
            max={100}
            value={draft.baseRate}
            onChange={(value) => change('baseRate', value)}
            error={shown('baseRate')}
          />
          <NumberInput
            label={t('goals.form.weight')}
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
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={add.isPending || remove.isPending}>
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
