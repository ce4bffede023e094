import type { ReactNode } from 'react'

/** The pixels of a plot and the numbers they stand for: what all charts with two axes are drawn by. */
export type Frame = {
  readonly width: number
  readonly height: number
  readonly margin: {
    readonly top: number
    readonly right: number
    readonly bottom: number
    readonly left: number
  }
  readonly x: (value: number) => number
  readonly y: (value: number) => number
}

const usual = { top: 16, right: 18, bottom: 38, left: 50 }

/** A frame in which the ranges of both axes fill the plot. */
export const frameOf = (
  width: number,
  height: number,
  [fromX, toX]: readonly [number, number],
  [fromY, toY]: readonly [number, number],
  margin = usual,
): Frame => {
  const inner = {
    width: Math.max(1, width - margin.left - margin.right),
    height: height - margin.top - margin.bottom,
  }
  return {
    width,
    height,
    margin,
    x: (value) => margin.left + ((value - fromX) / (toX - fromX || 1)) * inner.width,
    y: (value) => margin.top + (1 - (value - fromY) / (toY - fromY || 1)) * inner.height,
  }
}

/** Round numbers at even distances from 0 to at most `end`. */
export const ticksUpTo = (end: number, wanted: number): number[] => {
  const raw = end / wanted
  if (!(raw > 0)) return [0]
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= raw) ?? raw
  return Array.from({ length: Math.floor(end / step + 1e-9) + 1 }, (_, at) => at * step)
}

type AxesProps = {
  readonly frame: Frame
  readonly xTicks: readonly { readonly at: number; readonly text: string }[]
  readonly yTicks: readonly { readonly at: number; readonly text: string }[]
  readonly xTitle?: string
}

/** A text this near an end of the axis would run over it, in pixels. */
const nearEnd = 24

/** Texts at the ends of the axis stay inside it. */
const anchorAt = (x: number, { width, margin }: Frame): 'start' | 'middle' | 'end' =>
  x < margin.left + nearEnd ? 'start' : x > width - margin.right - nearEnd ? 'end' : 'middle'

/** Quiet lines at the marks of the upright axis, and the words of both. */
export const Axes = ({ frame, xTicks, yTicks, xTitle }: AxesProps) => {
  const { width, height, margin, x, y } = frame
  return (
    <>
      {yTicks.map(({ at, text }) => (
        <g key={at}>
          <line x1={margin.left} x2={width - margin.right} y1={y(at)} y2={y(at)} stroke="var(--kith-line)" />
          <text x={margin.left - 8} y={y(at)} dy="0.32em" textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      {xTicks.map(({ at, text }) => (
        <text key={at} x={x(at)} y={height - margin.bottom + 16} textAnchor={anchorAt(x(at), frame)}>
          {text}
        </text>
      ))}
      {xTitle !== undefined && (
        <text x={width - margin.right} y={height - 4} textAnchor="end">
          {xTitle}
        </text>
      )}
    </>
  )
}

/** A picture that says its content in a sentence; the table behind says the rest. */
export const Picture = ({
  frame: { width, height },
  label,
  children,
}: {
  readonly frame: Frame
  readonly label: string
  readonly children: ReactNode
}) => (
  <svg
    className="chart"
    width={width}
    height={height}
    viewBox={`0 0 ${width} ${height}`}
    role="img"
    aria-label={label}
  >
    {children}
  </svg>
)

/** The points of a line, for `polyline`. */
export const pointsOf = (
  frame: Frame,
  points: readonly { readonly x: number; readonly y: number }[],
): string => points.map(({ x, y }) => `${frame.x(x).toFixed(1)},${frame.y(y).toFixed(1)}`).join(' ')
