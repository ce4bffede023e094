import './quadrant-plot.css'
import { useElementSize } from '@mantine/hooks'
import { type PointerEvent, useEffect, useMemo, useRef, useState } from 'react'
import { percent, percentOrUnknown } from '../format.ts'
import { type Box, type Brushed, boxOf, useBrush } from './brush.ts'
import { type QuadrantView, closenessTicks, drawDots, viewOf } from './quadrant-view.ts'
import { type QuadrantPoint, closenessBorder } from './quadrant.ts'
import { t } from '../texts/texts.ts'

type Props = {
  /** The dots; `total` counts the contacts they stand for, `border` is where calibre is divided. */
  readonly people: readonly QuadrantPoint[]
  readonly total: number
  readonly border: number
  /** Names the theme, so that the dots are drawn anew when it changes. */
  readonly theme: string
  readonly onOpen: (id: number) => void
  /** What the list is narrowed to, shown as a box. */
  readonly marked: Marked
  /** Called with the part of the plot over which a box was drawn. */
  readonly onBrush: (brushed: Brushed) => void
}

type Marked = {
  readonly closenessFrom?: number
  readonly closenessTo?: number
  readonly calibreFrom?: number
  readonly calibreTo?: number
  readonly calibre?: 'known' | 'unknown'
}

/** The box of what the list is narrowed to; null where neither axis is. */
const markedBox = (view: QuadrantView, marked: Marked): Box | null => {
  const { closenessFrom, closenessTo, calibreFrom, calibreTo, calibre } = marked
  const [least, most] = view.calibreRange
  if ([closenessFrom, closenessTo, calibreFrom, calibreTo].every((end) => end === undefined)) return null
  return boxOf(
    view,
    [closenessFrom ?? 0, closenessTo ?? 1],
    calibre === 'unknown' ? null : [calibreFrom ?? least, calibreTo ?? most],
  )
}

const Marking = ({ box, className }: { readonly box: Box; readonly className: string }) => (
  <span
    className={className}
    style={{ left: box.left, top: box.top, width: box.right - box.left, height: box.bottom - box.top }}
  />
)

/** How near the pointer must be to a dot, in pixels; fingers get more. */
const reach = { mouse: 10, touch: 22 }

/** Axes and the names of the four fields. */
const Frame = ({ view, total }: { readonly view: QuadrantView; readonly total: number }) => {
  const { layout, border, calibreRange, x, y } = view
  const { left, right, top, bottom, stripTop, stripBottom, width, height } = layout
  const midX = x(closenessBorder)
  const midY = y(border)
  const known = view.people.some(({ calibre }) => calibre !== null)
  return (
    <svg
      className="chart quadrant-frame"
      width={width}
      height={height}
      role="img"
      aria-label={t('charts.quadrantLabel', {
        contacts: t('common.contacts', { count: total }),
      })}
    >
      <rect x={left} y={top} width={right - left} height={bottom - top} rx={6} className="quadrant-ground" />
      <rect
        x={left}
        y={stripTop}
        width={right - left}
        height={stripBottom - stripTop}
        rx={6}
        className="quadrant-ground"
      />
      {known && <line x1={left} x2={right} y1={midY} y2={midY} className="quadrant-border" />}
      <line x1={midX} x2={midX} y1={top} y2={bottom} className="quadrant-border" />
      {calibreRange.map((value) => (
        <text key={value} x={left - 8} y={y(value)} dy="0.32em" textAnchor="end">
          {percent(value)}
        </text>
      ))}
      {known && (
        <text x={left - 8} y={midY} dy="0.32em" textAnchor="end">
          {percent(border)}
        </text>
      )}
      <text x={left - 8} y={(stripTop + stripBottom) / 2} dy="0.32em" textAnchor="end">
        {width < 520 ? '?' : t('common.unknown')}
      </text>
      <text x={left} y={14}>
        {t('words.calibre')}
      </text>
      {closenessTicks.map((tick) => (
        <text
          key={tick}
          x={x(tick)}
          y={stripBottom + 18}
          textAnchor={tick === 1 ? 'end' : tick === 0 ? 'start' : 'middle'}
        >
          {percent(tick)}
        </text>
      ))}
      <text x={(left + right) / 2} y={stripBottom + 38} textAnchor="middle">
        {width < 520 ? t('words.closeness') : t('charts.quadrantAxis')}
      </text>
    </svg>
  )
}

/** The names lie above the dots, on a ground of their own. */
const Names = ({ view }: { readonly view: QuadrantView }) => {
  const { left, right, top, bottom } = view.layout
  return (
    <div aria-hidden>
      <span className="quadrant-name" style={{ left: left + 6, top: top + 6 }}>
        {t('charts.field.deepen')}
      </span>
      <span className="quadrant-name" style={{ right: view.layout.width - right + 6, top: top + 6 }}>
        {t('charts.field.allies')}
      </span>
      <span className="quadrant-name" style={{ left: left + 6, top: bottom - 28 }}>
        {t('charts.field.periphery')}
      </span>
      <span className="quadrant-name" style={{ right: view.layout.width - right + 6, top: bottom - 28 }}>
        {t('charts.field.companions')}
      </span>
    </div>
  )
}

const Hover = ({ view, at }: { readonly view: QuadrantView; readonly at: number }) => {
  const person = view.people[at]
  const x = view.xs[at] ?? 0
  const y = view.ys[at] ?? 0
  if (!person) return null
  const toLeft = x > view.layout.width / 2
  return (
    <>
      <span className="quadrant-ring" style={{ left: x, top: y }} />
      <div
        className="quadrant-tip numbers"
        style={{
          top: Math.max(4, y - 58),
          ...(toLeft ? { right: view.layout.width - x + 12 } : { left: x + 12 }),
        }}
      >
        <strong>{person.name}</strong>
        <br />
        {t('charts.quadrantTip', {
          calibre: percentOrUnknown(person.calibre),
          closeness: percent(person.closeness),
        })}
      </div>
    </>
  )
}

/** Everybody by calibre and closeness, with four named fields. A table beside it says the same in words. */
export const QuadrantPlot = ({ people, total, border, theme, onOpen, marked, onBrush }: Props) => {
  const { ref, width } = useElementSize()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [hovered, setHovered] = useState<number | null>(null)
  const view = useMemo(() => (width > 0 ? viewOf(people, border, width) : null), [people, border, width])
  const brush = useBrush(view, onBrush)
  const kept = view === null ? null : markedBox(view, marked)
  useEffect(() => {
    // The theme's colours are on the document only after this paint.
    const frame = requestAnimationFrame(() => {
      if (canvas.current && view) drawDots(canvas.current, view)
    })
    return () => cancelAnimationFrame(frame)
  }, [view, theme])
  const find = (event: PointerEvent): number | null => {
    if (!view) return null
    const box = event.currentTarget.getBoundingClientRect()
    const within = event.pointerType === 'mouse' ? reach.mouse : reach.touch
    return view.index.nearest(event.clientX - box.left, event.clientY - box.top, within)
  }
  return (
    <div ref={ref} className="quadrant" style={{ height: view?.layout.height ?? 332 }}>
      {view && (
        <div
          className="quadrant-stage"
          style={{ cursor: hovered === null ? 'default' : 'pointer' }}
          onPointerDown={brush.onPointerDown}
          onPointerMove={(event) => {
            brush.onPointerMove(event)
            setHovered(find(event))
          }}
          onPointerLeave={() => setHovered(null)}
          onPointerCancel={brush.onPointerCancel}
          onPointerUp={(event) => {
            if (brush.onPointerUp()) return
            const at = find(event)
            const person = at === null ? undefined : people[at]
            if (event.button === 0 && person) onOpen(person.id)
          }}
        >
          <Frame view={view} total={total} />
          <canvas ref={canvas} aria-hidden style={{ width: view.layout.width, height: view.layout.height }} />
          <Names view={view} />
          {people.every(({ calibre }) => calibre === null) && (
            <p className="quadrant-none" style={{ top: (view.layout.top + view.layout.bottom) / 2 }}>
              {t('charts.quadrantNone')}
            </p>
          )}
          {kept && brush.box === null && <Marking box={kept} className="quadrant-marked" />}
          {brush.box && <Marking box={brush.box} className="quadrant-brush" />}
          {hovered !== null && brush.box === null && <Hover view={view} at={hovered} />}
        </div>
      )}
    </div>
  )
}
