import './selection-bar.css'
import { Autocomplete, Button, Group, Popover, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDownload, IconHandStop, IconTag } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import type { Output } from '../../client.ts'
import { saveFile } from '../../components/save-file.ts'
import { tell, tellError, tellUndo } from '../../notify.tsx'
import { useChanging } from '../../queries.ts'
import { t } from '../../texts/texts.ts'
import { csvOf } from './people-csv.ts'
import type { Selection } from './selection.ts'

type Props = {
  readonly selection: Selection
  /** The user's tags, offered while typing. */
  readonly tags: Output<'count-people'>['tags']
}

type TagProps = {
  readonly tags: Props['tags']
  readonly busy: boolean
  readonly onTag: (tag: string) => void
}

const TagForm = ({ tags, busy, onTag }: TagProps) => {
  const [opened, { toggle, close }] = useDisclosure(false)
  const [text, setText] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const tag = text.trim()
    if (tag === '') return
    onTag(tag)
    setText('')
    close()
  }
  return (
    <Popover opened={opened} onChange={(open) => !open && close()} width={280} trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          loading={busy}
          leftSection={<IconTag size={15} aria-hidden />}
          onClick={toggle}
        >
          {t('people.selection.tag')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('people.selection.tagName')}>
        <form onSubmit={submit}>
          <Stack gap="xs">
            <Autocomplete
              label={t('people.selection.tagName')}
              description={t('people.selection.tagHelp')}
              placeholder={t('people.selection.tagPlaceholder')}
              comboboxProps={{ withinPortal: false }}
              data={tags.map(({ tag }) => tag)}
              limit={8}
              maxLength={60}
              value={text}
              onChange={setText}
              data-autofocus
            />
            <Button type="submit" size="xs" disabled={text.trim() === ''}>
              {t('people.selection.putTag')}
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}

/** What one can do with the chosen people; stays in sight at the foot of the page. */
export const SelectionBar = ({ selection, tags }: Props) => {
  const [downloading, setDownloading] = useState(false)
  const change = useChanging('change-people')
  const back = useChanging('take-back')
  const download = async (): Promise<void> => {
    setDownloading(true)
    try {
      saveFile('kith-people.csv', 'text/csv', csvOf(await selection.contacts()))
    } catch (error) {
      tellError(error)
    } finally {
      setDownloading(false)
    }
  }
  const undo = ({ kind, added, removed }: Output<'change-people'>): void =>
    back.mutate(
      { kind, added, removed },
      { onSuccess: () => tell(t('people.selection.asBefore')), onError: tellError },
    )
  const tag = async (of: string): Promise<void> => {
    try {
      const done = await change.mutateAsync({ people: selection.ids(), tag: of })
      if (done.people === 0) tell(t('people.selection.taggedAlready', { tag: of }))
      else tellUndo(t('people.selection.tagged', { count: done.people, tag: of }), () => undo(done))
    } catch (error) {
      tellError(error)
    }
  }
  const leaveAlone = async (): Promise<void> => {
    try {
      const done = await change.mutateAsync({ people: selection.ids(), leaveAlone: true })
      tellUndo(t('people.selection.leftAlone', { count: done.people }), () => undo(done))
    } catch (error) {
      tellError(error)
    }
  }
  return (
    <section className="selection-bar surface no-print" aria-label={t('people.selection.label')}>
      <Text size="sm" fw={550} component="output" className="numbers">
        {t('people.selection.chosen', { count: selection.size })}
      </Text>
      <Group gap="xs">
        <TagForm tags={tags} busy={change.isPending} onTag={(of) => void tag(of)} />
        <Button
          size="xs"
          variant="default"
          disabled={change.isPending}
          leftSection={<IconHandStop size={15} aria-hidden />}
          onClick={() => void leaveAlone()}
        >
          {t('people.selection.leaveAlone')}
        </Button>
        <Button
          size="xs"
          variant="default"
          loading={downloading}
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
