import { useElementSize } from '@mantine/hooks'
import { percent } from '../format.ts'
import { t } from '../texts/texts.ts'

type Props = {
  readonly curve: readonly { readonly said: number; readonly happened: number; readonly count: number }[]
}

const height = 260
const widest = 420
const margin = { top: 16, right: 18, bottom: 40, left: 52 }
const ticks = [0, 0.25, 0.5, 0.75, 1]

/** What a probability said against what happened: on the diagonal what is said comes true. */
export const CalibrationChart = ({ curve }: Props) => {
  const { ref, width: room } = useElementSize()
  const width = Math.min(room, widest)
  const x = (share: number): number => margin.left + share * Math.max(1, width - margin.left - margin.right)
  const y = (share: number): number => margin.top + (1 - share) * (height - margin.top - margin.bottom)
  const most = Math.max(1, ...curve.map((bin) => bin.count))
  const radius = (cases: number): number => 3 + 7 * Math.sqrt(cases / most)
  return (
    <div ref={ref}>
      {room > 0 && (
        <svg
          className="chart"
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={t('backtest.curveLabel', { count: curve.length })}
        >
          {ticks.map((tick) => (
            <g key={tick}>
              <line x1={x(0)} x2={x(1)} y1={y(tick)} y2={y(tick)} stroke="var(--kith-line)" />
              <text x={margin.left - 8} y={y(tick)} dy="0.32em" textAnchor="end">
                {percent(tick)}
              </text>
              <text x={x(tick)} y={height - margin.bottom + 18} textAnchor="middle">
                {percent(tick)}
              </text>
            </g>
          ))}
          <line
            x1={x(0)}
            y1={y(0)}
            x2={x(1)}
            y2={y(1)}
            stroke="var(--mantine-color-dimmed)"
            strokeDasharray="4 4"
          />
          {curve.map((bin) => (
            <circle
              key={bin.said}
              cx={x(bin.said)}
              cy={y(bin.happened)}
              r={radius(bin.count)}
              fill="var(--mantine-primary-color-filled)"
              fillOpacity={0.75}
            />
          ))}
          <text x={(x(0) + x(1)) / 2} y={height - 6} textAnchor="middle">
            {t('backtest.said')}
          </text>
          <text transform={`translate(12 ${(y(0) + y(1)) / 2}) rotate(-90)`} textAnchor="middle">
            {t('backtest.happened')}
          </text>
        </svg>
      )}
    </div>
  )
}
