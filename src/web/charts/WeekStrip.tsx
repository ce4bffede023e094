import { useElementSize } from '@mantine/hooks'
import { shortDate } from '../format.ts'
import { type Week, columnOf, shadeOf, yearRows } from './weeks.ts'
import { t } from '../texts/texts.ts'

const shades = [
  'var(--kith-faint)',
  'var(--kith-accent-faint)',
  'color-mix(in srgb, var(--kith-accent-mid) 60%, var(--kith-accent-faint))',
  'var(--kith-accent-mid)',
  'var(--kith-accent)',
]
const left = 40
const gap = 2

const words = (start: number, week: Week | null): string => {
  const of = t('charts.weekOf', { date: shortDate(new Date(start).toISOString()) })
  if (week === null) return t('charts.weekSilent', { week: of })
  return t('charts.weekContact', { week: of, out: week.out, in: week.in, together: week.together })
}

/** Contact by week, a row a year, darker where there was more. */
export const WeekStrip = ({ weeks, now }: { readonly weeks: readonly Week[]; readonly now: number }) => {
  const { ref, width } = useElementSize()
  const rows = yearRows(weeks, now)
  const most = Math.max(0, ...rows.flatMap(({ cells }) => cells.map(({ total }) => total)))
  const cell = Math.max(3, Math.min(16, (width - left) / 53 - gap))
  const rowHeight = Math.max(12, cell) + 4
  const oldest = rows.at(-1)?.year
  const newest = rows[0]?.year
  const label = t('charts.weeksLabel', {
    oldest: String(oldest),
    newest: String(newest),
    count: weeks.length,
    most,
  })
  return (
    <div ref={ref}>
      {width > 0 && (
        <svg
          className="chart"
          width={width}
          height={rows.length * rowHeight}
          viewBox={`0 0 ${width} ${rows.length * rowHeight}`}
          role="img"
          aria-label={label}
        >
          {rows.map(({ year, cells }, at) => (
            <g key={year} transform={`translate(0 ${at * rowHeight})`}>
              <text x={0} y={rowHeight / 2 - 2} dy="0.32em">
                {year}
              </text>
              {cells.map(({ start, total, week }) => (
                <rect
                  key={start}
                  x={left + columnOf(start) * (cell + gap)}
                  y={0}
                  width={cell}
                  height={rowHeight - 4}
                  rx={Math.min(2.5, cell / 3)}
                  fill={shades[shadeOf(total, most)]}
                >
                  <title>{words(start, week)}</title>
                </rect>
              ))}
            </g>
          ))}
        </svg>
      )}
    </div>
  )
}
