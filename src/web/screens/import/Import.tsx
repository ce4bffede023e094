import { Skeleton, Stack, Title } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { ErrorNotice } from '../../components/Notice.tsx'
import { SampleNotice } from '../../components/SampleNotice.tsx'
import { SourceGuides } from '../../components/SourceGuides.tsx'
import { sentenceOf } from '../../client.ts'
import { dismissImport } from '../../import-job.ts'
import { useReading } from '../../queries.ts'
import { useWorkspace } from '../../workspace.ts'
import { History } from './History.tsx'
import { ImportPanel } from './ImportPanel.tsx'
import { t } from '../../texts/texts.ts'

/** Brings more data in, says how to get it, and shows what was brought before. */
export const Import = () => {
  const navigate = useNavigate()
  const workspace = useWorkspace()
  const sources = useReading('list-sources', {})
  return (
    <Stack gap={36}>
      <Stack gap="lg">
        <Title>{t('imports.title')}</Title>
        {workspace === 'sample' ? (
          <SampleNotice text={t('imports.sampleStays')} />
        ) : (
          <ImportPanel
            onDone={() => {
              dismissImport()
              void navigate({ to: '/' })
            }}
          />
        )}
      </Stack>
      <History />
      {sources.isPending ? (
        <Skeleton height={240} radius="lg" />
      ) : sources.isError ? (
        <ErrorNotice sentence={sentenceOf(sources.error)} onRetry={() => void sources.refetch()} />
      ) : (
        <SourceGuides sources={sources.data.sources} />
      )}
    </Stack>
  )
}
