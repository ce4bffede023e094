/** One measured figure of a quality bench. */
export type Row = {
  /** The data set, with its population where that matters. */
  readonly set: string
  /** What was measured: a score of kith's, or a baseline. */
  readonly method: string
  /** For example `AUC all pairs`, `Brier`. */
  readonly metric: string
  readonly value: number
  /** Bounds of the 95 % interval; absent where none was computed. */
  readonly low?: number
  readonly high?: number
  /** Number of cases (pairs, people) behind the figure. */
  readonly n: number
}

/** Lines of a plain text table: the first column left, the others right aligned. */
export function tableLines(header: readonly string[], body: readonly (readonly string[])[]): string[] {
  const widths = header.map((cell, column) =>
    Math.max(cell.length, ...body.map((line) => (line[column] ?? '').length)),
  )
  const format = (line: readonly string[]): string =>
    widths
      .map((width, column) => {
        const cell = line[column] ?? ''
        return column === 0 ? cell.padEnd(width) : cell.padStart(width)
      })
      .join('  ')
      .trimEnd()
  return [format(header), widths.map((width) => '-'.repeat(width)).join('  '), ...body.map(format)]
}

/** The distinct values of a list in the order of their first appearance. */
const distinct = (values: readonly string[]): string[] => [...new Set(values)]

function cell(row: Row | undefined): string {
  if (!row) return ''
  const value = row.value.toFixed(3)
  return row.low === undefined || row.high === undefined
    ? value
    : `${value} (${row.low.toFixed(3)}–${row.high.toFixed(3)})`
}

/** A table for each set: methods down, metrics across, the 95 % interval in brackets. */
export function rowTables(rows: readonly Row[]): string[] {
  return distinct(rows.map((row) => row.set)).flatMap((set) => {
    const ofSet = rows.filter((row) => row.set === set)
    const metrics = distinct(ofSet.map((row) => row.metric))
    const body = distinct(ofSet.map((row) => row.method)).map((method) => {
      const ofMethod = ofSet.filter((row) => row.method === method)
      const sizes = distinct(ofMethod.map((row) => String(row.n))).join(', ')
      return [method, ...metrics.map((metric) => cell(ofMethod.find((row) => row.metric === metric))), sizes]
    })
    return ['', set, ...tableLines([' ', ...metrics, 'n'], body)]
  })
}

/** Prints rows for people, or one JSON object a line. */
export function printRows(rows: readonly Row[], json: boolean): void {
  for (const line of json ? rows.map((row) => JSON.stringify(row)) : rowTables(rows)) console.log(line)
}
