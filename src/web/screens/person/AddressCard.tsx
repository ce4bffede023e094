import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type Input, type Output, type PersonDetail, sentenceOf } from '../../client.ts'
import { Section } from '../../components/Section.tsx'
import { tell } from '../../notify.tsx'
import { useChanging, useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'

type Edit = Omit<Input<'edit-card'>, 'who' | 'choose' | 'account'>
type Card = NonNullable<Output<'edit-card'>['mine']>

const CardText = ({ title, card }: { readonly title: string; readonly card: Card }) => (
  <Stack gap={2} style={{ flex: '1 1 200px' }}>
    <Text fw={550} size="sm">
      {title}
    </Text>
    {[card.name, ...card.mails, ...card.phones, card.note]
      .filter((line) => line !== '')
      .map((line) => (
        <Text size="sm" key={line} style={{ overflowWrap: 'anywhere' }}>
          {line}
        </Text>
      ))}
  </Stack>
)

/** Both versions of a card that was changed here and elsewhere, for the user to choose. */
const Conflict = ({
  mine,
  theirs,
  busy,
  onChoose,
}: {
  readonly mine: Card
  readonly theirs: Card
  readonly busy: boolean
  readonly onChoose: (choice: 'mine' | 'theirs') => void
}) => (
  <Stack gap="sm" role="alert">
    <Text size="sm">{t('accounts.card.conflict')}</Text>
    <Group align="flex-start">
      <CardText title={t('accounts.card.mine')} card={mine} />
      <CardText title={t('accounts.card.theirs')} card={theirs} />
    </Group>
    <Group>
      <Button variant="default" loading={busy} onClick={() => onChoose('mine')}>
        {t('accounts.card.takeMine')}
      </Button>
      <Button variant="default" loading={busy} onClick={() => onChoose('theirs')}>
        {t('accounts.card.takeTheirs')}
      </Button>
    </Group>
  </Stack>
)

const Form = ({ person, onDone }: { readonly person: PersonDetail; readonly onDone: () => void }) => {
  const [name, setName] = useState(person.name)
  const [mail, setMail] = useState('')
  const [phone, setPhone] = useState('')
  const [note, setNote] = useState('')
  const write = useChanging('edit-card')
  const edit: Edit = {
    ...(name.trim() === '' || name.trim() === person.name ? {} : { name: name.trim() }),
    ...(mail.trim() === '' ? {} : { mail: mail.trim() }),
    ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
  }
  const send = (choose?: 'mine' | 'theirs'): void =>
    write.mutate(
      { who: String(person.id), ...edit, ...(choose === undefined ? {} : { choose }) },
      {
        onSuccess: ({ state }) => {
          if (state === 'conflict') return
          tell(t(`accounts.card.${state === 'kept-theirs' ? 'keptTheirs' : state}`))
          onDone()
        },
      },
    )
  const { data } = write
  if (data?.state === 'conflict' && data.mine !== null && data.theirs !== null)
    return <Conflict mine={data.mine} theirs={data.theirs} busy={write.isPending} onChoose={send} />
  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        if (Object.keys(edit).length > 0) send()
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={t('accounts.card.name')}
          maxLength={200}
          value={name}
          onChange={({ currentTarget: { value } }) => setName(value)}
        />
        <Group>
          <TextInput
            label={t('accounts.card.mail')}
            type="email"
            maxLength={320}
            value={mail}
            onChange={({ currentTarget: { value } }) => setMail(value)}
            style={{ flex: '1 1 200px' }}
          />
          <TextInput
            label={t('accounts.card.phone')}
            type="tel"
            maxLength={60}
            value={phone}
            onChange={({ currentTarget: { value } }) => setPhone(value)}
            style={{ flex: '1 1 200px' }}
          />
        </Group>
        <Textarea
          label={t('accounts.card.note')}
          description={t('accounts.card.noteText')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autosize
          minRows={2}
          maxLength={5_000}
          value={note}
          onChange={({ currentTarget: { value } }) => setNote(value)}
        />
        {write.isError && (
          <Text role="alert" size="sm" c="red">
            {sentenceOf(write.error)}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={write.isPending} disabled={Object.keys(edit).length === 0}>
            {t('accounts.card.write')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** Somebody's card in a connected address book, to be changed from here; nothing where none is connected. */
export const AddressCard = ({ person }: { readonly person: PersonDetail }) => {
  const [open, setOpen] = useState(false)
  const accounts = useReading('list-accounts', {})
  if (!accounts.data?.accounts.some(({ kind }) => kind === 'carddav')) return null
  return (
    <Section
      title={t('accounts.card.title')}
      aside={
        open ? null : (
          <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
            {t('accounts.card.change')}
          </Button>
        )
      }
    >
      {open ? (
        <Form person={person} onDone={() => setOpen(false)} />
      ) : (
        <Text size="sm" c="dimmed">
          {t('accounts.card.text')}
        </Text>
      )}
    </Section>
  )
}
