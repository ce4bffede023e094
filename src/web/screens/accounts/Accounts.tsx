import { Skeleton, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { sentenceOf } from '../../client.ts'
import { EmptyNotice, ErrorNotice } from '../../components/Notice.tsx'
import { SampleNotice } from '../../components/SampleNotice.tsx'
import { tell } from '../../notify.tsx'
import { useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'
import { useWorkspace } from '../../workspace.ts'
import { AddAccount } from './AddAccount.tsx'
import { OneAccount } from './OneAccount.tsx'

/** How often is asked whether kith read something by itself, in milliseconds. */
const LOOK_MS = 10_000

const Connected = ({ fresh }: { readonly fresh: number | null }) => {
  const found = useReading('list-accounts', {}, { refetchInterval: LOOK_MS })
  if (found.isPending) return <Skeleton height={120} radius="lg" />
  if (found.isError)
    return <ErrorNotice sentence={sentenceOf(found.error)} onRetry={() => void found.refetch()} />
  if (found.data.accounts.length === 0)
    return <EmptyNotice title={t('accounts.none')}>{t('accounts.noneText')}</EmptyNotice>
  return (
    <Stack gap="sm" component="section" aria-label={t('accounts.list')}>
      <Title order={2}>{t('accounts.list')}</Title>
      <Stack gap="sm" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {found.data.accounts.map((account) => (
          <OneAccount key={account.id} account={account} begin={account.id === fresh} />
        ))}
      </Stack>
    </Stack>
  )
}

/** The accounts that kith keeps up with: what there is, how it went, and one more. */
export const Accounts = () => {
  const workspace = useWorkspace()
  const [fresh, setFresh] = useState<number | null>(null)
  return (
    <Stack gap={36}>
      <Stack gap="sm">
        <Title>{t('accounts.title')}</Title>
        <Text c="dimmed" maw={680}>
          {t('accounts.intro')}
        </Text>
      </Stack>
      {workspace === 'sample' ? (
        <SampleNotice text={t('accounts.sample')} />
      ) : (
        <>
          <Connected fresh={fresh} />
          <AddAccount
            onConnected={({ id, label }) => {
              tell(t('accounts.add.connected', { account: label }))
              setFresh(id)
            }}
          />
        </>
      )}
    </Stack>
  )
}
