import './drop-zone.css'
import { Button, Group, Text } from '@mantine/core'
import { IconFile, IconFolder } from '@tabler/icons-react'
import { type ChangeEvent, type DragEvent, useRef, useState } from 'react'
import type { PickedFile } from '../import-job.ts'
import { filesOfDrop, filesOfList } from './pick-files.ts'
import { t } from '../texts/texts.ts'

type Props = { readonly disabled: boolean; readonly onFiles: (files: readonly PickedFile[]) => void }

/** Takes files and folders, dropped or picked. */
export const DropZone = ({ disabled, onFiles }: Props) => {
  const [over, setOver] = useState(false)
  const [failed, setFailed] = useState(false)
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    if (disabled) return
    setFailed(false)
    filesOfDrop(event.dataTransfer).then(onFiles, () => setFailed(true))
  }
  const pick = (event: ChangeEvent<HTMLInputElement>): void => {
    onFiles(filesOfList(event.currentTarget.files))
    // The same choice again should count again.
    event.currentTarget.value = ''
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dropping is the mouse's way; the buttons do the same by key
    <section
      className="drop-zone"
      data-over={over}
      aria-label={t('imports.drop.label')}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      }}
      onDrop={drop}
    >
      <Text fw={600}>{t('imports.drop.title')}</Text>
      <Text size="sm" c="dimmed" maw={460} ta="center">
        {t('imports.drop.text')}
      </Text>
      <Group justify="center" mt="xs">
        <Button
          disabled={disabled}
          leftSection={<IconFile size={17} aria-hidden />}
          onClick={() => files.current?.click()}
        >
          {t('imports.drop.files')}
        </Button>
        <Button
          disabled={disabled}
          variant="default"
          leftSection={<IconFolder size={17} aria-hidden />}
          onClick={() => folder.current?.click()}
        >
          {t('imports.drop.folder')}
        </Button>
      </Group>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        onChange={pick}
        aria-label={t('imports.drop.label')}
        data-testid="files"
      />
      <input
        ref={folder}
        type="file"
        hidden
        onChange={pick}
        aria-label={t('imports.drop.folderLabel')}
        data-testid="folder"
        {...{ webkitdirectory: '' }}
      />
      {failed && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {t('imports.drop.failed')}
        </Text>
      )}
    </section>
  )
}
