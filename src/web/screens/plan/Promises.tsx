import { SimpleGrid, Skeleton, Stack, Text } from '@mantine/core'
import { type Output, sentenceOf } from '../../client.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { PersonLink } from '../../components/PersonLink.tsx'
import { Section } from '../../components/Section.tsx'
import { When } from '../../components/When.tsx'
import { useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'

type Side = Output<'list-promises'>['owed']

const shownAtFirst = 8

const Side = ({
  title,
  none,
  rows,
}: {
  readonly title: string
  readonly none: string
  readonly rows: Side
}) => (
  <Stack gap={6} component="section" aria-label={title}>
    <Text fw={550} size="sm">
      {title}
    </Text>
    {rows.length === 0 && (
      <Text size="sm" c="dimmed">
        {none}
      </Text>
    )}
    <ul className="quiet-list">
      {rows.map(({ person, name, subject, at }) => (
        <li key={`${person} ${at}`}>
          <Text size="sm">
            <PersonLink of={{ person, name }} />
            {subject !== null && ` · ${subject}`}
          </Text>
          <Text size="xs" c="dimmed">
            <When at={at} />
          </Text>
        </li>
      ))}
    </ul>
  </Stack>
)

/** Conversations without an answer, on either side. */
export const Promises = () => {
  const promises = useReading('list-promises', { limit: shownAtFirst })
  if (promises.isPending) return <Skeleton height={140} radius="lg" />
  if (promises.isError)
    return <ErrorNotice sentence={sentenceOf(promises.error)} onRetry={() => void promises.refetch()} />
  const { owed, waiting } = promises.data
  return (
    <Section title={t('plan.promises')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl" className="plan-promises">
        <Side title={t('plan.owed')} none={t('plan.noneOwed')} rows={owed} />
        <Side title={t('plan.waiting')} none={t('plan.noneWaiting')} rows={waiting} />
      </SimpleGrid>
    </Section>
  )
}
