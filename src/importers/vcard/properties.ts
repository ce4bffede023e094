import type { ContentLine } from '../text/content-lines.ts'

/** A part of a value, or a list of what stands at its place: several given names. */
export type Part = string | readonly string[]

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')
const written = (part: Part): string =>
  typeof part === 'string' ? escaped(part) : part.map(escaped).join(',')

/** A property of a card in JSON or XML as the line that says the same, so that all forms are read alike. */
export const asLine = (
  name: string,
  params: ReadonlyMap<string, readonly string[]>,
  parts: readonly Part[],
): ContentLine => ({ number: 0, name: name.toUpperCase(), params, value: parts.map(written).join(';') })
