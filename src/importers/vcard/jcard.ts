import type { Entry } from '../importer.ts'
import { asText, isObject, jsonParts, parseJson } from '../text/json-parts.ts'
import type { ContentLine } from '../text/content-lines.ts'
import { MAX_PROPERTIES, type Card } from './cards.ts'
import { asLine, type Part } from './properties.ts'

/** An address book in JSON: `["vcard", [[name, parameters, type, value…]…]]`, or a list of these (RFC 7095). */
export const isJcard = (text: string): boolean => /^\s*\[\s*(?:\[\s*)?"vcard"\s*,\s*\[/i.test(text)

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

function paramsOf(value: unknown): Map<string, string[]> {
  const params = new Map<string, string[]>()
  if (!isObject(value)) return params
  for (const [name, given] of Object.entries(value))
    params.set(name.toUpperCase(), (Array.isArray(given) ? given : [given]).map(asText))
  return params
}

/** A text, or the parts of a structured value, of which each may be a list. */
const partsOf = (value: unknown): readonly Part[] =>
  Array.isArray(value)
    ? value.map((part) => (Array.isArray(part) ? part.map(asText) : asText(part)))
    : [asText(value)]

function propertiesOf(value: unknown): ContentLine[] {
  const found: ContentLine[] = []
  for (const one of listOf(value).slice(0, MAX_PROPERTIES)) {
    const [name, params, , first] = listOf(one)
    if (typeof name === 'string') found.push(asLine(name, paramsOf(params), partsOf(first)))
  }
  return found
}

export type Cards = { readonly cards: readonly Card[]; readonly bytes: number }

/** The cards of such a file as they come. */
export async function* jcards(entry: Entry): AsyncIterable<Cards> {
  let number = 0
  let isSingle = false
  const card = (properties: unknown, broken?: string): Card => ({
    number: ++number,
    properties: propertiesOf(properties),
    ...(broken === undefined ? {} : { broken }),
  })
  for await (const { parts, bytes } of jsonParts(entry, (path) => (path.length === 0 ? 'enter' : 'take'))) {
    const cards: Card[] = []
    for (const { kind, text } of parts) {
      if (kind === 'begin') continue
      if (kind === 'damage')
        cards.push(card([], 'the file is cut or damaged here; what follows was not read'))
      else if (kind === 'large') cards.push(card([], 'it is too large for a record'))
      else {
        const value = parseJson(text)
        if (isSingle && number === 0) cards.push(card(value))
        else if (value === 'vcard' && number === 0) isSingle = true
        else if (!isSingle)
          cards.push(card(listOf(value)[1], value === undefined ? 'it is broken JSON' : undefined))
      }
    }
    yield { cards, bytes }
  }
}
