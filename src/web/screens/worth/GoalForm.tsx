import { Button, Group, Modal, NativeSelect, NumberInput, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type Goal, sentenceOf } from '../../client.ts'
import { useFocusBack } from '../../focus-back.ts'
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
  readonly segment: Readonly<Record<SegmentPart, string>>
  readonly starts: string
  readonly ends: string
}

const segmentParts = ['industry', 'organisation', 'title', 'place', 'tag'] as const
type SegmentPart = (typeof segmentParts)[number]
const everybody = { industry: '', organisation: '', title: '', place: '', tag: '' }

const fresh: Draft = {
  kind: 'referrals',
  per: 'quarter',
  target: 5,
  confidence: 80,
  weight: 1,
  baseRate: '',
  segment: everybody,
  starts: '',
  ends: '',
}
const draftOf = (goal: Goal): Draft => ({
  ...goal,
  baseRate: goal.baseRateAssumed ? '' : goal.baseRate,
  segment: {
    industry: goal.segment?.industry ?? '',
    organisation: goal.segment?.organisation ?? '',
    title: goal.segment?.title ?? '',
    place: goal.segment?.place ?? '',
    tag: goal.segment?.tag ?? '',
  },
  starts: goal.startsAt?.slice(0, 10) ?? '',
  ends: goal.endsAt?.slice(0, 10) ?? '',
})

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
  useFocusBack()
  const [draft, setDraft] = useState<Draft>(() => (replaces ? draftOf(replaces) : fresh))
  const [tried, setTried] = useState(false)
  const add = useChanging('add-goal')
  const edit = useChanging('edit-goal')
  const problems = problemsOf(draft)
  const wrong = Object.values(problems).some((problem) => problem !== null)
  const shown = (field: keyof typeof problems): string | null => (tried ? problems[field] : null)
  const change = <Field extends keyof Draft>(field: Field, value: Draft[Field]): void =>
    setDraft((before) => ({ ...before, [field]: value }))

  const save = async (): Promise<void> => {
    const stated = {
      target: Number(draft.target),
      per: draft.per,
      confidence: Number(draft.confidence),
      weight: Number(draft.weight),
      ...(draft.baseRate === '' ? {} : { baseRate: Number(draft.baseRate) }),
      // An empty text takes a part away.
      ...draft.segment,
      starts: draft.starts,
      ends: draft.ends,
    }
    if (replaces?.id == null) await add.mutateAsync({ kind: draft.kind, ...stated })
    else await edit.mutateAsync({ id: replaces.id, ...stated })
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
  const failure = add.error ?? edit.error

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
            disabled={replaces !== undefined}
            onChange={(event) => change('kind', event.currentTarget.value as Goal['kind'])}
            data-autofocus={replaces === undefined || undefined}
          />
          <Group grow align="flex-start">
            <NumberInput
              label={t('goals.form.target')}
              min={1}
              allowDecimal={false}
              value={draft.target}
              onChange={(value) => change('target', value)}
              error={shown('target')}
              data-autofocus={replaces !== undefined || undefined}
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
          <details className="more">
            <summary>{t('worth.segment.more')}</summary>
            <Stack gap="sm" mt="sm">
              {segmentParts.map((part) => (
                <TextInput
                  key={part}
                  label={t(`worth.segment.${part === 'title' ? 'jobTitle' : part}`)}
                  maxLength={60}
                  value={draft.segment[part]}
                  onChange={({ currentTarget: { value } }) =>
                    change('segment', { ...draft.segment, [part]: value })
                  }
                />
              ))}
              <Group grow>
                {(['starts', 'ends'] as const).map((end) => (
                  <TextInput
                    key={end}
                    type="date"
                    label={t(`worth.segment.${end}`)}
                    value={draft[end]}
                    onChange={({ currentTarget: { value } }) => change(end, value)}
                  />
                ))}
              </Group>
            </Stack>
          </details>
          {failure !== null && (
            <Text size="sm" c="var(--mantine-color-error)" role="alert">
              {sentenceOf(failure)}
            </Text>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={add.isPending || edit.isPending}>
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
