import { Button, Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { t } from '../texts/texts.ts'

/** Tells what went wrong in kith's sentence, with a way to try again. */
export const ErrorNotice = ({
  sentence,
  onRetry,
}: {
  readonly sentence: string
  readonly onRetry?: () => void
}) => (
  <Stack className="surface" p="lg" gap="sm" role="alert" align="flex-start">
    <Text>{sentence}</Text>
    {onRetry && (
      <Button variant="default" size="sm" onClick={onRetry}>
        {t('common.tryAgain')}
      </Button>
    )}
  </Stack>
)

/** Says why there is nothing to see, and what to do about it. */
export const EmptyNotice = ({
  title,
  children,
  action,
}: {
  readonly title: string
  readonly children: ReactNode
  readonly action?: ReactNode
}) => (
  <Stack className="surface" p={{ base: 'md', sm: 'lg' }} gap={6} align="flex-start">
    <Text fw={600}>{title}</Text>
    <Text c="dimmed">{children}</Text>
    {action && <Group mt="sm">{action}</Group>}
  </Stack>
)
