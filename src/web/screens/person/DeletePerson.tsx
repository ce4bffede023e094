import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { sentenceOf } from '../../client.ts'
import { Section } from '../../components/Section.tsx'
import { tell } from '../../notify.tsx'
import { useChanging } from '../../queries.ts'
import { t } from '../../texts/texts.ts'

/** Deletes somebody with all their data, after the name was typed: there is no way back. */
export const DeletePerson = ({ id, name }: { readonly id: number; readonly name: string }) => {
  const [opened, { open, close }] = useDisclosure(false)
  const [typed, setTyped] = useState('')
  const navigate = useNavigate()
  const remove = useChanging('delete-person')
  const sure = typed.trim().toLowerCase() === name.trim().toLowerCase()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!sure) return
    remove.mutate(
      { who: String(id), confirm: name },
      {
        onSuccess: () => {
          tell(t('person.remove.done', { name }))
          void navigate({ to: '/people', replace: true })
        },
      },
    )
  }
  return (
    <div className="no-print">
      <Section title={t('person.remove.title')}>
        <Text size="sm" c="dimmed">
          {t('person.remove.text')}
        </Text>
        <Group>
          <Button size="sm" variant="default" c="var(--mantine-color-error)" onClick={open}>
            {t('person.remove.button')}
          </Button>
        </Group>
        <Modal
          opened={opened}
          onClose={close}
          title={t('person.remove.confirm', { name })}
          closeButtonProps={{ 'aria-label': t('common.close') }}
        >
          <form onSubmit={submit}>
            <Stack gap="md">
              <Text size="sm">{t('person.remove.text')}</Text>
              <TextInput
                label={t('person.remove.type', { name })}
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
                  {t('person.remove.really')}
                </Button>
              </Group>
            </Stack>
          </form>
        </Modal>
      </Section>
    </div>
  )
}
