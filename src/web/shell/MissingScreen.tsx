import { Button, Stack, Text, Title } from '@mantine/core'
import { type ErrorComponentProps, Link } from '@tanstack/react-router'
import { t } from '../texts/texts.ts'

export const MissingScreen = () => (
  <Stack align="flex-start">
    <Title>{t('shell.missingTitle')}</Title>
    <Text c="dimmed">{t('shell.missingText')}</Text>
    <Button component={Link} to="/" variant="default">
      {t('shell.goToOverview')}
    </Button>
  </Stack>
)

/** A screen that failed to draw, which is a fault of kith. */
export const BrokenScreen = ({ reset }: ErrorComponentProps) => (
  <Stack align="flex-start" role="alert">
    <Title>{t('shell.brokenTitle')}</Title>
    <Text c="dimmed">{t('shell.brokenText')}</Text>
    <Button variant="default" onClick={reset}>
      {t('common.tryAgain')}
    </Button>
  </Stack>
)
