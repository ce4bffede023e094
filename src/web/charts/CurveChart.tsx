import { useElementSize } from '@mantine/hooks'
import { count, percent } from '../format.ts'
import { t } from '../texts/texts.ts'

type Props = {
  readonly curve: readonly { readonly contacts: number; readonly probability: number }[]
  /** Probability in [0, 1] that the goal asks for. */
  readonly confidence: number
  readonly have: number
  readonly needed: number | null
}

const height = 220
const margin = { top: 26, right: 18, bottom: 38, left: 46 }

/** Whole numbers at even, round distances from 0 to at most `end`. */
const ticksUpTo = (end: number, wanted: number): number[] => {
  const raw = Math.max(1, end / wanted)
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= raw) ?? raw
  return Array.from({ length: Math.floor(end / step) + 1 }, (_, at) => at * step)
}

/** Probability of a goal with one's n best contacts, with marks for what one has and what is enough. */
export const CurveChart = ({ curve, confidence, have, needed }: Props) => {
  const { ref, width } = useElementSize()
  const end = Math.max(10, needed ?? 0, curve.at(-1)?.contacts ?? 0)
  const inner = {
    width: Math.max(1, width - margin.left - margin.right),
    height: height - margin.top - margin.bottom,
  }
  const x = (contacts: number): number => margin.left + (contacts / end) * inner.width
  const y = (probability: number): number => margin.top + (1 - probability) * inner.height
  const line = curve
    .map((point) => `${x(point.contacts).toFixed(1)},${y(point.probability).toFixed(1)}`)
    .join(' ')
  const enough = needed === null ? t('charts.curveOutOfReach') : t('charts.curveEnough', { count: needed })
  const label = t('charts.curveLabel', { have: t('common.contacts', { count: have }), enough })
  // The two labels change sides where they would lie on one another.
  const haveAnchor = x(have) > width * 0.6 ? 'end' : 'start'
  const neededAnchor = needed !== null && x(needed) > width * 0.6 ? 'end' : 'start'
  const haveShift = haveAnchor === 'end' ? -6 : 6
  const neededShift = neededAnchor === 'end' ? -6 : 6

  return (
    <div ref={ref}>
      {width > 0 && (
        <svg
          className="chart"
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={label}
        >
          {[0, 0.5, 1].map((tick) => (
            <g key={tick}>
              <line
                x1={margin.left}
                x2={width - margin.right}
                y1={y(tick)}
                y2={y(tick)}
                stroke="var(--kith-line)"
              />
              <text x={margin.left - 8} y={y(tick)} dy="0.32em" textAnchor="end">
                {percent(tick)}
              </text>
            </g>
          ))}
          {ticksUpTo(end, width < 420 ? 4 : 7).map((tick) => (
            <text key={tick} x={x(tick)} y={height - margin.bottom + 16} textAnchor="middle">
              {count(tick)}
            </text>
          ))}
          <text x={width - margin.right} y={height - 4} textAnchor="end">
            {t('charts.curveAxis')}
          </text>
          <line
            x1={margin.left}
            x2={width - margin.right}
            y1={y(confidence)}
            y2={y(confidence)}
            stroke="var(--kith-mark)"
            strokeDasharray="2 4"
          />
          <text x={margin.left + 4} y={y(confidence) - 5}>
            {t('charts.curveWanted', { share: percent(confidence) })}
          </text>
          <polyline
            points={line}
            fill="none"
            stroke="var(--kith-accent)"
            strokeWidth={2.25}
            strokeLinejoin="round"
          />
          <line x1={x(have)} x2={x(have)} y1={margin.top} y2={y(0)} stroke="var(--kith-accent)" />
          <text
            x={x(have) + haveShift}
            y={margin.top - 12}
            textAnchor={haveAnchor}
            style={{ fill: 'var(--kith-accent)', fontWeight: 600 }}
          >
            {t('charts.curveHave', { count: have })}
          </text>
          {needed !== null && (
            <>
              <line
                x1={x(needed)}
                x2={x(needed)}
                y1={margin.top}
                y2={y(0)}
                stroke="var(--mantine-color-text)"
                strokeDasharray="4 3"
              />
              <text
                x={x(needed) + neededShift}
                y={y(0) - 8}
                textAnchor={neededAnchor}
                style={{ fill: 'var(--mantine-color-text)' }}
              >
                {t('charts.curveNeeded', { count: needed })}
              </text>
            </>
          )}
        </svg>
      )}
    </div>
  )
}
