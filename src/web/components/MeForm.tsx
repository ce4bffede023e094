import { Button, Group, Stack, TagsInput, Text, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { Identity } from '../client.ts'
import { identityText } from '../words.ts'
import { t } from '../texts/texts.ts'

type Props = {
  readonly name: string | null
  readonly identities: readonly Identity[]
  /** Why kith takes these to be the user, where it does. */
  readonly reason: string | null
  readonly submit: string
  readonly saving: boolean
  readonly failure: string | null
  readonly other?: ReactNode
  readonly onSave: (me: { identities: string[]; name?: string }) => void
}

/** Asks which name and addresses are the user. */
export const MeForm = ({ name, identities, reason, submit, saving, failure, other, onSave }: Props) => {
  const [ownName, setOwnName] = useState(name ?? '')
  const [own, setOwn] = useState(() => identities.map(identityText))
  const [typed, setTyped] = useState('')
  const [missing, setMissing] = useState(false)
  const save = (event: FormEvent): void => {
    event.preventDefault()
    const all = typed.trim() === '' ? own : [...own, typed.trim()]
    setMissing(all.length === 0)
    if (all.length > 0)
      onSave({ identities: all, ...(ownName.trim() === '' ? {} : { name: ownName.trim() }) })
  }
  return (
    <form onSubmit={save}>
      <Stack gap="md" align="stretch">
        {reason !== null && (
          <Text size="sm" c="dimmed">
            {t('imports.me.because', { reason: reason.replace(/\.$/, '') })}
          </Text>
        )}
        <TextInput
          label={t('imports.me.name')}
          autoComplete="name"
          value={ownName}
          onChange={(event) => setOwnName(event.currentTarget.value)}
        />
        <TagsInput
          label={t('imports.me.addresses')}
          description={t('imports.me.addressesText')}
          value={own}
          onChange={setOwn}
          searchValue={typed}
          onSearchChange={setTyped}
          splitChars={[',', ' ', ';']}
          error={missing ? t('imports.me.missing') : failure}
        />
        <Group justify="flex-end">
          {other}
          <Button type="submit" loading={saving}>
            {submit}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
