import { useElementSize } from '@mantine/hooks'
import { percent } from '../format.ts'
import { Axes, Picture, frameOf, ticksUpTo } from './frame.tsx'

type Row = { readonly name: string; readonly value: number; readonly low: number; readonly high: number }

const rowHeight = 24
/** Letters of a name that fit beside the plot. */
const mostLetters = 22

const short = (name: string): string =>
  name.length > mostLetters ? `${name.slice(0, mostLetters - 1)}…` : name

/** Shares with their intervals, a row each, against a usual share drawn as a line. */
export const IntervalPlot = ({
  rows,
  usual,
  label,
}: {
  readonly rows: readonly Row[]
  readonly usual: number
  readonly label: string
}) => {
  const { ref, width } = useElementSize()
  const end = Math.min(1, Math.max(0.02, usual, ...rows.map(({ high }) => high)) * 1.05)
  const left = width < 480 ? 112 : 160
  const height = rows.length * rowHeight + 48
  const frame = frameOf(width, height, [0, end], [rows.length - 0.5, -0.5], {
    top: 8,
    right: 18,
    bottom: 36,
    left,
  })
  return (
    <div ref={ref}>
      {width > 0 && (
        <Picture frame={frame} label={label}>
          <Axes
            frame={frame}
            xTicks={ticksUpTo(end, width < 480 ? 3 : 6).map((at) => ({ at, text: percent(at) }))}
            yTicks={[]}
          />
          <line
            x1={frame.x(usual)}
            x2={frame.x(usual)}
            y1={frame.margin.top}
            y2={height - frame.margin.bottom}
            stroke="var(--kith-mark)"
            strokeDasharray="3 4"
          />
          {rows.map(({ name, value, low, high }, at) => (
            <g key={name}>
              <text x={left - 10} y={frame.y(at)} dy="0.32em" textAnchor="end">
                {short(name)}
              </text>
              <line
                x1={frame.x(low)}
                x2={frame.x(high)}
                y1={frame.y(at)}
                y2={frame.y(at)}
                stroke="var(--kith-accent-mid)"
                strokeWidth={3}
                strokeLinecap="round"
              />
              <circle cx={frame.x(value)} cy={frame.y(at)} r={4.5} fill="var(--kith-accent)" />
            </g>
          ))}
        </Picture>
      )}
    </div>
  )
}
