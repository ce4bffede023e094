import { Skeleton, Text } from '@mantine/core'
import { type Output, sentenceOf } from '../../client.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { PersonLink } from '../../components/PersonLink.tsx'
import { Section } from '../../components/Section.tsx'
import { When } from '../../components/When.tsx'
import { shortDate } from '../../format.ts'
import { useLastVisit } from '../../last-visit.ts'
import { useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'

type Change = Output<'list-changes'>['changes'][number]

const shown = 6
const lookedAt = 200

const OneChange = ({ change: { person, title, text, at } }: { readonly change: Change }) => (
  <li>
    <Text size="sm">{person === null ? title : <PersonLink of={{ id: person, name: title }} />}</Text>
    <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
      {text}, <When at={at} />
    </Text>
  </li>
)

/** What came in and who moved since the user was here last; on the first visit, in the last 90 days. */
export const SinceLast = () => {
  const { first, since } = useLastVisit()
  const found = useReading('list-changes', { limit: lookedAt })
  if (found.isPending) return <Skeleton height={120} radius="lg" />
  if (found.isError)
    return <ErrorNotice sentence={sentenceOf(found.error)} onRetry={() => void found.refetch()} />
  const changes = found.data.changes.filter(({ at }) => Date.parse(at) >= since)
  const date = shortDate(new Date(since).toISOString())
  return (
    <Section title={t(first ? 'overview.since.first' : 'overview.since.title', { date })}>
      {changes.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('overview.since.none')}
        </Text>
      )}
      {changes.length > 0 && (
        <ul className="quiet-list">
          {changes.slice(0, shown).map((change) => (
            <OneChange key={change.id} change={change} />
          ))}
        </ul>
      )}
      {changes.length > shown && (
        <details className="more">
          <summary>{t('overview.since.more', { count: changes.length - shown })}</summary>
          <ul className="quiet-list">
            {changes.slice(shown).map((change) => (
              <OneChange key={change.id} change={change} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  )
}
