import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { type ImportRow, type Output, sentenceOf } from '../../client.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { useChanging } from '../../queries.ts'
import { t } from '../../texts/texts.ts'

export type Undone = Output<'undo-import'>

/** Takes an import back, after asking; says beforehand what goes and what stays. */
export const UndoImport = ({
  row,
  name,
  files,
  onUndone,
}: {
  readonly row: ImportRow
  readonly name: string
  /** How many files were imported in the same go. */
  readonly files: number
  readonly onUndone: (result: Undone) => void
}) => {
  const [asking, setAsking] = useState(false)
  const [together, setTogether] = useState(false)
  const undo = useChanging('undo-import')
  const close = (): void => {
    if (undo.isPending) return
    setAsking(false)
    undo.reset()
  }
  const confirm = (): void =>
    undo.mutate(
      { id: row.id, together },
      {
        onSuccess: (result) => {
          setAsking(false)
          onUndone(result)
        },
      },
    )
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t('imports.undo.buttonOf', { file: name })}
        onClick={() => setAsking(true)}
      >
        {t('imports.undo.button')}
      </Button>
      <Modal
        opened={asking}
        onClose={close}
        title={t('imports.undo.ask', { file: name })}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <Stack gap="md">
          <Text size="sm">{t('imports.undo.explain')}</Text>
          {files > 1 && (
            <Checkbox
              checked={together}
              onChange={(event) => setTogether(event.currentTarget.checked)}
              label={t('imports.undo.together', { count: files - 1 })}
              disabled={undo.isPending}
            />
          )}
          {undo.isError && <ErrorNotice sentence={sentenceOf(undo.error)} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close} disabled={undo.isPending} data-autofocus>
              {t('imports.undo.keep')}
            </Button>
            <Button color="red.8" onClick={confirm} loading={undo.isPending}>
              {t('imports.undo.confirm')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  )
}

/** What came of an undo; said aloud to screen readers when it appears. */
export const UndoneNotice = ({ result }: { readonly result: Undone }) => (
  <Text className="surface" p="md" component="output">
    {t('imports.undo.done', {
      interactions: result.removed.interactions,
      people: result.removed.people,
      facts: result.removed.facts,
      ties: result.removed.ties,
    })}
    {result.kept > 0 && ` ${t('imports.undo.kept', { count: result.kept })}`}
  </Text>
)
