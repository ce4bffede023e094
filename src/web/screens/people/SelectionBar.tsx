import './selection-bar.css'
import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { sentenceOf } from '../../client.ts'
import { saveFile } from '../../components/save-file.ts'
import { t } from '../../texts/texts.ts'
import { csvOf } from './people-csv.ts'
import type { Selection } from './selection.ts'

/** What one can do with the chosen people; stays in sight at the foot of the page. */
export const SelectionBar = ({ selection }: { readonly selection: Selection }) => {
  const [busy, setBusy] = useState(false)
  const download = async (): Promise<void> => {
    setBusy(true)
    try {
      saveFile('kith-people.csv', 'text/csv', csvOf(await selection.contacts()))
    } catch (error) {
      notifications.show({ color: 'red', message: sentenceOf(error) })
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className="selection-bar surface no-print" aria-label={t('people.selection.label')}>
      <Text size="sm" fw={550} component="output" className="numbers">
        {t('people.selection.chosen', { count: selection.size })}
      </Text>
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          loading={busy}
          leftSection={<IconDownload size={15} aria-hidden />}
          onClick={() => void download()}
        >
          {t('people.selection.download')}
        </Button>
        <Button size="xs" variant="subtle" onClick={selection.none}>
          {t('people.selection.none')}
        </Button>
      </Group>
    </section>
  )
}
