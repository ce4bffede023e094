import { Anchor, Skeleton, Stack, Text, useComputedColorScheme } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { memo, useMemo } from 'react'
import { QuadrantPlot } from '../../charts/QuadrantPlot.tsx'
import { type Field, closenessBorder, pointsOf } from '../../charts/quadrant.ts'
import { sentenceOf } from '../../client.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { ScrollX } from '../../components/ScrollX.tsx'
import { count } from '../../format.ts'
import { useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'
import { type PeopleFilters, withoutGaps } from './people-search.ts'

/** The plot of everybody, and the same in words. */
type Props = {
  readonly filters: PeopleFilters
  readonly onNarrow: (filters: PeopleFilters) => void
  /** Not before the table has its rows: everybody as a point takes kith longer than the first of them as a row. */
  readonly wanted: boolean
}

/** The filters that leave a field of the plot. */
const filtersOfField = (field: Field, border: number): PeopleFilters =>
  field === 'unknown'
    ? { calibre: 'unknown' }
    : {
        ...(field === 'allies' || field === 'deepen' ? { calibreFrom: border } : { calibreTo: border }),
        ...(field === 'allies' || field === 'companions'
          ? { closenessFrom: closenessBorder }
          : { closenessTo: closenessBorder }),
      }

/** Drawn anew only for other people or filters: the table below it tells of each page it loads. */
export const QuadrantSection = memo(({ filters, onNarrow, wanted }: Props) => {
  const plot = useReading('plot-people', {}, { enabled: wanted })
  const theme = useComputedColorScheme('light')
  const navigate = useNavigate()
  const points = useMemo(() => (plot.data === undefined ? [] : pointsOf(plot.data.marks)), [plot.data])
  if (plot.isPending) return <Skeleton height={340} radius="lg" />
  if (plot.isError)
    return <ErrorNotice sentence={sentenceOf(plot.error)} onRetry={() => void plot.refetch()} />
  const { total, calibreBorder, fields } = plot.data
  if (total === 0) return null
  return (
    <Stack
      className="surface"
      p={{ base: 'sm', sm: 'md' }}
      gap={0}
      pos="relative"
      component="section"
      aria-label={t('people.fields.label')}
    >
      <QuadrantPlot
        people={points}
        total={total}
        border={calibreBorder}
        theme={theme}
        marked={filters}
        onBrush={({ closeness, calibre }) => {
          // The box takes the place of whatever either axis was narrowed to before.
          onNarrow(
            withoutGaps({
              ...filters,
              closenessFrom: closeness[0],
              closenessTo: closeness[1],
              calibreFrom: calibre?.[0],
              calibreTo: calibre?.[1],
              calibre: calibre === null ? 'unknown' : undefined,
            }) as PeopleFilters,
          )
        }}
        onOpen={(id) => void navigate({ to: '/people/$who', params: { who: String(id) } })}
      />
      <details className="more quadrant-more">
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
              {fields.map(({ field, people, best }) => (
                <tr key={field}>
                  <th scope="row">
                    {field === 'unknown' ? t('people.fields.unknown') : t(`charts.field.${field}`)}
                    <Text size="xs" c="dimmed">
                      {t(`people.fields.meaning.${field}`)}
                    </Text>
                  </th>
                  <td>
                    <Anchor
                      component="button"
                      type="button"
                      size="sm"
                      aria-label={`${count(people)}: ${t('people.fields.showIn')}`}
                      onClick={() => onNarrow(filtersOfField(field, calibreBorder))}
                    >
                      {count(people)}
                    </Anchor>
                  </td>
                  <td>
                    {best.map((person, at) => (
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
      <Text size="xs" c="dimmed" visibleFrom="sm" className="quadrant-hint">
        {t('people.fields.brush')}
      </Text>
    </Stack>
  )
})
QuadrantSection.displayName = 'QuadrantSection'
