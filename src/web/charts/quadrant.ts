import type { Output } from '../client.ts'

type Plot = Output<'plot-people'>

export type Field = Plot['fields'][number]['field']

/** A dot of the plot: a contact, and how many lie at its place; closeness in [0, 1], calibre null when unknown. */
export type QuadrantPoint = {
  readonly id: number
  readonly name: string
  readonly closeness: number
  readonly calibre: number | null
  readonly field: Field
  readonly people: number
}

/** The dots of an answer, which has them as columns. */
export const pointsOf = ({ id, name, closeness, calibre, field, people }: Plot['marks']): QuadrantPoint[] =>
  id.map((each, at) => ({
    id: each,
    name: name[at] ?? '',
    closeness: closeness[at] ?? 0,
    calibre: calibre[at] ?? null,
    field: field[at] ?? 'unknown',
    people: people[at] ?? 1,
  }))

/** Below this closeness a tie counts as out of touch. */
export { DORMANT_CLOSENESS as closenessBorder } from '#core/closeness/trust.ts'

/** A number in [0, 1) that belongs to an id: spreads points that would lie on one another, always alike. */
export const jitter = (id: number): number => {
  let hash = Math.imul(id ^ 0x9e3779b9, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  hash ^= hash >>> 16
  return (hash >>> 0) / 0x1_0000_0000
}

/** Finds the nearest of many drawn points without looking at each. */
export type PointIndex = { readonly nearest: (x: number, y: number, within: number) => number | null }

/**
 * Sorts points into square cells of `cell` pixels. `nearest` gives the position in `xs` and `ys` of the
 * nearest point at most `within` pixels away, or null.
 */
export const indexPoints = (xs: Float32Array, ys: Float32Array, cell = 12): PointIndex => {
  const cells = new Map<number, number[]>()
  const key = (column: number, row: number): number => row * 100_003 + column
  for (let at = 0; at < xs.length; at += 1) {
    const cellKey = key(Math.floor((xs[at] ?? 0) / cell), Math.floor((ys[at] ?? 0) / cell))
    const list = cells.get(cellKey)
    if (list) list.push(at)
    else cells.set(cellKey, [at])
  }
  return {
    nearest: (x, y, within) => {
      let best: number | null = null
      let bestDistance = within * within
      const reach = Math.ceil(within / cell)
      const column = Math.floor(x / cell)
      const row = Math.floor(y / cell)
      for (let dr = -reach; dr <= reach; dr += 1)
        for (let dc = -reach; dc <= reach; dc += 1)
          for (const at of cells.get(key(column + dc, row + dr)) ?? []) {
            const distance = ((xs[at] ?? 0) - x) ** 2 + ((ys[at] ?? 0) - y) ** 2
            if (distance <= bestDistance) {
              best = at
              bestDistance = distance
            }
          }
      return best
    },
  }
}
