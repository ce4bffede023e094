import { type PointerEvent, useState } from 'react'
import type { QuadrantView } from './quadrant-view.ts'

/** A part of the plot: a range of closeness, and one of calibre, or null for the strip of unknown calibre. */
export type Brushed = {
  readonly closeness: readonly [number, number]
  readonly calibre: readonly [number, number] | null
}

export type Box = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Less than this is a click, not a drag, in pixels. */
const leastDrag = 6

const clamped = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))

/** Two decimals are as fine as one can draw, and keep the address short. */
const rounded = (value: number): number => Math.round(value * 100) / 100

/** The part of the plot that a box of pixels covers. A box that begins in the strip of unknown calibre stays there. */
export const brushedBy = (view: QuadrantView, box: Box, startY: number): Brushed => {
  const { left, right, top, bottom, stripTop } = view.layout
  const closenessAt = (x: number): number => {
    const share = clamped((x - left - 4) / (right - left - 8), 0, 1)
    return share * share
  }
  const [least, most] = view.calibreRange
  const calibreAt = (y: number): number =>
    least + clamped((bottom - 4 - y) / (bottom - top - 8), 0, 1) * (most - least)
  return {
    closeness: [rounded(closenessAt(box.left)), rounded(closenessAt(box.right))],
    calibre: startY >= stripTop ? null : [rounded(calibreAt(box.bottom)), rounded(calibreAt(box.top))],
  }
}

/** The box of pixels that a part of the plot takes up. */
export const boxOf = (
  view: QuadrantView,
  closeness: readonly [number, number],
  calibre: readonly [number, number] | null,
): Box => ({
  left: view.x(closeness[0]) - 4,
  right: view.x(closeness[1]) + 4,
  top: calibre === null ? view.layout.stripTop : Math.max(view.layout.top, view.y(calibre[1]) - 4),
  bottom: calibre === null ? view.layout.stripBottom : Math.min(view.layout.bottom, view.y(calibre[0]) + 4),
})

type Drag = { readonly x: number; readonly y: number; readonly toX: number; readonly toY: number }

const boxOfDrag = ({ x, y, toX, toY }: Drag): Box => ({
  left: Math.min(x, toX),
  right: Math.max(x, toX),
  top: Math.min(y, toY),
  bottom: Math.max(y, toY),
})

/** Drawing a box with the mouse. Fingers scroll the page; the filters do the same for them and for the keyboard. */
export const useBrush = (view: QuadrantView | null, onBrush: (brushed: Brushed) => void) => {
  const [drag, setDrag] = useState<Drag | null>(null)
  const place = (event: PointerEvent): { x: number; y: number } => {
    const box = event.currentTarget.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  const large = drag !== null && Math.hypot(drag.toX - drag.x, drag.toY - drag.y) >= leastDrag
  return {
    box: drag !== null && large ? boxOfDrag(drag) : null,
    onPointerDown: (event: PointerEvent): void => {
      if (event.pointerType !== 'mouse' || event.button !== 0 || view === null) return
      const { x, y } = place(event)
      event.currentTarget.setPointerCapture(event.pointerId)
      setDrag({ x, y, toX: x, toY: y })
    },
    onPointerMove: (event: PointerEvent): void => {
      if (drag === null) return
      const { x, y } = place(event)
      setDrag({ ...drag, toX: x, toY: y })
    },
    /** True when a box was drawn, so that the click means no dot. */
    onPointerUp: (): boolean => {
      setDrag(null)
      if (drag === null || view === null || !large) return false
      onBrush(brushedBy(view, boxOfDrag(drag), drag.y))
      return true
    },
    onPointerCancel: (): void => setDrag(null),
  }
}
