import {
  type ColourBy,
  type NetworkMap,
  type Palette,
  colourOf,
  groupLabels,
  sizeOf,
  withoutOverlap,
} from './map-data.ts'

const side = 2000
const edge = 60
/** Ties drawn in a picture: more make it grey and the file huge. */
const mostTies = 20_000

/** Where the map's places lie on a square picture. */
const placing = ({ nodes }: NetworkMap) => {
  const xs = nodes.map(({ x }) => x)
  const ys = nodes.map(({ y }) => y)
  const least = { x: Math.min(0, ...xs.slice(0, 1)), y: Math.min(0, ...ys.slice(0, 1)) }
  const most = { ...least }
  for (const { x, y } of nodes) {
    least.x = Math.min(least.x, x)
    least.y = Math.min(least.y, y)
    most.x = Math.max(most.x, x)
    most.y = Math.max(most.y, y)
  }
  const scale = (side - 2 * edge) / Math.max(1e-9, most.x - least.x, most.y - least.y)
  return {
    x: (x: number): number => edge + (x - least.x) * scale,
    // The map's upright axis grows upwards, a picture's downwards.
    y: (y: number): number => side - edge - (y - least.y) * scale,
  }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const number = (value: number): string => value.toFixed(1)

/** Size of a group's name in pixels, its width for each letter (about; a bold letter of a plain font), and its height. */
const nameSize = 26
const letterWidth = 16
const lineHeight = 34

/** The names of groups that find room in the picture, with their middles in pixels. */
const namesIn = (map: NetworkMap, place: ReturnType<typeof placing>) => {
  const names = groupLabels(map).map(({ name, x, y }) => ({
    name,
    x: place.x(x),
    y: place.y(y),
    width: name.length * letterWidth,
    height: lineHeight,
  }))
  const free = withoutOverlap(names)
  return names.filter((_, at) => free[at])
}

/** The map as a vector picture: ties, people, and the names of the groups. */
export const mapSvg = (map: NetworkMap, by: ColourBy, palette: Palette): string => {
  const place = placing(map)
  const ties: string[] = []
  for (let at = 0; at < Math.min(mostTies, map.edges.source.length); at += 1) {
    const a = map.nodes[map.edges.source[at] ?? -1]
    const b = map.nodes[map.edges.target[at] ?? -1]
    if (a && b)
      ties.push(
        `M${number(place.x(a.x))} ${number(place.y(a.y))}L${number(place.x(b.x))} ${number(place.y(b.y))}`,
      )
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side}" height="${side}">`,
    `<rect width="${side}" height="${side}" fill="${palette.ground}"/>`,
    `<path d="${ties.join('')}" stroke="${palette.tie}" stroke-opacity="0.25" fill="none"/>`,
    ...map.nodes.map(
      (node) =>
        `<circle cx="${number(place.x(node.x))}" cy="${number(place.y(node.y))}" r="${number(sizeOf(node.calibre, map.nodes.length))}" fill="${colourOf(node, by, palette)}"><title>${escaped(node.name)}</title></circle>`,
    ),
    ...namesIn(map, place).map(
      ({ name, x, y }) =>
        `<text x="${number(x)}" y="${number(y)}" text-anchor="middle" font-family="sans-serif" font-size="${nameSize}" font-weight="600" fill="${palette.text}" stroke="${palette.ground}" stroke-width="6" paint-order="stroke">${escaped(name)}</text>`,
    ),
    '</svg>',
  ].join('\n')
}

/** The same as a picture of dots, 2,000 by 2,000. */
export const mapPng = async (map: NetworkMap, by: ColourBy, palette: Palette): Promise<Blob> => {
  const place = placing(map)
  const canvas = document.createElement('canvas')
  canvas.width = side
  canvas.height = side
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no 2d context')
  context.fillStyle = palette.ground
  context.fillRect(0, 0, side, side)
  context.strokeStyle = palette.tie
  context.globalAlpha = 0.25
  context.beginPath()
  for (let at = 0; at < Math.min(mostTies, map.edges.source.length); at += 1) {
    const a = map.nodes[map.edges.source[at] ?? -1]
    const b = map.nodes[map.edges.target[at] ?? -1]
    if (!a || !b) continue
    context.moveTo(place.x(a.x), place.y(a.y))
    context.lineTo(place.x(b.x), place.y(b.y))
  }
  context.stroke()
  context.globalAlpha = 1
  for (const node of map.nodes) {
    context.fillStyle = colourOf(node, by, palette)
    context.beginPath()
    context.arc(place.x(node.x), place.y(node.y), sizeOf(node.calibre, map.nodes.length), 0, 2 * Math.PI)
    context.fill()
  }
  context.textAlign = 'center'
  context.font = `600 ${nameSize}px sans-serif`
  context.lineWidth = 6
  context.lineJoin = 'round'
  for (const { name, x, y } of namesIn(map, place)) {
    context.strokeStyle = palette.ground
    context.strokeText(name, x, y)
    context.fillStyle = palette.text
    context.fillText(name, x, y)
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png')
  })
}
