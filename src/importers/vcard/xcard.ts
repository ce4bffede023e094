import type { Entry } from '../importer.ts'
import type { ContentLine } from '../text/content-lines.ts'
import { MAX_PROPERTIES, type Card } from './cards.ts'
import type { Cards } from './jcard.ts'
import { asLine, type Part } from './properties.ts'

/** An address book in XML: `<vcards>` of the namespace of vCard 4.0 (RFC 6351). */
export const isXcard = (text: string): boolean =>
  /^\s*</.test(text) &&
  /<(?:[\w.-]+:)?vcards?[\s>]/i.test(text.slice(0, 4_000)) &&
  text.slice(0, 4_000).includes('urn:ietf:params:xml:ns:vcard-4.0')

/** The parts of structured values in the order of the lines of a card (RFC 6350 6.2.2 and 6.3.1). */
const STRUCTURED: Readonly<Record<string, readonly string[]>> = {
  n: ['surname', 'given', 'additional', 'prefix', 'suffix'],
  adr: ['pobox', 'ext', 'street', 'locality', 'region', 'code', 'country'],
}

/** A property while it is read. */
class Open {
  readonly name: string
  readonly params = new Map<string, string[]>()
  readonly #values: [tag: string, text: string][] = []
  /** The parameter that the tags are within; null outside of one. */
  parameter: string | null = null
  isInParameters = false

  constructor(name: string) {
    this.name = name
  }

  hear(tag: string, text: string): void {
    if (this.parameter !== null) {
      const name = this.parameter.toUpperCase()
      this.params.set(name, [...(this.params.get(name) ?? []), text])
    } else if (this.#values.length < MAX_PROPERTIES) this.#values.push([tag, text])
  }

  line(): ContentLine {
    const order = STRUCTURED[this.name]
    const parts: readonly Part[] =
      order?.map((part) => this.#values.filter(([tag]) => tag === part).map(([, text]) => text)) ??
      this.#values.map(([, text]) => text)
    return asLine(this.name, this.params, parts)
  }
}

/** The cards of such a file as they come. */
export async function* xcards(entry: Entry): AsyncIterable<Cards> {
  const { xmlTags } = await import('../text/xml.ts')
  let number = 0
  let properties: ContentLine[] | null = null
  let open: Open | null = null
  const close = (broken?: string): Card => {
    const card = {
      number: ++number,
      properties: properties ?? [],
      ...(broken === undefined ? {} : { broken }),
    }
    properties = null
    open = null
    return card
  }
  let isWhole = true
  for await (const step of xmlTags(entry)) {
    isWhole = step.isWhole
    const cards: Card[] = []
    for (const { name: tag, attributes, text } of step.tags) {
      const name = tag.replace(/^.*:/, '').toLowerCase()
      if (name === 'vcard') {
        if (attributes === null) {
          if (properties !== null) cards.push(close())
        } else {
          if (properties !== null) cards.push(close('it does not end before the next card begins'))
          properties = []
        }
      } else if (properties === null || name === 'group') continue
      else if (attributes !== null) {
        if (open === null) open = new Open(name)
        else if (name === 'parameters') open.isInParameters = true
        else if (open.isInParameters) open.parameter ??= name
      } else if (open !== null) {
        if (name === 'parameters') {
          open.isInParameters = false
          open.parameter = null
        } else if (open.parameter === name) open.parameter = null
        else if (name === open.name && !open.isInParameters) {
          if (properties.length < MAX_PROPERTIES) properties.push(open.line())
          open = null
        } else open.hear(name, text)
      }
    }
    yield { cards, bytes: step.bytes }
  }
  if (properties !== null || !isWhole) yield { cards: [close('the file ends within it')], bytes: entry.size }
}
