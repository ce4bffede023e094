import { Group, Skeleton, Text } from '@mantine/core'
import { TimeChart } from '../../charts/TimeChart.tsx'
import { type Output, sentenceOf } from '../../client.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { Section } from '../../components/Section.tsx'
import { When } from '../../components/When.tsx'
import { count, percent, percentOrUnknown } from '../../format.ts'
import { useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'

type Trend = Output<'get-closeness-trend'>

const moved = ({ kind, before }: Trend['trend']): string =>
  kind === 'warming' || kind === 'cooling'
    ? t(`person.trend.${kind}`, { before: percentOrUnknown(before) })
    : t(before === null ? 'person.trend.new' : 'person.trend.steady')

const Words = ({ shown: { closeness, low, high, trend, starts } }: { readonly shown: Trend }) => (
  <Group gap="4px 16px">
    <Text size="sm">
      {t('person.trend.likely', { value: percent(closeness), low: percent(low), high: percent(high) })}
    </Text>
    <Text size="sm">{moved(trend)}</Text>
    {trend.overdue !== null && trend.overdue.level !== null && (
      <Text size="sm">
        {t('person.trend.overdue', {
          count: Math.round(trend.overdue.gapDays),
          usual: count(Math.max(1, Math.round(trend.overdue.meanGapDays))),
        })}
      </Text>
    )}
    {starts.you + starts.them > 0 && (
      <Text size="sm">{t('person.trend.starts', { you: count(starts.you), them: count(starts.them) })}</Text>
    )}
  </Group>
)

/** How alive the tie was over the last year, as a line and as a table, and where it is heading. */
export const ClosenessOverTime = ({ id }: { readonly id: number }) => {
  const found = useReading('get-closeness-trend', { who: String(id) })
  if (found.isPending) return <Skeleton height={200} radius="lg" />
  if (found.isError)
    return <ErrorNotice sentence={sentenceOf(found.error)} onRetry={() => void found.refetch()} />
  const known = found.data.points.flatMap(({ at, closeness }) =>
    closeness === null ? [] : [{ at, x: Date.parse(at), y: closeness }],
  )
  const first = known[0]
  const last = known.at(-1)
  return (
    <Section title={t('person.trend.title')}>
      <Words shown={found.data} />
      {first === undefined || last === undefined || known.length < 2 ? (
        <Text size="sm" c="dimmed">
          {t('person.trend.none')}
        </Text>
      ) : (
        <>
          <TimeChart
            points={known}
            label={t('person.trend.label', {
              name: found.data.name,
              first: percent(first.y),
              last: percent(last.y),
            })}
            height={150}
          />
          <details className="more no-print">
            <summary>{t('common.showAsTable')}</summary>
            <table className="facts-table numbers">
              <thead>
                <tr>
                  <th scope="col">{t('person.facts.when')}</th>
                  <th scope="col" className="end">
                    {t('words.closeness')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {known.toReversed().map(({ at, y }) => (
                  <tr key={at}>
                    <th scope="row">
                      <When at={at} />
                    </th>
                    <td className="end">{percent(y)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </Section>
  )
}
