import { Button, Group, Text } from '@mantine/core'
import { t } from '../texts/texts.ts'

/** What was just done, with a way back. */
export const UndoMessage = ({ text, onUndo }: { readonly text: string; readonly onUndo: () => void }) => (
  <Group justify="space-between" wrap="nowrap">
    <Text size="sm">{text}</Text>
    <Button size="compact-sm" variant="default" onClick={onUndo} style={{ flexShrink: 0 }}>
      {t('common.undo')}
    </Button>
  </Group>
)
