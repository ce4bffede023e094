import { Skeleton, Stack, Text, useComputedColorScheme } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { QuadrantPlot } from '../../charts/QuadrantPlot.tsx'
import { fields, groupByField } from '../../charts/quadrant.ts'
import { sentenceOf } from '../../client.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { ScrollX } from '../../components/ScrollX.tsx'
import { count } from '../../format.ts'
import { useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'

const namedPerField = 3

/** The plot of everybody, and the same in words. */
export const QuadrantSection = () => {
  const plot = useReading('plot-people', {})
  const theme = useComputedColorScheme('light')
  const navigate = useNavigate()
  if (plot.isPending) return <Skeleton height={400} radius="lg" />
  if (plot.isError)
    return <ErrorNotice sentence={sentenceOf(plot.error)} onRetry={() => void plot.refetch()} />
  if (plot.data.people.length === 0) return null
  const groups = groupByField(plot.data.people)
  return (
    <Stack
      className="surface"
      p={{ base: 'sm', sm: 'lg' }}
      gap="xs"
      component="section"
      aria-label={t('people.fields.label')}
    >
      <QuadrantPlot
        people={plot.data.people}
        theme={theme}
        onOpen={(id) => void navigate({ to: '/people/$who', params: { who: String(id) } })}
      />
      <details className="more">
        <summary>{t('people.fields.show')}</summary>
        <ScrollX label={t('people.fields.table')}>
          <table className="facts-table numbers">
            <thead>
              <tr>
                <th scope="col">{t('people.fields.field')}</th>
                <th scope="col">{t('people.title')}</th>
                <th scope="col">{t('people.fields.best')}</th>
              </tr>
            </thead>
            <tbody>
              {([...fields, 'unknown'] as const).map((field) => (
                <tr key={field}>
                  <th scope="row">
                    {field === 'unknown' ? t('people.fields.unknown') : t(`charts.field.${field}`)}
                    <Text size="xs" c="dimmed">
                      {t(`people.fields.meaning.${field}`)}
                    </Text>
                  </th>
                  <td>{count(groups[field].length)}</td>
                  <td>
                    {groups[field].slice(0, namedPerField).map((person, at) => (
                      <span key={person.id}>
                        {at > 0 && ', '}
                        <Link to="/people/$who" params={{ who: String(person.id) }}>
                          {person.name}
                        </Link>
                      </span>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollX>
      </details>
    </Stack>
  )
}
