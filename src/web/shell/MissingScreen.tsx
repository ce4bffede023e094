import { Button, Stack, Text, Title } from '@mantine/core'
import { type ErrorComponentProps, Link } from '@tanstack/react-router'

export const MissingScreen = () => (
  <Stack align="flex-start">
    <Title>There is nothing here</Title>
    <Text c="dimmed">The address names no screen of kith. It may be cut off.</Text>
    <Button component={Link} to="/" variant="default">
      Go to the overview
    </Button>
  </Stack>
)

/** A screen that failed to draw, which is a fault of kith. */
export const BrokenScreen = ({ reset }: ErrorComponentProps) => (
  <Stack align="flex-start" role="alert">
    <Title>This screen could not be shown</Title>
    <Text c="dimmed">
      Something went wrong in the page, not in your data. Try again; if kith was updated meanwhile, reload the
      page.
    </Text>
    <Button variant="default" onClick={reset}>
      Try again
    </Button>
  </Stack>
)
