import { Skeleton, Stack, Title, VisuallyHidden } from '@mantine/core'
import { useLocation } from '@tanstack/react-router'
import { screens } from '../shell/screens.ts'
import type { AnyOperation } from '../client.ts'
import { t } from '../texts/texts.ts'
import { Stage } from './Stage.tsx'

/**
 * Stands where a screen will be, under its own title where that is known.
 * @param waitsFor the operations whose stages are shown where they take a moment
 */
export const ScreenSkeleton = ({ waitsFor }: { readonly waitsFor?: readonly AnyOperation[] }) => {
  const { pathname } = useLocation()
  const screen = screens.find(({ to }) => to === pathname)
  return (
    <Stack gap="lg" aria-busy="true">
      <VisuallyHidden component="output">{t('common.loading')}</VisuallyHidden>
      {screen === undefined ? <Skeleton height={34} width={220} /> : <Title>{t(screen.title)}</Title>}
      {waitsFor && <Stage of={waitsFor} />}
      <Skeleton height={120} radius="lg" />
      <Skeleton height={120} radius="lg" />
      <Skeleton height={200} radius="lg" />
    </Stack>
  )
}
