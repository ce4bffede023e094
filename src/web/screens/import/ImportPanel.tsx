import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { DropZone } from '../../components/DropZone.tsx'
import { ImportProgress } from '../../components/ImportProgress.tsx'
import { ImportResult } from '../../components/ImportResult.tsx'
import { ErrorNotice } from '../../components/Notice.tsx'
import { cancelImport, dismissImport, importPath, importPicked, useImportJob } from '../../import-job.ts'
import { ConfirmMe } from './ConfirmMe.tsx'
import { t } from '../../texts/texts.ts'

/** For what is too large to hand over, or lies where the browser does not look. */
const PathForm = () => {
  const [path, setPath] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (path.trim() !== '') void importPath(path.trim())
  }
  return (
    <details className="more">
      <summary>{t('imports.path.summary')}</summary>
      <form onSubmit={submit}>
        <Group align="flex-end" mt="xs">
          <TextInput
            label={t('imports.path.label')}
            description={t('imports.path.description')}
            placeholder={t('imports.path.placeholder')}
            value={path}
            onChange={(event) => setPath(event.currentTarget.value)}
            style={{ flex: '1 1 260px' }}
          />
          <Button type="submit" variant="default">
            {t('imports.path.read')}
          </Button>
        </Group>
      </form>
    </details>
  )
}

/** From files to a result: the drop zone, the progress, what came of it, and who the user is. */
export const ImportPanel = ({ onDone }: { readonly onDone: () => void }) => {
  const job = useImportJob()
  if (job.state === 'running') return <ImportProgress job={job} onCancel={cancelImport} />
  if (job.state === 'done')
    return (
      <Stack gap="md">
        <ImportResult report={job.report} />
        <ConfirmMe report={job.report} onDone={onDone} />
        <Group>
          <Button variant="default" onClick={dismissImport}>
            {t('imports.more')}
          </Button>
        </Group>
      </Stack>
    )
  return (
    <Stack gap="md">
      {job.state === 'failed' && <ErrorNotice sentence={job.sentence} />}
      {job.state === 'cancelled' && (
        <Text className="surface" p="md" component="output">
          {t('imports.cancelled')}
        </Text>
      )}
      <DropZone disabled={false} onFiles={(files) => void importPicked(files)} />
      <PathForm />
    </Stack>
  )
}
