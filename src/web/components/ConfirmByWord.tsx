import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type FormEvent, useState } from 'react'
import { t } from '../texts/texts.ts'

type Props = {
  /** On the button that asks. */
  readonly button: string
  readonly title: string
  readonly text: string
  /** Above the field, naming the word. */
  readonly label: string
  /** What has to be typed, in capitals or not. */
  readonly word: string
  /** On the button that does it. */
  readonly really: string
  /** What went wrong, in a sentence. */
  readonly error: string | null
  readonly working: boolean
  readonly onConfirm: () => void
}

/** A button for what cannot be taken back: it asks, and waits for a word to be typed. */
export const ConfirmByWord = (props: Props) => {
  const [opened, { open, close }] = useDisclosure(false)
  const [typed, setTyped] = useState('')
  const sure = typed.trim().toLowerCase() === props.word.trim().toLowerCase()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (sure) props.onConfirm()
  }
  return (
    <>
      <Group>
        <Button size="sm" variant="default" c="var(--mantine-color-error)" onClick={open}>
          {props.button}
        </Button>
      </Group>
      <Modal
        opened={opened}
        onClose={close}
        title={props.title}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <form onSubmit={submit}>
          <Stack gap="md">
            <Text size="sm">{props.text}</Text>
            <TextInput
              label={props.label}
              autoComplete="off"
              value={typed}
              onChange={({ currentTarget: { value } }) => setTyped(value)}
              data-autofocus
            />
            {props.error !== null && (
              <Text size="sm" c="var(--mantine-color-error)" role="alert">
                {props.error}
              </Text>
            )}
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {t('common.cancel')}
              </Button>
              <Button type="submit" color="red.8" disabled={!sure} loading={props.working}>
                {props.really}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  )
}
