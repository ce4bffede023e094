import stringWidth from 'string-width'

/** What a line begins with, below which its continuation stands: room, a number or a mark of a list, the bar of a draft. */
const BEGINNING = /^ *(?:\d+ {2}|[-•] |\| )?/
/** Columns of a table stand apart by at least two spaces. */
const IS_ROW = /\S {2,}\S/

/** Narrower than this nothing is worth breaking for. */
const LEAST_COLUMNS = 40

function broken(line: string, columns: number): string {
  const [beginning = ''] = BEGINNING.exec(line) ?? []
  const rest = line.slice(beginning.length)
  if (stringWidth(line) <= columns || IS_ROW.test(rest)) return line
  const hanging = beginning.includes('|') ? beginning : ' '.repeat(beginning.length)
  const lines: string[] = []
  let current = beginning
  let bare = true
  // A figure and its per cent belong together.
  for (const word of rest.split(/ (?!%)/)) {
    if (!bare && stringWidth(current) + 1 + stringWidth(word) > columns) {
      lines.push(current)
      current = hanging
      bare = true
    }
    current += bare ? word : ` ${word}`
    bare = false
  }
  return [...lines, current].join('\n')
}

/**
 * A text whose sentences are broken between words where a line would be wider than the terminal, which breaks inside
 * them. Rows of tables and words that are too long stay as they are.
 */
export const fitLines = (text: string, columns: number): string =>
  columns < LEAST_COLUMNS
    ? text
    : text
        .split('\n')
        .map((line) => broken(line, columns))
        .join('\n')
