/** One contact as a point: closeness in [0, 1], calibre in [0, 1] or null when unknown. */
export type QuadrantPoint = {
  readonly id: number
  readonly name: string
  readonly closeness: number
  readonly calibre: number | null
  readonly worth: number
}

export const fields = ['allies', 'deepen', 'friends', 'periphery'] as const
export type Field = (typeof fields)[number]

/** Below this closeness a tie counts as out of touch: the same border as for dormant ties. */
export const closenessBorder = 0.2

/**
 * Where the plot divides calibre: the mean of what is known in this network, in [0, 1].
 * Relative to the network, since the levels that evidence can give differ from field to field.
 * 0.5 when nobody's calibre is known.
 */
export const calibreBorderOf = (people: readonly QuadrantPoint[]): number => {
  let sum = 0
  let known = 0
  for (const person of people) {
    if (person.calibre === null) continue
    sum += person.calibre
    known += 1
  }
  return known === 0 ? 0.5 : sum / known
}

/** The field a contact lies in; null when the calibre is unknown. */
export const fieldOf = (closeness: number, calibre: number | null, calibreBorder: number): Field | null => {
  if (calibre === null) return null
  if (calibre >= calibreBorder) return closeness >= closenessBorder ? 'allies' : 'deepen'
  return closeness >= closenessBorder ? 'friends' : 'periphery'
}

/** The contacts of each field and of unknown calibre, each by worth, highest first. */
export const groupByField = (
  people: readonly QuadrantPoint[],
): Readonly<Record<Field | 'unknown', readonly QuadrantPoint[]>> => {
  const groups: Record<Field | 'unknown', QuadrantPoint[]> = {
    allies: [],
    deepen: [],
    friends: [],
    periphery: [],
    unknown: [],
  }
  const border = calibreBorderOf(people)
  for (const person of people)
    groups[fieldOf(person.closeness, person.calibre, border) ?? 'unknown'].push(person)
  for (const group of Object.values(groups)) group.sort((a, b) => b.worth - a.worth || a.id - b.id)
  return groups
}

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
