import { Skeleton, Text } from '@mantine/core'
import { TimeChart } from '../../charts/TimeChart.tsx'
import { sentenceOf } from '../../client.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { Section } from '../../components/Section.tsx'
import { When } from '../../components/When.tsx'
import { count, percentOrUnknown } from '../../format.ts'
import { useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'

const rowsShown = 12

/** How the worth has moved, a point for each import or change that moved it. */
export const WorthHistory = () => {
  const history = useReading('worth-history', {})
  if (history.isPending) return <Skeleton height={240} radius="lg" />
  if (history.isError)
    return <ErrorNotice sentence={sentenceOf(history.error)} onRetry={() => void history.refetch()} />
  const points = history.data.points.filter(({ worth }) => worth !== null)
  const [first] = points
  const last = points.at(-1)
  return (
    <Section title={t('worth.history.title')}>
      {first === undefined || last === undefined ? (
        <Text size="sm" c="dimmed">
          {t('worth.history.none')}
        </Text>
      ) : (
        <>
          {points.length === 1 && (
            <Text size="sm" c="dimmed">
              {t('worth.history.none')}
            </Text>
          )}
          {points.length > 1 && (
            <TimeChart
              points={points.map(({ takenAt, worth }) => ({ x: Date.parse(takenAt), y: worth ?? 0 }))}
              label={t('worth.history.label', {
                first: percentOrUnknown(first.worth),
                last: percentOrUnknown(last.worth),
              })}
              height={180}
            />
          )}
          <details className="more">
            <summary>{t('common.showAsTable')}</summary>
            <table className="facts-table numbers">
              <thead>
                <tr>
                  <th scope="col">{t('worth.history.when')}</th>
                  <th scope="col">{t('worth.history.contacts')}</th>
                  <th scope="col">{t('worth.history.counting')}</th>
                  <th scope="col" className="end">
                    {t('worth.history.worth')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {points
                  .slice(-rowsShown)
                  .toReversed()
                  .map((point) => (
                    <tr key={point.takenAt}>
                      <th scope="row">
                        <When at={point.takenAt} />
                      </th>
                      <td>{count(point.contacts)}</td>
                      <td>{count(point.counting)}</td>
                      <td className="end">{percentOrUnknown(point.worth)}</td>
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
