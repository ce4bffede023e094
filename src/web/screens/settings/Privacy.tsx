import { Button, Group, List, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { sentenceOf } from '../../client.ts'
import { Section } from '../../components/Section.tsx'
import { tell } from '../../notify.tsx'
import { queryClient, useChanging } from '../../queries.ts'
import { t } from '../../texts/texts.ts'
import { setWorkspace, useWorkspace } from '../../workspace.ts'

/** What the operation wants to hear, in whatever language the user types its like. */
const confirmWord = 'delete everything'

const kept = ['messages', 'people', 'yours', 'never'] as const

/** What kith keeps, what it never keeps, and the way to be rid of all of it. */
export const Privacy = () => {
  const [opened, { open, close }] = useDisclosure(false)
  const [typed, setTyped] = useState('')
  const workspace = useWorkspace()
  const navigate = useNavigate()
  const remove = useChanging('delete-everything')
  const word = t('settings.privacy.word')
  const sure = typed.trim().toLowerCase() === word.toLowerCase()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!sure) return
    remove.mutate(
      { confirm: confirmWord },
      {
        onSuccess: () => {
          close()
          tell(t('settings.privacy.done'))
          if (workspace === 'sample') setWorkspace('own')
          void queryClient.resetQueries()
          void navigate({ to: '/welcome', replace: true })
        },
      },
    )
  }
  return (
    <Section title={t('settings.privacy.title')}>
      <List size="sm" spacing={6}>
        {kept.map((what) => (
          <List.Item key={what}>{t(`settings.privacy.kept.${what}`)}</List.Item>
        ))}
      </List>
      <Group>
        <Button size="sm" variant="default" c="var(--mantine-color-error)" onClick={open}>
          {t('settings.privacy.button')}
        </Button>
      </Group>
      <Modal
        opened={opened}
        onClose={close}
        title={t('settings.privacy.ask')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <form onSubmit={submit}>
          <Stack gap="md">
            <Text size="sm">{t('settings.privacy.text')}</Text>
            <TextInput
              label={t('settings.privacy.type', { word })}
              autoComplete="off"
              value={typed}
              onChange={({ currentTarget: { value } }) => setTyped(value)}
              data-autofocus
            />
            {remove.isError && (
              <Text size="sm" c="var(--mantine-color-error)" role="alert">
                {sentenceOf(remove.error)}
              </Text>
            )}
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {t('common.cancel')}
              </Button>
              <Button type="submit" color="red.8" disabled={!sure} loading={remove.isPending}>
                {t('settings.privacy.really')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </Section>
  )
}
