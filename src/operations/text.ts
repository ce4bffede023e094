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

/** Columns under their headings, as wide as their widest cell, none wider than `widest`. */
export function table(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  widest = 36,
): string {
  const cells = [headings, ...rows].map((row) => row.map((cell) => fitting(cell, widest)))
  const widths = headings.map((_, column) =>
    cells.reduce((most, row) => Math.max(most, stringWidth(row[column] ?? '')), 0),
  )
  return cells
    .map((row) =>
      row
        .map((cell, column) => (column === row.length - 1 ? cell : padded(cell, widths[column] ?? 0)))
        .join('  ')
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
