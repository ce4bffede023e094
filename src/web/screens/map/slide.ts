import type Sigma from 'sigma'

/** How long the map has to be at rest before it is drawn anew. */
const restMs = 150

/**
 * Without a graphics card drawing a large map takes longer than a frame lasts. So while the camera moves, the picture
 * drawn last is moved along instead, with all that is fastened to it (`along`), and drawn anew once the map rests.
 * Returns what ends it.
 */
export const slideWhileMoving = (
  sigma: Sigma,
  canvas: HTMLElement,
  along: HTMLElement | null,
): (() => void) => {
  const camera = sigma.getCamera()
  // What draws is no part of sigma's interface; there is no other place to step in before a frame.
  const drawing = sigma as unknown as {
    render: () => Sigma
    renderFrame: number | null
    /** What of the data changed since the last drawing: 'none', or how much of it. */
    readonly pendingProcess: string
  }
  const draw = drawing.render.bind(sigma)
  let drawnAt = camera.getState()
  let resting: ReturnType<typeof setTimeout> | undefined
  const put = (transform: string): void => {
    // The layer that hears the mouse stays where it is.
    for (const layer of canvas.querySelectorAll<HTMLElement>('canvas:not(.sigma-mouse)'))
      layer.style.transform = transform
    if (along !== null) along.style.transform = transform
  }
  const drawAnew = (): Sigma => {
    clearTimeout(resting)
    drawnAt = camera.getState()
    put('')
    return draw()
  }
  const drawAtRest = (): void => {
    if (sigma.getMouseCaptor().isMouseDown) {
      resting = setTimeout(drawAtRest, restMs)
      return
    }
    drawAnew()
  }
  drawing.render = (): Sigma => {
    const now = camera.getState()
    // What changed has to be drawn: until then sigma has no index of it, and fails at the next change.
    if (drawing.pendingProcess !== 'none') return drawAnew()
    if (now.x === drawnAt.x && now.y === drawnAt.y && now.ratio === drawnAt.ratio) return drawAnew()
    const { width, height } = sigma.getDimensions()
    const middle = sigma.framedGraphToViewport({ x: drawnAt.x, y: drawnAt.y }, { cameraState: now })
    // The frame asked for has come; while sigma waits for it, it asks for no other.
    drawing.renderFrame = null
    put(
      `translate(${middle.x - width / 2}px, ${middle.y - height / 2}px) scale(${drawnAt.ratio / now.ratio})`,
    )
    clearTimeout(resting)
    resting = setTimeout(drawAtRest, restMs)
    return sigma
  }
  return () => clearTimeout(resting)
}
