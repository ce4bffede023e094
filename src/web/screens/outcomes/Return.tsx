import { SegmentedControl, Skeleton, Text } from '@mantine/core'
import { useState } from 'react'
import { type Output, sentenceOf } from '../../client.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { ScrollX } from '../../components/ScrollX.tsx'
import { Section } from '../../components/Section.tsx'
import { amount, count, decimal } from '../../format.ts'
import { useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'

const views = ['people', 'organisations', 'channels', 'playbooks'] as const
type View = (typeof views)[number]
const rowsShown = 15

const Rows = ({ rows }: { readonly rows: Output<'get-return'>['people'] }) => (
  <ScrollX label={t('outcomes.return.table')}>
    <table className="facts-table numbers">
      <thead>
        <tr>
          <th scope="col">{t('outcomes.return.name')}</th>
          <th scope="col">{t('outcomes.return.outcomes')}</th>
          <th scope="col">{t('outcomes.value')}</th>
          <th scope="col">{t('outcomes.return.hours')}</th>
          <th scope="col" className="end">
            {t('outcomes.return.perHour')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, rowsShown).map((row) => (
          <tr key={row.name}>
            <th scope="row">{row.name}</th>
            <td>{count(row.outcomes)}</td>
            <td>{row.value === 0 ? '' : amount(row.value)}</td>
            <td>{decimal(row.minutes / 60, 1)}</td>
            <td className="end">{row.perHour === null ? '' : decimal(row.perHour, 2)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollX>
)

/** What came of the time: by person, organisation, channel and playbook. */
export const Return = () => {
  const [view, setView] = useState<View>('people')
  const result = useReading('get-return', {})
  if (result.isPending) return <Skeleton height={240} radius="lg" />
  if (result.isError)
    return <ErrorNotice sentence={sentenceOf(result.error)} onRetry={() => void result.refetch()} />
  // Mail and playbooks that brought nothing say where the time went; a list of people who brought nothing says naught.
  const rows =
    view === 'people' || view === 'organisations'
      ? result.data[view].filter(({ outcomes }) => outcomes > 0)
      : result.data[view]
  const nothing = view === 'playbooks' ? 'noPlaybooks' : result.data.total.outcomes === 0 ? 'noneYet' : 'none'
  return (
    <Section title={t('outcomes.return.title')}>
      <Text size="sm">{result.data.text}</Text>
      <SegmentedControl
        aria-label={t('outcomes.return.by')}
        size="xs"
        value={view}
        onChange={(value) => setView(views.find((one) => one === value) ?? 'people')}
        data={views.map((value) => ({ value, label: t(`outcomes.return.${value}`) }))}
        style={{ alignSelf: 'flex-start' }}
      />
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t(`outcomes.return.${nothing}`)}
        </Text>
      ) : (
        <Rows rows={rows} />
      )}
    </Section>
  )
}
