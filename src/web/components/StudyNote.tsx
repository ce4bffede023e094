import { Group, Loader, Stack, Text } from '@mantine/core'
import { shortDate } from '../format.ts'
import { t } from '../texts/texts.ts'
import { Stage } from './Stage.tsx'

/** What answers made from a study of the network tell of it. */
type Studied = { readonly state?: string; readonly at?: string | null; readonly old: boolean }

/** While kith studies the network: that it does, how far it is, and of when what is shown is; nothing once all is of now. */
export const StudyNote = ({ of: { state, at, old } }: { readonly of: Studied }) =>
  old && (
    <Stack gap="xs">
      <Group gap="sm" wrap="nowrap" component="output" className="no-print">
        <Loader size="xs" aria-hidden />
        <Text size="sm" c="dimmed">
          {state !== 'studying' && at != null
            ? t('common.studyingAgain', { date: shortDate(at) })
            : t('common.studying')}
        </Text>
      </Group>
      <Stage of={['study-network']} />
    </Stack>
  )
