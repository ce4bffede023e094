import { DORMANT_CLOSENESS } from '../closeness/trust.ts'

/** One contact as a point of the plot: closeness in [0, 1], calibre in [0, 1] or null when unknown. */
export type Point = {
  readonly id: number
  readonly name: string
  readonly closeness: number
  readonly calibre: number | null
  readonly worth: number
}

/** The fields of the plot, and the strip of those whose calibre is unknown. */
export const quadrants = ['allies', 'deepen', 'companions', 'periphery', 'unknown'] as const
export type Quadrant = (typeof quadrants)[number]

/**
 * Where the plot divides calibre: the mean of what is known in this network, in [0, 1].
 * Relative to the network, since the levels that evidence can give differ from field to field.
 * 0.5 when nobody's calibre is known.
 */
export function calibreBorderOf(people: readonly Point[]): number {
  let sum = 0
  let known = 0
  for (const { calibre } of people) {
    if (calibre === null) continue
    sum += calibre
    known += 1
  }
  return known === 0 ? 0.5 : sum / known
}

/** The field in which a contact lies; ties that are out of touch, as dormant ones are, lie on the left. */
export function quadrantOf({ closeness, calibre }: Point, calibreBorder: number): Quadrant {
  if (calibre === null) return 'unknown'
  const inTouch = closeness >= DORMANT_CLOSENESS
  if (calibre >= calibreBorder) return inTouch ? 'allies' : 'deepen'
  return inTouch ? 'companions' : 'periphery'
}

/** By worth, highest first; equal ones always in the same order. */
const byWorth = (a: Point, b: Point): number => b.worth - a.worth || a.id - b.id

/** How many contacts each field has, and the best of them by worth. */
export function tallyQuadrants(people: readonly Point[], calibreBorder: number, best: number) {
  const groups = Map.groupBy(people, (person) => quadrantOf(person, calibreBorder))
  return quadrants.map((quadrant) => {
    const group = groups.get(quadrant) ?? []
    return { quadrant, people: group.length, best: group.toSorted(byWorth).slice(0, best) }
  })
}

/** A mark of the plot: one contact, and how many lie at the same place, they included. */
export type Mark = Point & { readonly people: number }

/** Places that the plot tells apart along each axis; closeness is drawn on a square-root scale. */
const CLOSENESS_PLACES = 240
const CALIBRE_PLACES = 100
/** Rows of the strip of unknown calibre, over which contacts are spread by their ids. */
const STRIP_ROWS = 8

const placeOf = ({ id, closeness, calibre }: Point): number => {
  const column = Math.round(Math.sqrt(closeness) * CLOSENESS_PLACES)
  const row = calibre === null ? CALIBRE_PLACES + 1 + (id % STRIP_ROWS) : Math.round(calibre * CALIBRE_PLACES)
  return row * (CLOSENESS_PLACES + 1) + column
}

/**
 * At most `most` marks that look like everybody: of those who would lie on one another the one of the highest worth
 * stands for all; where there are still too many, the marks of the highest worth are drawn, and a mark less stands for
 * fewer.
 */
export function marksOf(people: readonly Point[], most: number): Mark[] {
  if (people.length <= most) return people.toSorted(byWorth).map((person) => ({ ...person, people: 1 }))
  const places = new Map<number, { best: Point; people: number }>()
  for (const person of people) {
    const place = placeOf(person)
    const held = places.get(place)
    if (held === undefined) places.set(place, { best: person, people: 1 })
    else {
      held.people += 1
      if (byWorth(person, held.best) < 0) held.best = person
    }
  }
  return [...places.values()]
    .map(({ best, people: here }) => ({ ...best, people: here }))
    .sort(byWorth)
    .slice(0, most)
}
