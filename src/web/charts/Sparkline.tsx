import { Picture, frameOf, pointsOf } from './frame.tsx'

type Props = {
  readonly points: readonly { readonly x: number; readonly y: number }[]
  /** Says the line in a sentence. */
  readonly label: string
  readonly width?: number
  readonly height?: number
}

/** A line without axes, for a share from 0 to 1 as it went; the last point is marked. */
export const Sparkline = ({ points, label, width = 180, height = 36 }: Props) => {
  const first = points[0]
  const last = points.at(-1)
  if (first === undefined || last === undefined) return null
  const margin = { top: 4, right: 5, bottom: 4, left: 2 }
  const frame = frameOf(width, height, [first.x, Math.max(last.x, first.x + 1)], [0, 1], margin)
  return (
    <Picture frame={frame} label={label}>
      <line
        x1={margin.left}
        x2={width - margin.right}
        y1={frame.y(0)}
        y2={frame.y(0)}
        stroke="var(--kith-line)"
      />
      <polyline
        points={pointsOf(frame, points)}
        fill="none"
        stroke="var(--kith-accent)"
        strokeWidth={1.75}
        strokeLinejoin="round"
      />
      <circle cx={frame.x(last.x)} cy={frame.y(last.y)} r={3} fill="var(--kith-accent)" />
    </Picture>
  )
}
