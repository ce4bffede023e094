import { Button, Checkbox, Group, Progress as Bar, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Output } from '../../client.ts'
import { AskFirst } from '../../components/AskFirst.tsx'
import { When } from '../../components/When.tsx'
import { tell, tellError } from '../../notify.tsx'
import { useChanging } from '../../queries.ts'
import { t } from '../../texts/texts.ts'
import { useSync } from './use-sync.ts'

export type Account = Output<'list-accounts'>['accounts'][number]

const Disconnect = ({ account }: { readonly account: Account }) => {
  const [removeData, setRemoveData] = useState(false)
  const disconnect = useChanging('disconnect-account')
  return (
    <AskFirst
      button={t('accounts.disconnect')}
      buttonLabel={t('accounts.disconnectOne', { account: account.label })}
      title={t('accounts.disconnectAsk', { account: account.label })}
      text={t('accounts.disconnectText')}
      really={t('accounts.disconnect')}
      working={disconnect.isPending}
      onConfirm={() =>
        disconnect.mutate(
          { account: String(account.id), removeData },
          {
            onError: tellError,
            onSuccess: ({ disconnected }) => tell(t('accounts.disconnected', { account: disconnected })),
          },
        )
      }
    >
      <Checkbox
        label={t('accounts.removeData')}
        checked={removeData}
        onChange={({ currentTarget: { checked } }) => setRemoveData(checked)}
      />
    </AskFirst>
  )
}

/** One account: how reading it went, with a way to read it now and to disconnect it. */
export const OneAccount = ({ account, begin }: { readonly account: Account; readonly begin: boolean }) => {
  const { running, progress, start, stop } = useSync(account.id, account.label)
  // One that was just connected is read at once.
  useEffect(() => {
    if (begin) void start()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when it is connected
  }, [begin])
  return (
    <Stack className="surface" p="md" gap={6} component="li">
      <Text fw={550} style={{ overflowWrap: 'anywhere' }}>
        {account.user}
      </Text>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {t(`accounts.kinds.${account.kind}`)}, {account.server}
      </Text>
      <Text size="sm">
        {t('accounts.lastRead')} <When at={account.lastSyncAt} none={t('accounts.notYet')} />
        {account.syncing && !running ? `. ${t('accounts.syncing')}` : ''}
      </Text>
      {account.problem !== null && !running && (
        <Text size="sm" c="red" component="output" display="block">
          {account.problem}
        </Text>
      )}
      {running && (
        <Stack gap={4} component="output">
          <Text size="sm">
            {progress?.step ?? t('accounts.reading', { account: account.label })}
            {progress === null || progress.total === null || progress.total === 0
              ? ''
              : `: ${t('accounts.progress', { done: progress.done, total: progress.total })}`}
          </Text>
          <Bar
            aria-label={t('accounts.reading', { account: account.label })}
            value={progress?.total ? (100 * progress.done) / progress.total : 100}
            animated={!progress?.total}
          />
        </Stack>
      )}
      <Group gap="xs">
        {running ? (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('accounts.stopOne', { account: account.label })}
            onClick={stop}
          >
            {t('accounts.stop')}
          </Button>
        ) : (
          <Button
            size="compact-sm"
            variant="default"
            disabled={account.syncing}
            aria-label={t('accounts.syncOne', { account: account.label })}
            onClick={() => void start()}
          >
            {t('accounts.sync')}
          </Button>
        )}
        <Disconnect account={account} />
      </Group>
    </Stack>
  )
}
