import { KithError } from '#core/model/errors.ts'
import type { Head, Importer } from '../importer.ts'
import { Batching } from '../text/batching.ts'
import { Unfolder, type LogicalLine } from '../text/content-lines.ts'
import { counted, headText } from '../text/decode.ts'
import { CardSplitter, type Card } from './cards.ts'
import { readCard } from './person.ts'

/** By the first line alone: cards begin at once, whatever the file is called. */
const detect = (head: Head): number => {
  const text = headText(head)
  return text !== null && /^\s*BEGIN\s*:\s*VCARD\s*$/im.test(text.trimStart().split(/\r?\n/, 1)[0] ?? '')
    ? 0.95
    : 0
}

/**
 * Address books in vCard 2.1 (versit, 1996), 3.0 (RFC 2426) and 4.0 (RFC 6350), with the private properties of Apple,
 * Google, Outlook and Evolution.
 */
export const vcard: Importer = {
  id: 'vcard',
  title: 'Address book (vCard)',
  reads: 'People with mail addresses, telephone numbers, profiles, organisation and title from a .vcf file.',
  howToExport: [
    'Google: contacts.google.com > Export > vCard (for iOS contacts).',
    'Apple: Contacts > select all > File > Export > Export vCard.',
    'Outlook: People > Manage > Export contacts; in the desktop program save the contacts as vCard.',
    'Thunderbird: Address Book > Tools > Export > vCard. Android: Contacts > Fix & manage > Export to file.',
  ],
  detect,
  async *read(entry, options) {
    const batch = new Batching()
    const unfolder = new Unfolder()
    const splitter = new CardSplitter()
    const source = counted(entry)
    let cards = 0
    const take = (found: readonly Card[]): void => {
      for (const card of found) {
        cards++
        const where = `card ${card.number} (line ${card.line})`
        const result = card.broken ?? readCard(card, options)
        if (typeof result === 'string') batch.skip(where, result)
        else batch.took(result)
      }
    }
    const lines = function* (found: readonly LogicalLine[]) {
      for (const line of found) {
        take(splitter.push(line))
        if (batch.full) yield batch.flush(source.bytes)
      }
    }
    for await (const chunk of source.chunks) yield* lines(unfolder.push(chunk))
    yield* lines(unfolder.end())
    take(splitter.end())
    if (cards === 0) {
      throw new KithError(
        'unreadable',
        `${entry.path} holds no card: none of its lines is BEGIN:VCARD. Export the address book as vCard again.`,
      )
    }
    yield batch.flush(entry.size)
  },
}
