import { Skeleton, Text } from '@mantine/core'
import { LineChart } from '../../charts/LineChart.tsx'
import { sentenceOf } from '../../client.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { Section } from '../../components/Section.tsx'
import { count, percent, significant, unbroken } from '../../format.ts'
import { useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'
import { AttentionCosts } from './AttentionCosts.tsx'

const tableRows = 12

/** What the time keeps up: worth rises with contacts, flattens, and may fall where there are too many. */
export const Attention = () => {
  const curve = useReading('attention-curve', {})
  if (curve.isPending) return <Skeleton height={300} radius="lg" />
  if (curve.isError)
    return <ErrorNotice sentence={sentenceOf(curve.error)} onRetry={() => void curve.refetch()} />
  const { points, user, peak, minutes, text, costs } = curve.data
  const every = Math.max(1, Math.ceil(points.length / tableRows))
  return (
    <Section title={t('worth.attention.title')}>
      <Text size="sm">{unbroken(text)}</Text>
      {points.length > 1 && (
        <>
          <LineChart
            points={points.map(({ contacts, probability }) => ({ x: contacts, y: probability }))}
            marks={[
              { x: user.contacts, text: t('worth.attention.you', { count: count(user.contacts) }) },
              {
                x: peak.contacts,
                text: t('worth.attention.peak', { count: count(peak.contacts) }),
                quiet: true,
              },
            ]}
            label={t('worth.attention.label', {
              minutes,
              contacts: user.contacts,
              share: percent(user.probability),
              peakContacts: peak.contacts,
              peakShare: percent(peak.probability),
            })}
            xTitle={t('worth.attention.axis')}
            xText={(x) => count(Math.round(x))}
          />
          <details className="more">
            <summary>{t('common.showAsTable')}</summary>
            <table className="facts-table numbers">
              <thead>
                <tr>
                  <th scope="col">{t('worth.attention.contacts')}</th>
                  <th scope="col">{t('worth.attention.kept')}</th>
                  <th scope="col" className="end">
                    {t('worth.attention.probability')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {points
                  .filter((_, at) => at % every === 0 || at === points.length - 1)
                  .map((point) => (
                    <tr key={point.contacts}>
                      <td>{count(point.contacts)}</td>
                      <td>{count(point.kept)}</td>
                      <td className="end">{percent(point.probability)}</td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </details>
        </>
      )}
      <Text size="xs" c="dimmed">
        {t(costs.assumed ? 'worth.attention.costs' : 'worth.attention.ownCosts', {
          costs: costs.layers.map(({ minutes: cost }) => significant(cost, 2)).join(', '),
          further: significant(costs.further, 2),
        })}
      </Text>
      {/* Numbers that were saved or reset begin a form of their own. */}
      <AttentionCosts key={JSON.stringify(costs)} costs={costs} />
    </Section>
  )
}
