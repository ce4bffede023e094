import { parseContentLine, type ContentLine, type LogicalLine } from '../text/content-lines.ts'

/** A card with more properties than this goes on, but what follows is not kept. */
export const MAX_PROPERTIES = 2_000

/** One card between BEGIN and END, or why it is broken. */
export type Card = {
  /** From 1. */
  readonly number: number
  /** The line of the file where it begins; absent in JSON and XML. */
  readonly line?: number
  readonly properties: readonly ContentLine[]
  readonly broken?: string
}

type Open = { number: number; line: number; properties: ContentLine[]; nested: number; agent: boolean }

/** Pictures, sounds and keys are large and say nothing here. */
const IGNORED = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY', 'NOTE', 'LABEL'])

/** Cuts a stream of lines into cards. A card within a card (2.1 writes assistants so) belongs to the outer one. */
export class CardSplitter {
  private open: Open | null = null
  private count = 0

  /** The card that a line completes, or those; most lines complete none. */
  push(line: LogicalLine): Card[] {
    const property = parseContentLine(line)
    if (!property) return []
    const { name } = property
    const isCard = (name === 'BEGIN' || name === 'END') && /^\s*vcard\s*$/i.test(property.value)
    if (name === 'BEGIN' && isCard) return this.begin(line.number)
    const open = this.open
    if (!open) return []
    if (name === 'END' && isCard) {
      if (open.nested === 0) return this.close()
      open.nested--
    } else if (open.nested === 0) {
      open.agent = name === 'AGENT'
      if (!IGNORED.has(name) && open.properties.length < MAX_PROPERTIES) open.properties.push(property)
    }
    return []
  }

  /** The card that the end of the file cuts off, if any. */
  end(): Card[] {
    return this.open ? this.close('the file ends within it') : []
  }

  private begin(line: number): Card[] {
    if (this.open && (this.open.agent || this.open.nested > 0)) {
      this.open.nested++
      this.open.agent = false
      return []
    }
    const cut = this.open ? this.close('it does not end before the next card begins') : []
    this.open = { number: ++this.count, line, properties: [], nested: 0, agent: false }
    return cut
  }

  private close(broken?: string): Card[] {
    if (!this.open) return []
    const { number, line, properties } = this.open
    this.open = null
    return [{ number, line, properties, ...(broken === undefined ? {} : { broken }) }]
  }
}
