import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { t } from '../texts/texts.ts'

type Props = {
  /** On the button that asks. */
  readonly button: string
  /** Says of what, for those who do not see where the button stands. */
  readonly buttonLabel: string
  readonly title: string
  readonly text: string
  /** On the button that does it. */
  readonly really: string
  readonly working: boolean
  readonly onConfirm: () => void
  /** A choice beside the text. */
  readonly children?: ReactNode
}

/** A small button for what should not happen by a slip: it asks first. */
export const AskFirst = (props: Props) => {
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button size="compact-sm" variant="subtle" color="gray" aria-label={props.buttonLabel} onClick={open}>
        {props.button}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={props.title}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <Stack gap="md" ta="start">
          <Text size="sm">{props.text}</Text>
          {props.children}
          <Group justify="flex-end">
            <Button variant="default" onClick={close} data-autofocus>
              {t('common.cancel')}
            </Button>
            <Button color="red.8" loading={props.working} onClick={props.onConfirm}>
              {props.really}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  )
}
