import { Button, Divider, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { sentenceOf } from '../../client.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { SourceGuides } from '../../components/SourceGuides.tsx'
import icon from '../../icon.svg'
import { dismissImport, loadSample, useImportJob } from '../../import-job.ts'
import { useReading } from '../../queries.ts'
import { useWorkspace } from '../../workspace.ts'
import { ImportPanel } from '../import/ImportPanel.tsx'
import { t } from '../../texts/texts.ts'

/** The first screen of an empty database: what kith does, and the two ways to begin. */
export const FirstRun = () => {
  const navigate = useNavigate()
  const workspace = useWorkspace()
  const job = useImportJob()
  const sources = useReading('list-sources', {})
  const status = useReading('get-status', {})
  const toOverview = (): void => {
    dismissImport()
    void navigate({ to: '/' })
  }
  const trySample = async (): Promise<void> => {
    if (await loadSample(workspace)) toOverview()
  }
  const beginning = job.state !== 'running' && job.state !== 'done'
  return (
    <Stack gap={36} maw={720} mx="auto" pt={{ base: 8, sm: 32 }}>
      <Stack gap="md">
        <Group gap={12}>
          <img src={icon} alt="" width={36} height={36} />
          <Text fz={22} fw={650}>
            kith
          </Text>
        </Group>
        <Title>{t('welcome.question')}</Title>
        <Text size="lg">{t('welcome.text')}</Text>
        <Text size="sm" c="dimmed">
          {t('welcome.stays')}
        </Text>
      </Stack>
      <ImportPanel onDone={toOverview} />
      {beginning && (
        <>
          <Divider label={t('welcome.or')} />
          <Group justify="space-between" className="surface" p="lg">
            <div style={{ flex: '1 1 280px' }}>
              <Text fw={600}>{t('welcome.look')}</Text>
              <Text size="sm" c="dimmed">
                {t('welcome.lookText')}
              </Text>
            </div>
            <Button variant="default" onClick={() => void trySample()}>
              {t('welcome.try')}
            </Button>
          </Group>
          {status.data?.empty === false && (
            <Group>
              <Button variant="default" onClick={toOverview}>
                {t('shell.goToOverview')}
              </Button>
            </Group>
          )}
          {sources.isPending && <Skeleton height={240} radius="lg" />}
          {sources.isError && (
            <ErrorNotice sentence={sentenceOf(sources.error)} onRetry={() => void sources.refetch()} />
          )}
          {sources.isSuccess && <SourceGuides sources={sources.data.sources} />}
        </>
      )}
    </Stack>
  )
}
