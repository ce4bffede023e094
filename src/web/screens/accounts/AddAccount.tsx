import {
  Button,
  Checkbox,
  Collapse,
  Group,
  List,
  NativeSelect,
  NumberInput,
  PasswordInput,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type Input, type Output, call, sentenceOf } from '../../client.ts'
import { Section } from '../../components/Section.tsx'
import { t } from '../../texts/texts.ts'

export type Kind = Input<'connect-account'>['kind']
export const kinds = ['imap', 'carddav', 'caldav', 'mastodon', 'bluesky'] as const satisfies readonly Kind[]

const helps = ['gmail', 'outlook', 'icloud', 'fastmail', 'own', 'mastodon', 'bluesky'] as const
const DEFAULT_MINUTES = 15

/** What the form holds; the password only until it was sent. */
type Form = {
  readonly kind: Kind
  readonly user: string
  readonly secret: string
  readonly server: string
  readonly folders: string
  readonly every: number
  readonly bodies: boolean
  readonly oauth: boolean
  readonly insecure: boolean
}
const empty: Form = {
  kind: 'imap',
  user: '',
  secret: '',
  server: '',
  folders: '',
  every: DEFAULT_MINUTES,
  bodies: false,
  oauth: false,
  insecure: false,
}

const inputOf = ({ folders, server, ...form }: Form): Input<'connect-account'> => ({
  ...form,
  user: form.user.trim(),
  folders: folders
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== ''),
  ...(server.trim() === '' ? {} : { server: server.trim() }),
})

const userLabel = (kind: Kind): string =>
  t(`accounts.add.user.${kind === 'mastodon' || kind === 'bluesky' ? kind : 'mail'}`)

/** Which password a provider wants, and where it is made. */
const Help = () => (
  <Stack gap={4}>
    <Text fw={500} size="sm">
      {t('accounts.help.title')}
    </Text>
    <Text size="sm" c="dimmed">
      {t('accounts.help.text')}
    </Text>
    <List size="sm" c="dimmed" spacing={2}>
      {helps.map((help) => (
        <List.Item key={help}>{t(`accounts.help.${help}`)}</List.Item>
      ))}
    </List>
  </Stack>
)

const More = ({ form, set }: { readonly form: Form; readonly set: (change: Partial<Form>) => void }) => (
  <Stack gap="sm">
    <TextInput
      label={t('accounts.add.folders')}
      description={t('accounts.add.foldersText')}
      value={form.folders}
      onChange={({ currentTarget: { value } }) => set({ folders: value })}
    />
    <NumberInput
      label={t('accounts.add.every')}
      min={1}
      max={10_080}
      allowDecimal={false}
      value={form.every}
      onChange={(value) => set({ every: typeof value === 'number' ? value : DEFAULT_MINUTES })}
      maw={220}
    />
    {form.kind === 'imap' && (
      <>
        <Checkbox
          label={t('accounts.add.bodies')}
          checked={form.bodies}
          onChange={({ currentTarget: { checked } }) => set({ bodies: checked })}
        />
        <Checkbox
          label={t('accounts.add.oauth')}
          checked={form.oauth}
          onChange={({ currentTarget: { checked } }) => set({ oauth: checked })}
        />
      </>
    )}
    <Checkbox
      label={t('accounts.add.insecure')}
      checked={form.insecure}
      onChange={({ currentTarget: { checked } }) => set({ insecure: checked })}
    />
  </Stack>
)

/** Connects an account: what it is, who one is there, the password, and where the server cannot be told, which. */
export const AddAccount = ({
  onConnected,
}: {
  readonly onConnected: (account: Output<'connect-account'>) => void
}) => {
  const [form, setForm] = useState(empty)
  const [more, setMore] = useState(false)
  const client = useQueryClient()
  const set = (change: Partial<Form>): void => setForm((before) => ({ ...before, ...change }))
  // Sent at once or not at all: a password is not kept in the browser until kith is back.
  const connect = useMutation<Output<'connect-account'>, unknown, Form>({
    mutationFn: (filled) => call('connect-account', inputOf(filled)),
    gcTime: 0,
    onSuccess: (account) => {
      setForm({ ...empty, kind: form.kind })
      void client.invalidateQueries()
      onConnected(account)
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (form.user.trim() !== '' && form.secret !== '') connect.mutate(form)
  }
  return (
    <Section title={t('accounts.add.title')}>
      <form onSubmit={submit} autoComplete="off">
        <Stack gap="sm">
          <NativeSelect
            label={t('accounts.add.kind')}
            value={form.kind}
            data={kinds.map((kind) => ({ value: kind, label: t(`accounts.kinds.${kind}`) }))}
            onChange={({ currentTarget: { value } }) =>
              set({ kind: kinds.find((kind) => kind === value) ?? 'imap' })
            }
            maw={360}
          />
          <Group align="flex-start" gap="sm">
            <TextInput
              label={userLabel(form.kind)}
              required
              maxLength={320}
              value={form.user}
              autoComplete="off"
              onChange={({ currentTarget: { value } }) => set({ user: value })}
              style={{ flex: '1 1 220px' }}
            />
            <TextInput
              label={t('accounts.add.server')}
              description={t('accounts.add.serverText')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              maxLength={500}
              value={form.server}
              onChange={({ currentTarget: { value } }) => set({ server: value })}
              style={{ flex: '1 1 220px' }}
            />
          </Group>
          <PasswordInput
            label={t(`accounts.add.secret.${form.kind}`)}
            description={t('accounts.add.secretText')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            required
            value={form.secret}
            autoComplete="new-password"
            onChange={({ currentTarget: { value } }) => set({ secret: value })}
            maw={480}
          />
          <div>
            <Button size="compact-sm" variant="subtle" aria-expanded={more} onClick={() => setMore(!more)}>
              {t('accounts.add.more')}
            </Button>
          </div>
          <Collapse expanded={more}>
            <More form={form} set={set} />
          </Collapse>
          {connect.isError && (
            <Text role="alert" c="red" size="sm">
              {sentenceOf(connect.error)}
            </Text>
          )}
          <Group justify="flex-end">
            <Button
              type="submit"
              loading={connect.isPending}
              disabled={form.user.trim() === '' || form.secret === ''}
            >
              {t('accounts.add.connect')}
            </Button>
          </Group>
          <Help />
        </Stack>
      </form>
    </Section>
  )
}
