import { type PointIndex, type QuadrantPoint, closenessBorder, indexPoints, jitter } from './quadrant.ts'

/** Pixels of the plot's parts, for one width. */
export type QuadrantLayout = {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  /** Lower edge of the plot proper. */
  readonly bottom: number
  /** The strip of those whose calibre is unknown. */
  readonly stripTop: number
  readonly stripBottom: number
}

/** Everything that has to be drawn and found: made once for the data and the size. */
export type QuadrantView = {
  readonly layout: QuadrantLayout
  readonly people: readonly QuadrantPoint[]
  readonly xs: Float32Array
  readonly ys: Float32Array
  readonly index: PointIndex
  readonly border: number
  /** Calibre shown at the lower and upper edge. */
  readonly calibreRange: readonly [number, number]
  readonly x: (closeness: number) => number
  readonly y: (calibre: number) => number
}

/** Closeness that is drawn as nought, and how wide the band of those is, in pixels. */
const nearNought = 0.0005
const noughtWidth = 16

export const layoutOf = (width: number): QuadrantLayout => {
  const narrow = width < 520
  const left = narrow ? 44 : 78
  const plot = narrow ? 220 : 240
  const top = 26
  const bottom = top + plot
  return {
    width,
    left,
    right: width - 10,
    top,
    bottom,
    stripTop: bottom + 10,
    stripBottom: bottom + 48,
    height: bottom + 92,
  }
}

/** Calibre that the plot spans: what there is, with some air, and always with the border inside. */
const calibreRangeOf = (people: readonly QuadrantPoint[]): readonly [number, number] => {
  let least = 1
  let most = 0
  for (const { calibre } of people)
    if (calibre !== null) {
      least = Math.min(least, calibre)
      most = Math.max(most, calibre)
    }
  if (most <= least) return [0, 1]
  return [Math.max(0, Math.floor((least - 0.03) * 20) / 20), Math.min(1, Math.ceil((most + 0.03) * 20) / 20)]
}

/** Places every dot. Closeness is drawn on a square-root scale, since most ties are quiet. */
export const viewOf = (people: readonly QuadrantPoint[], border: number, width: number): QuadrantView => {
  const layout = layoutOf(width)
  const { left, right, top, bottom, stripTop, stripBottom } = layout
  const range = calibreRangeOf(people)
  const [least, most] = range
  const x = (closeness: number): number => left + 4 + Math.sqrt(closeness) * (right - left - 8)
  const y = (calibre: number): number =>
    bottom - 4 - ((calibre - least) / (most - least)) * (bottom - top - 8)
  const xs = new Float32Array(people.length)
  const ys = new Float32Array(people.length)
  people.forEach((person, at) => {
    // Who was never answered has exactly 0: spread a little, so that a crowd does not look like a line.
    xs[at] = x(person.closeness) + (person.closeness < nearNought ? jitter(-person.id) * noughtWidth : 0)
    ys[at] =
      person.calibre === null
        ? stripTop + 4 + jitter(person.id) * (stripBottom - stripTop - 8)
        : y(person.calibre)
  })
  return {
    layout,
    people,
    xs,
    ys,
    index: indexPoints(xs, ys),
    border,
    calibreRange: range,
    x,
    y,
  }
}

/** Dots shrink and fade where there are many, so that crowds stay readable. */
const dotOf = (contacts: number): { readonly radius: number; readonly alpha: number } =>
  contacts > 20_000
    ? { radius: 1.5, alpha: 0.35 }
    : contacts > 5_000
      ? { radius: 2, alpha: 0.45 }
      : { radius: 2.75, alpha: 0.6 }

/** Draws the dots on a canvas; colours are those of the theme in use. */
export const drawDots = (canvas: HTMLCanvasElement, view: QuadrantView): void => {
  const { width, height } = view.layout
  const scale = window.devicePixelRatio || 1
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const context = canvas.getContext('2d')
  if (!context) return
  const styles = getComputedStyle(canvas)
  const accent = styles.getPropertyValue('--kith-accent')
  const quiet = styles.getPropertyValue('--kith-mark')
  const { radius, alpha } = dotOf(view.people.reduce((sum, { people }) => sum + people, 0))
  context.scale(scale, scale)
  context.clearRect(0, 0, width, height)
  // The least interesting first, so that allies lie on top.
  for (const pass of ['quiet', 'accent'] as const) {
    context.fillStyle = pass === 'accent' ? accent : quiet
    view.people.forEach(({ field, people }, at) => {
      if ((field === 'allies' || field === 'deepen') !== (pass === 'accent')) return
      const one = field === 'allies' ? Math.min(1, alpha + 0.3) : alpha
      // As dark as so many dots on one another.
      context.globalAlpha = 1 - (1 - one) ** people
      context.beginPath()
      context.arc(view.xs[at] ?? 0, view.ys[at] ?? 0, radius, 0, 2 * Math.PI)
      context.fill()
    })
  }
}

export const closenessTicks = [0, 0.05, closenessBorder, 0.5, 1]
