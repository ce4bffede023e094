import { Stack, Text, Title } from '@mantine/core'
import { CurveChart } from '../../charts/CurveChart.tsx'
import type { GoalWorth, Worth } from '../../client.ts'
import { count, percent } from '../../format.ts'
import { goalText } from '../../words.ts'
import { t } from '../../texts/texts.ts'

/** Rows of the table behind the chart, at the most. */
const tableRows = 12

/** How the probability grows with the number of contacts, as a chart and as a table. */
export const CurveSection = ({ worth, first }: { readonly worth: Worth; readonly first: GoalWorth }) => {
  const step = Math.max(1, Math.ceil(worth.curve.length / tableRows))
  const rows = worth.curve.filter((_, at) => at % step === 0 || at === worth.curve.length - 1)
  return (
    <Stack className="surface" p="lg" gap="sm" component="section" aria-label={t('overview.curve.label')}>
      <div>
        <Title order={2}>{t('overview.curve.title')}</Title>
        <Text size="sm" c="dimmed">
          {t('overview.curve.text', { goal: goalText(first.goal) })}
        </Text>
      </div>
      <CurveChart
        curve={worth.curve}
        confidence={first.goal.confidence / 100}
        have={first.have}
        needed={first.needed}
      />
      <details className="more">
        <summary>{t('common.showAsTable')}</summary>
        <table className="facts-table numbers">
          <thead>
            <tr>
              <th scope="col">{t('overview.curve.counted')}</th>
              <th scope="col" className="end">
                {t('overview.curve.probability')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ contacts, probability }) => (
              <tr key={contacts}>
                <td>{count(contacts)}</td>
                <td className="end">{percent(probability)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Stack>
  )
}
