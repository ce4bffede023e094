import { Button, Popover } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ReactNode } from 'react'

type Props = {
  /** On the button. */
  readonly text: string
  readonly icon: ReactNode
  /** Names the panel; the text of the button unless given. */
  readonly label?: string
  readonly position: 'bottom-start' | 'bottom-end'
  /** What is in the panel; it may close it. */
  readonly children: (close: () => void) => ReactNode
}

/** A button that opens a small panel; the panel keeps the focus while it is open, and gives it back. */
export const ButtonPanel = ({ text, icon, label = text, position, children }: Props) => {
  const [opened, { toggle, close }] = useDisclosure(false)
  return (
    <Popover
      opened={opened}
      onChange={(open) => !open && close()}
      width={300}
      position={position}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button size="sm" variant="default" leftSection={icon} onClick={toggle}>
          {text}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>{children(close)}</Popover.Dropdown>
    </Popover>
  )
}
