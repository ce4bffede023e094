import { KithError } from '#core/model/errors.ts'
import type { Entry, Head, Importer } from '../importer.ts'
import { Batching } from '../text/batching.ts'
import { Unfolder, type LogicalLine } from '../text/content-lines.ts'
import { counted, headText } from '../text/decode.ts'
import { headOf } from '../text/head.ts'
import { CardSplitter } from './cards.ts'
import { isJcard, jcards, type Cards } from './jcard.ts'
import { readCard } from './person.ts'
import { isXcard, xcards } from './xcard.ts'

type Form = 'lines' | 'json' | 'xml'

/** By how it begins: cards begin at once, whatever the file is called. */
function formOf(head: Head): Form | null {
  const text = headText(head)
  if (text === null) return null
  if (/^\s*BEGIN\s*:\s*VCARD\s*$/im.test(text.trimStart().split(/\r?\n/, 1)[0] ?? '')) return 'lines'
  return isJcard(text) ? 'json' : isXcard(text) ? 'xml' : null
}

/** The cards of a file of lines. */
async function* lineCards(entry: Entry): AsyncIterable<Cards> {
  const unfolder = new Unfolder()
  const splitter = new CardSplitter()
  const source = counted(entry)
  // Line by line, so that a file of many cards is handed on in parts.
  const cards = function* (lines: readonly LogicalLine[]): Iterable<Cards> {
    for (const line of lines) {
      const found = splitter.push(line)
      if (found.length > 0) yield { cards: found, bytes: source.bytes }
    }
  }
  for await (const chunk of source.chunks) yield* cards(unfolder.push(chunk))
  yield* cards(unfolder.end())
  yield { cards: splitter.end(), bytes: source.bytes }
}

const readers = { lines: lineCards, json: jcards, xml: xcards } as const

/**
 * Address books in vCard 2.1 (versit, 1996), 3.0 (RFC 2426) and 4.0 (RFC 6350), with the private properties of Apple,
 * Google, Outlook and Evolution; also as JSON (jCard, RFC 7095) and XML (xCard, RFC 6351).
 */
export const vcard: Importer = {
  id: 'vcard',
  title: 'Address book (vCard)',
  reads:
    'People with mail addresses, telephone numbers, profiles, organisation and title from a .vcf file, also as jCard or xCard.',
  howToExport: [
    'Google: contacts.google.com > Export > vCard (for iOS contacts).',
    'Apple: Contacts > select all > File > Export > Export vCard.',
    'Outlook for Windows (classic): open a contact > File > Save As > vCard. All of them at once it exports as CSV alone, which kith reads, too.',
    'Thunderbird: Address Book > right-click an address book > Export > vCard. Android: Contacts > Organize > Export to file.',
  ],
  detect: (head) => (formOf(head) === null ? 0 : 0.95),
  async *read(entry, options) {
    const batch = new Batching()
    let cards = 0
    // What is no card at its beginning may hold some further down.
    const form = formOf(await headOf(entry)) ?? 'lines'
    for await (const step of readers[form](entry)) {
      for (const card of step.cards) {
        cards++
        const where =
          card.line === undefined ? `card ${card.number}` : `card ${card.number} (line ${card.line})`
        const result = card.broken ?? readCard(card, options)
        if (typeof result === 'string') batch.skip(where, result)
        else batch.took(result)
        if (batch.full) yield batch.flush(step.bytes)
      }
    }
    if (cards === 0) {
      throw new KithError(
        'unreadable',
        `${entry.path} holds no card: none of its lines is BEGIN:VCARD. Export the address book as vCard again.`,
      )
    }
    yield batch.flush(entry.size)
  },
}
