import { Stack, Title } from '@mantine/core'
import type { ReactNode } from 'react'

type Props = {
  readonly title: string
  /** What an address leads to it by, after `#`; a link there takes the focus along. */
  readonly id?: string
  readonly children: ReactNode
  /** What belongs beside the title: a button, a count. */
  readonly aside?: ReactNode
  /** Whether it is printed. Without it, it is. */
  readonly onPaper?: boolean
}

/** A part of a screen on a ground of its own, named by its title. */
export const Section = ({ title, id, children, aside, onPaper = true }: Props) => (
  <Stack
    className={onPaper ? 'surface' : 'surface no-print'}
    p={{ base: 'md', sm: 'lg' }}
    gap="sm"
    component="section"
    aria-label={title}
    {...(id === undefined ? {} : { id, tabIndex: -1 })}
  >
    <div className="section-head">
      <Title order={2}>{title}</Title>
      {aside}
    </div>
    {children}
  </Stack>
)
