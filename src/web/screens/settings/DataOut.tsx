import { Button, FileButton, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core'
import { IconDatabaseExport, IconDownload, IconUpload } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { type Input, call, fetchFile, sentenceOf, upload } from '../../client.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { Section } from '../../components/Section.tsx'
import { saveFile } from '../../components/save-file.ts'
import { shortDate } from '../../format.ts'
import { useNow } from '../../now.ts'
import { newKey } from '../../new-key.ts'
import { tell, tellError } from '../../notify.tsx'
import { queryClient } from '../../queries.ts'
import { t } from '../../texts/texts.ts'
import { useWorkspace } from '../../workspace.ts'

type Format = NonNullable<Input<'export-network'>['format']>
const formats = ['csv', 'json', 'vcard', 'graphml', 'gexf', 'parquet'] as const satisfies readonly Format[]

/** Runs something that takes a while, and says what went wrong. */
const useWork = () => {
  const [busy, setBusy] = useState(false)
  const run = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true)
    try {
      await work()
    } catch (error) {
      tellError(error)
    } finally {
      setBusy(false)
    }
  }
  return { busy, run }
}

const Export = () => {
  const [format, setFormat] = useState<Format>('csv')
  const { busy, run } = useWork()
  const save = (): Promise<void> =>
    run(async () => {
      const { name, content } = await fetchFile('export-network', { format })
      saveFile(name, content.type, content)
    })
  return (
    <Group align="flex-end" gap="sm">
      <NativeSelect
        label={t('settings.out.format')}
        description={t(`settings.out.formatText.${format}`)}
        value={format}
        data={formats.map((each) => ({ value: each, label: t(`settings.out.formats.${each}`) }))}
        onChange={({ currentTarget: { value } }) =>
          setFormat(formats.find((each) => each === value) ?? 'csv')
        }
        style={{ flex: '1 1 260px' }}
      />
      <Button
        size="sm"
        variant="default"
        loading={busy}
        leftSection={<IconDownload size={16} stroke={1.7} aria-hidden />}
        onClick={() => void save()}
      >
        {t('settings.out.export')}
      </Button>
    </Group>
  )
}

const Backup = () => {
  const { busy, run } = useWork()
  const now = useNow()
  const save = (): Promise<void> =>
    run(async () => {
      const { content } = await fetchFile('backup-database', {})
      saveFile(`kith-${new Date(now).toISOString().slice(0, 10)}.backup`, content.type, content)
    })
  return (
    <Button
      size="sm"
      variant="default"
      loading={busy}
      leftSection={<IconDatabaseExport size={16} stroke={1.7} aria-hidden />}
      onClick={() => void save()}
    >
      {t('settings.out.backup')}
    </Button>
  )
}

/** Brings a backup back, after saying what goes. */
const Restore = () => {
  const [file, setFile] = useState<File | null>(null)
  const [working, setWorking] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const reset = useRef<() => void>(null)
  const close = (): void => {
    if (working) return
    setFile(null)
    setFailure(null)
    reset.current?.()
  }
  const restore = async (): Promise<void> => {
    if (file === null) return
    setWorking(true)
    setFailure(null)
    try {
      const folder = await upload(newKey(), 'kith.backup', file, () => {}, new AbortController().signal)
      const held = await call('restore-backup', { paths: [`${folder}/kith.backup`], replace: true })
      await queryClient.resetQueries()
      setFile(null)
      tell(
        t('settings.out.restored', {
          people: t('common.people', { count: held.people }),
          interactions: t('common.interactions', { count: held.interactions }),
        }),
      )
    } catch (error) {
      setFailure(sentenceOf(error))
    } finally {
      setWorking(false)
    }
  }
  return (
    <>
      <FileButton onChange={setFile} resetRef={reset}>
        {(props) => (
          <Button
            size="sm"
            variant="default"
            leftSection={<IconUpload size={16} stroke={1.7} aria-hidden />}
            {...props}
          >
            {t('settings.out.restore')}
          </Button>
        )}
      </FileButton>
      <Modal
        opened={file !== null}
        onClose={close}
        title={t('settings.out.restoreAsk', { file: file?.name ?? '' })}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <Stack gap="md">
          <Text size="sm">
            {t('settings.out.restoreText', {
              date: file === null ? '' : shortDate(new Date(file.lastModified).toISOString()),
            })}
          </Text>
          {failure !== null && <ErrorNotice sentence={failure} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close} disabled={working} data-autofocus>
              {t('common.cancel')}
            </Button>
            <Button color="red.8" loading={working} onClick={() => void restore()}>
              {t('settings.out.restoreReally')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  )
}

/** The ways out: exports for other programs, a copy of everything, and that copy back. */
export const DataOut = () => {
  const sample = useWorkspace() === 'sample'
  return (
    <Section id="export" title={t('settings.out.title')}>
      <Export />
      <Text size="sm" c="dimmed">
        {t('settings.out.backupText')}
      </Text>
      {sample ? (
        <Text size="sm">{t('settings.out.sample')}</Text>
      ) : (
        <Group gap="sm">
          <Backup />
          <Restore />
        </Group>
      )}
    </Section>
  )
}
