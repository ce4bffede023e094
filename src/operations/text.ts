import stringWidth from 'string-width'
import { percent as shareInWords } from '#core/worth/wording.ts'

/** Texts of the terminal; the screens have their own. */

/** A share in words, as on the screens; null is unknown. */
export const percent = (value: number | null): string => (value === null ? 'unknown' : shareInWords(value))

/** The day of an ISO time, such as 2026-06-01 (UTC); "never" for null. */
export const day = (iso: string | null): string => (iso === null ? 'never' : iso.slice(0, 10))

const letters = new Intl.Segmenter()

/** A text in at most so many columns of a terminal, where a Chinese letter takes two; what is cut ends with "…". */
function fitting(text: string, columns: number): string {
  if (stringWidth(text) <= columns) return text
  let kept = ''
  let width = 1
  for (const { segment } of letters.segment(text)) {
    width += stringWidth(segment)
    if (width > columns) break
    kept += segment
  }
  return `${kept}…`
}

const padded = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - stringWidth(text)))

/** Spaces between two columns. */
const BETWEEN = 2
/** No column is narrowed below this: figures and days stay whole. */
const LEAST_COLUMN = 12

type Room = {
  /** How wide the terminal is; absent where nobody looks at one. */
  readonly columns?: number | undefined
  /** Headings that go where there is too little room, the first to go first. */
  readonly spare?: readonly string[]
}

/** How wide columns of such widths are beside each other. */
const across = (widths: readonly number[]): number =>
  widths.reduce((sum, width) => sum + width + BETWEEN, -BETWEEN)

/**
 * Columns under their headings, as wide as their widest cell, none wider than `widest`. In a terminal that is too narrow
 * for them the widest are narrowed, and columns that can be spared are left out.
 */
export function table(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  widest = 36,
  { columns = Infinity, spare = [] }: Room = {},
): string {
  const cells = [headings, ...rows]
  const widths = headings.map((_, column) =>
    Math.min(
      widest,
      cells.reduce((most, row) => Math.max(most, stringWidth(row[column] ?? '')), 0),
    ),
  )
  let kept = headings.map((_, column) => column)
  const least = (): number => across(kept.map((column) => Math.min(widths[column]!, LEAST_COLUMN)))
  for (const heading of spare)
    if (least() > columns) kept = kept.filter((column) => headings[column] !== heading)
  for (;;) {
    const width = Math.max(...kept.map((column) => widths[column]!))
    if (width <= LEAST_COLUMN || across(kept.map((column) => widths[column]!)) <= columns) break
    widths[widths.findIndex((one, column) => one === width && kept.includes(column))]! -= 1
  }
  return cells
    .map((row) =>
      kept
        .map((column, at) => {
          const cell = fitting(row[column] ?? '', widths[column]!)
          return at === kept.length - 1 ? cell : padded(cell, widths[column]!)
        })
        .join(' '.repeat(BETWEEN))
        .trimEnd(),
    )
    .join('\n')
}

/** A path that is too long for its column, by its end: the names that tell files apart stand there. */
export const endOf = (path: string, widest: number): string =>
  path.length > widest ? `…${path.slice(1 - widest)}` : path

/** "1 person", "1,204 people". */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`

/** Every line moved in by four spaces. */
export const indented = (text: string): string =>
  text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n')
