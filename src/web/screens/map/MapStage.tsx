import './map.css'
import { MultiUndirectedGraph } from 'graphology'
import Sigma from 'sigma'
import { type KeyboardEvent, useEffect, useImperativeHandle, useRef, useState } from 'react'
import type { Ref } from 'react'
import { count } from '../../format.ts'
import { t } from '../../texts/texts.ts'
import {
  type ColourBy,
  type GroupLabel,
  type NetworkMap,
  type Palette,
  colourOf,
  groupLabels,
  isSoftware,
  sizeOf,
  tiesToDraw,
  withoutOverlap,
} from './map-data.ts'
import { slideWhileMoving } from './slide.ts'

/** What the screen can ask of the drawn map. */
export type Stage = {
  /** Flies to a place of the map and marks it. */
  readonly flyTo: (at: { readonly x: number; readonly y: number }, ratio?: number) => void
  readonly showAll: () => void
}

type Props = {
  readonly map: NetworkMap
  readonly by: ColourBy
  readonly palette: Palette
  /** Places of the map that stand out: a person found, or a path. */
  readonly marked: readonly number[]
  readonly onOpen: (id: number) => void
  readonly onFail: () => void
  /** How many ties are drawn, which may be fewer than there are. */
  readonly onTies: (drawn: number) => void
  readonly ref: Ref<Stage>
}

type Drawn = Sigma

const flyMs = 450
const nearRatio = 0.12
const step = 0.12
/** Height of a group's name with its air, in pixels. */
const labelHeight = 22

const still = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches
const flight = (): { duration: number } => ({ duration: still() ? 0 : flyMs })

/** The graph that is drawn; its attributes follow colours and marks without being laid out anew. */
const graphOf = (map: NetworkMap, ties: number): MultiUndirectedGraph => {
  const graph = new MultiUndirectedGraph()
  map.nodes.forEach(({ name, x, y, calibre }, at) => {
    graph.addNode(String(at), { label: name, x, y, size: sizeOf(calibre, map.nodes.length) })
  })
  map.edges.source.slice(0, ties).forEach((source, at) => {
    const target = map.edges.target[at] ?? source
    if (source !== target) graph.addEdge(String(source), String(target), { size: 0.5 })
  })
  return graph
}

/** What draws WebGL in this browser; empty where it does not say. */
const rendererName = (): string => {
  const context = document.createElement('canvas').getContext('webgl2')
  if (context === null) return ''
  const named = context.getExtension('WEBGL_debug_renderer_info')
  const name = String(context.getParameter(named === null ? context.RENDERER : named.UNMASKED_RENDERER_WEBGL))
  // Browsers keep few of these: it is given back at once.
  context.getExtension('WEBGL_lose_context')?.loseContext()
  return name
}

/** The names of the groups, moved along with the map. */
const Labels = ({
  labels,
  places,
}: {
  readonly labels: readonly GroupLabel[]
  readonly places: Ref<HTMLDivElement>
}) => (
  <div ref={places} className="map-labels" aria-hidden>
    {labels.map(({ id, name }) => (
      <span key={id} className="map-label">
        {name}
      </span>
    ))}
  </div>
)

/** Draws the network with WebGL; moves by mouse, finger and keys. */
export const MapStage = ({ map, by, palette, marked, onOpen, onFail, onTies, ref }: Props) => {
  const container = useRef<HTMLDivElement>(null)
  const places = useRef<HTMLDivElement>(null)
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  const labels = groupLabels(map)
  const open = useRef(onOpen)
  useEffect(() => {
    open.current = onOpen
  }, [onOpen])

  useEffect(() => {
    if (!container.current) return undefined
    let sigma: Drawn
    const renderer = rendererName()
    const ties = tiesToDraw(renderer, map.edges.source.length)
    try {
      sigma = new Sigma(graphOf(map, ties), container.current, {
        settings: {
          // A hundred thousand lines are too many to move smoothly without a graphics card.
          hideEdgesOnMove: true,
          hideLabelsOnMove: true,
          labelRenderedSizeThreshold: 7,
          labelDensity: 0.6,
          minEdgeThickness: 0.4,
          enableEdgeEvents: false,
        },
      })
    } catch {
      onFail()
      return undefined
    }
    const centres = groupLabels(map)
    // Measured once: asking for each frame would lay the page out anew.
    const widths = [...(places.current?.children ?? [])].map((span) => span.clientWidth)
    const place = (): void => {
      const spans = places.current?.children
      if (!spans) return
      const boxes = centres.map(({ x, y }, at) => ({
        ...sigma.graphToViewport({ x, y }),
        width: widths[at] ?? 0,
        height: labelHeight,
      }))
      const free = withoutOverlap(boxes)
      boxes.forEach(({ x, y }, at) => {
        const span = spans[at]
        if (!(span instanceof HTMLElement)) return
        span.style.transform = `translate(${x}px, ${y}px) translate(-50%, -50%)`
        span.style.visibility = free[at] === true ? 'visible' : 'hidden'
      })
    }
    sigma.on('afterRender', place)
    sigma.on('clickNode', ({ node }) => {
      const id = map.nodes[Number(node)]?.id
      if (id !== undefined) open.current(id)
    })
    const stopSliding = isSoftware(renderer)
      ? slideWhileMoving(sigma, container.current, places.current)
      : undefined
    onTies(ties)
    // oxlint-disable-next-line react/set-state-in-effect -- the drawing is an outside system; who draws has to be told
    setDrawn(sigma)
    return () => {
      setDrawn(null)
      stopSliding?.()
      sigma.kill()
    }
  }, [map, onFail, onTies])

  useEffect(() => {
    if (!drawn) return
    const stand = new Set(marked)
    const graph = drawn.getGraph()
    map.nodes.forEach((node, at) => {
      graph.mergeNodeAttributes(String(at), {
        color: stand.size > 0 && !stand.has(at) ? palette.tie : colourOf(node, by, palette),
        size: sizeOf(node.calibre, map.nodes.length) + (stand.has(at) ? 4 : 0),
      })
    })
    graph.updateEachEdgeAttributes((_edge, attributes, source, target) => ({
      ...attributes,
      color: stand.has(Number(source)) && stand.has(Number(target)) ? palette.alive : palette.tie,
      size: stand.has(Number(source)) && stand.has(Number(target)) ? 2 : 0.5,
    }))
    drawn.refresh()
  }, [drawn, map, by, palette, marked])

  useImperativeHandle(
    ref,
    () => ({
      flyTo: (at, ratio = nearRatio) => {
        if (!drawn) return
        const to = drawn.viewportToFramedGraph(drawn.graphToViewport(at))
        void drawn.getCamera().animate({ x: to.x, y: to.y, ratio }, flight())
      },
      showAll: () => void drawn?.getCamera().reset(flight()),
    }),
    [drawn],
  )

  const move = (event: KeyboardEvent): void => {
    const camera = drawn?.getCamera()
    if (!camera) return
    const { x, y, ratio } = camera.getState()
    const moves: Readonly<Record<string, { x?: number; y?: number; ratio?: number }>> = {
      ArrowLeft: { x: x - step * ratio },
      ArrowRight: { x: x + step * ratio },
      ArrowUp: { y: y + step * ratio },
      ArrowDown: { y: y - step * ratio },
      '+': { ratio: ratio / 1.4 },
      '-': { ratio: ratio * 1.4 },
      '0': { x: 0.5, y: 0.5, ratio: 1 },
    }
    const to = moves[event.key]
    if (!to) return
    event.preventDefault()
    camera.setState(to)
  }

  return (
    <div className="map-stage surface">
      {/* oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- a map moves by keys: it is an application of its own, named and described */}
      <div
        ref={container}
        className="map-canvas"
        role="application"
        tabIndex={0}
        onKeyDown={move}
        aria-label={t('map.label', {
          people: t('common.people', { count: map.nodes.length }),
          ties: count(map.edges.source.length),
        })}
      />
      {/* oxlint-enable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions */}
      <Labels labels={labels} places={places} />
    </div>
  )
}
