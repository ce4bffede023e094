const cell = (text: string, always: boolean): string =>
  always || /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

/** Rows of CSV, each with a line feed at its end; cells are quoted where they must be, or all of them. */
export const csvRows = (rows: readonly (readonly string[])[], quoteAll = false): string =>
  rows.map((row) => `${row.map((text) => cell(text, quoteAll)).join(',')}\n`).join('')
