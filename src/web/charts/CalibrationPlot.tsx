import { useElementSize } from '@mantine/hooks'
import { percent } from '../format.ts'
import { t } from '../texts/texts.ts'
import { Axes, Picture, frameOf, ticksUpTo } from './frame.tsx'

type Bin = { readonly count: number; readonly said: number; readonly happened: number }

const size = 240

/** What was said against what happened, a dot for each group of contacts; on the line means well said. */
export const CalibrationPlot = ({
  bins,
  label,
}: {
  readonly bins: readonly Bin[]
  readonly label: string
}) => {
  const { ref, width } = useElementSize()
  const end = Math.min(1, Math.max(0.05, ...bins.flatMap(({ said, happened }) => [said, happened])) * 1.1)
  const frame = frameOf(Math.min(width, 360), size, [0, end], [0, end])
  const ticks = ticksUpTo(end, 4).map((at) => ({ at, text: percent(at) }))
  const most = Math.max(1, ...bins.map(({ count }) => count))
  return (
    <div ref={ref}>
      {width > 0 && (
        <Picture frame={frame} label={label}>
          <Axes frame={frame} xTicks={ticks} yTicks={ticks} xTitle={t('outcomes.rates.said')} />
          <line
            x1={frame.x(0)}
            y1={frame.y(0)}
            x2={frame.x(end)}
            y2={frame.y(end)}
            stroke="var(--kith-mark)"
            strokeDasharray="3 4"
          />
          {bins.map(({ count, said, happened }) => (
            <circle
              key={`${said} ${happened}`}
              cx={frame.x(said)}
              cy={frame.y(happened)}
              r={3 + 5 * Math.sqrt(count / most)}
              fill="var(--kith-accent)"
              fillOpacity={0.75}
            />
          ))}
        </Picture>
      )}
    </div>
  )
}
