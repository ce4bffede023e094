import { useElementSize } from '@mantine/hooks'
import { count, shortDate } from '../format.ts'
import { t } from '../texts/texts.ts'
import { Axes, Picture, frameOf, ticksUpTo } from './frame.tsx'

type Window = {
  readonly end: string
  readonly expected: number
  readonly low: number
  readonly high: number
  readonly happened: number
}

const height = 200

/** Period by period: the range that was expected as a bar, what happened as a dot. */
export const ExpectedPlot = ({
  windows,
  label,
}: {
  readonly windows: readonly Window[]
  readonly label: string
}) => {
  const { ref, width } = useElementSize()
  const top = Math.max(1, ...windows.flatMap(({ high, happened }) => [high, happened]))
  const frame = frameOf(width, height, [-0.6, windows.length - 0.4], [0, top * 1.08])
  const every = Math.max(1, Math.ceil(windows.length / (width < 480 ? 3 : 7)))
  return (
    <div ref={ref}>
      {width > 0 && (
        <Picture frame={frame} label={label}>
          <Axes
            frame={frame}
            xTicks={windows.flatMap(({ end }, at) =>
              at % every === 0 ? [{ at, text: shortDate(end) }] : [],
            )}
            yTicks={ticksUpTo(top, 4).map((at) => ({ at, text: count(at) }))}
            xTitle={t('outcomes.rates.to')}
          />
          {windows.map(({ end, low, high, expected, happened }, at) => (
            <g key={end}>
              <rect
                x={frame.x(at) - 7}
                width={14}
                y={frame.y(high)}
                height={Math.max(1, frame.y(low) - frame.y(high))}
                rx={3}
                fill="var(--kith-accent-faint)"
              />
              <line
                x1={frame.x(at) - 7}
                x2={frame.x(at) + 7}
                y1={frame.y(expected)}
                y2={frame.y(expected)}
                stroke="var(--kith-accent-mid)"
                strokeWidth={2}
              />
              <circle cx={frame.x(at)} cy={frame.y(happened)} r={4} fill="var(--kith-accent)" />
            </g>
          ))}
        </Picture>
      )}
    </div>
  )
}
