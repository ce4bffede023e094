import { useElementSize } from '@mantine/hooks'
import { percent } from '../format.ts'
import { Axes, Picture, frameOf, pointsOf, ticksUpTo } from './frame.tsx'

export type Mark = { readonly x: number; readonly text: string; readonly quiet?: boolean }

type Props = {
  readonly points: readonly { readonly x: number; readonly y: number }[]
  /** Places along the line to point at. */
  readonly marks?: readonly Mark[]
  /** Says the chart in a sentence. */
  readonly label: string
  readonly xTitle?: string
  readonly xText: (x: number) => string
  /** From 0, or from the first point. */
  readonly fromZero?: boolean
  readonly height?: number
}

/** A share as it changes with something, with places marked on it. */
export const LineChart = ({
  points,
  marks = [],
  label,
  xTitle,
  xText,
  fromZero = true,
  height = 220,
}: Props) => {
  const { ref, width } = useElementSize()
  const xs = [...points.map(({ x }) => x), ...marks.map(({ x }) => x)]
  const first = fromZero ? 0 : Math.min(...xs)
  const end = Math.max(...xs, first + 1e-9)
  const frame = frameOf(width, height, [first, end], [0, 1], { top: 30, right: 18, bottom: 38, left: 46 })
  const wanted = width < 420 ? 3 : width < 720 ? 4 : 6
  const ticks = fromZero
    ? ticksUpTo(end, wanted)
    : Array.from({ length: wanted }, (_, at) => first + ((end - first) * at) / (wanted - 1))
  return (
    <div ref={ref}>
      {width > 0 && (
        <Picture frame={frame} label={label}>
          <Axes
            frame={frame}
            xTicks={ticks.map((at) => ({ at, text: xText(at) }))}
            yTicks={[0, 0.5, 1].map((at) => ({ at, text: percent(at) }))}
            {...(xTitle === undefined ? {} : { xTitle })}
          />
          <polyline
            points={pointsOf(frame, points)}
            fill="none"
            stroke="var(--kith-accent)"
            strokeWidth={2.25}
            strokeLinejoin="round"
          />
          {points.length === 1 &&
            points.map(({ x, y }) => (
              <circle key={x} cx={frame.x(x)} cy={frame.y(y)} r={4} fill="var(--kith-accent)" />
            ))}
          {marks.map(({ x, text, quiet }, at) => {
            const toLeft = frame.x(x) > width * 0.6
            const colour = quiet === true ? 'var(--mantine-color-text)' : 'var(--kith-accent)'
            return (
              <g key={text}>
                <line
                  x1={frame.x(x)}
                  x2={frame.x(x)}
                  y1={frame.margin.top}
                  y2={frame.y(0)}
                  stroke={colour}
                  {...(quiet === true ? { strokeDasharray: '4 3' } : {})}
                />
                <text
                  x={frame.x(x) + (toLeft ? -6 : 6)}
                  // Marks may be near one another: each has a line of its own.
                  y={frame.margin.top - 16 + at * 16}
                  textAnchor={toLeft ? 'end' : 'start'}
                  style={{ fill: colour, fontWeight: quiet === true ? 400 : 600 }}
                >
                  {text}
                </text>
              </g>
            )
          })}
        </Picture>
      )}
    </div>
  )
}
