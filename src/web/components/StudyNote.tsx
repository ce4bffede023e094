import { Group, Loader, Text } from '@mantine/core'
import { shortDate } from '../format.ts'
import { t } from '../texts/texts.ts'

/** What answers made from a study of the network tell of it. */
type Studied = { readonly state?: string; readonly at?: string | null; readonly old: boolean }

/** While kith studies the network: that it does, and of when what is shown is; nothing once all is of now. */
export const StudyNote = ({ of: { state, at, old } }: { readonly of: Studied }) =>
  old && (
    <Group gap="sm" wrap="nowrap" component="output" className="no-print">
      <Loader size="xs" aria-hidden />
      <Text size="sm" c="dimmed">
        {state !== 'studying' && at != null
          ? t('common.studyingAgain', { date: shortDate(at) })
          : t('common.studying')}
      </Text>
    </Group>
  )
