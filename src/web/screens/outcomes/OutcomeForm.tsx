import {
  Button,
  Group,
  Modal,
  NativeSelect,
  NumberInput,
  Stack,
  Text,
  TextInput,
  Textarea,
} from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type Output, sentenceOf } from '../../client.ts'
import { type Picked, PersonPicker } from '../../components/PersonPicker.tsx'
import { useFoundPeople } from '../../find-people.ts'
import { useFocusBack } from '../../focus-back.ts'
import { tell } from '../../notify.tsx'
import { useChanging } from '../../queries.ts'
import { t } from '../../texts/texts.ts'

type Kind = Output<'record-outcome'>['kind']
export const outcomeKinds = [
  'referral',
  'sale',
  'partnership',
  'introduction',
  'help',
  'support',
  'hire',
  'investment',
] as const satisfies readonly Kind[]

type Someone = { readonly person: number | null; readonly name: string }

type Props = {
  readonly opened: boolean
  readonly onClose: () => void
  readonly from?: Someone | null
  readonly kind?: Kind
  /** The day it came, ISO; today unless given. */
  readonly at?: string
  /** The action of the plan that it came of. */
  readonly action?: number
  /** The suggestion that it is recorded from. */
  readonly suggestion?: string
}

const picked = (someone: Someone | null | undefined): Picked | null =>
  someone?.person == null ? null : { id: someone.person, name: someone.name }

const today = (): string => {
  const now = new Date(Date.now())
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

/** Records what came of somebody. */
export const OutcomeForm = ({ opened, onClose, from, kind, at, action, suggestion }: Props) => {
  useFocusBack()
  const [what, setWhat] = useState<Kind>(kind ?? 'referral')
  const [who, setWho] = useState(picked(from))
  const [via, setVia] = useState<Picked | null>(null)
  const [value, setValue] = useState<number | string>('')
  const [on, setOn] = useState(at?.slice(0, 10) ?? today())
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const record = useChanging('record-outcome')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (who === null) return
    record.mutate(
      {
        kind: what,
        from: String(who.id),
        on,
        ...(via === null ? {} : { via: String(via.id) }),
        ...(typeof value === 'number' ? { value } : {}),
        ...(note.trim() === '' ? {} : { note: note.trim() }),
        ...(action === undefined ? {} : { action }),
        ...(suggestion === undefined ? {} : { suggestion }),
      },
      {
        onSuccess: () => {
          tell(
            t('outcomes.recorded', {
              outcome: t('outcomes.oneFrom', { kind: t(`outcomes.kind.${what}`), name: who.name }),
            }),
          )
          onClose()
        },
      },
    )
  }
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('outcomes.form.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <NativeSelect
            label={t('outcomes.form.kind')}
            data={outcomeKinds.map((one) => ({ value: one, label: t(`outcomes.kind.${one}`) }))}
            value={what}
            onChange={({ currentTarget }) =>
              setWhat(outcomeKinds.find((one) => one === currentTarget.value) ?? 'referral')
            }
            data-autofocus
          />
          <PersonPicker
            label={t('outcomes.form.from')}
            value={who}
            onChange={setWho}
            useFound={useFoundPeople}
            error={tried && who === null ? t('outcomes.form.needFrom') : null}
          />
          <PersonPicker
            label={t('outcomes.form.via')}
            value={via}
            onChange={setVia}
            useFound={useFoundPeople}
          />
          <Group grow align="flex-start">
            <NumberInput
              label={t('outcomes.form.value')}
              description={t('outcomes.form.valueText')}
              min={0}
              value={value}
              onChange={setValue}
            />
            <TextInput
              type="date"
              label={t('outcomes.form.on')}
              description={' '}
              max={today()}
              value={on}
              onChange={({ currentTarget }) => setOn(currentTarget.value)}
            />
          </Group>
          <Textarea
            label={t('outcomes.form.note')}
            autosize
            minRows={2}
            maxLength={5_000}
            value={note}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
          />
          {record.isError && (
            <Text size="sm" c="var(--mantine-color-error)" role="alert">
              {sentenceOf(record.error)}
            </Text>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={record.isPending}>
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
