import { percent as shareInWords } from '#core/worth/wording.ts'

/** Texts of the terminal; the screens have their own. */

/** A share in words, as on the screens; null is unknown. */
export const percent = (value: number | null): string => (value === null ? 'unknown' : shareInWords(value))

export const day = (iso: string | null): string => (iso === null ? 'never' : iso.slice(0, 10))

/** Columns under their headings, as wide as their widest cell, the last one cut at `width`. */
export function table(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  widest = 36,
): string {
  const cut = (cell: string): string => (cell.length > widest ? `${cell.slice(0, widest - 1)}…` : cell)
  const cells = [headings, ...rows].map((row) => row.map(cut))
  const widths = headings.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)))
  return cells
    .map((row) =>
      row
        .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
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
