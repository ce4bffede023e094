import { Skeleton, Stack, VisuallyHidden } from '@mantine/core'
import { t } from '../texts/texts.ts'

/** Stands where a screen will be. */
export const ScreenSkeleton = () => (
  <Stack gap="lg" aria-busy="true">
    <VisuallyHidden component="output">{t('common.loading')}</VisuallyHidden>
    <Skeleton height={34} width={220} />
    <Skeleton height={120} radius="lg" />
    <Skeleton height={120} radius="lg" />
    <Skeleton height={200} radius="lg" />
  </Stack>
)
