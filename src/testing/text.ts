import type { Exchange, SyntheticContact } from './model.ts'
import { OWNER } from './model.ts'
import { Random } from './random.ts'
import { editorial, general, pitches, topics } from './words/topics.ts'

/** FNV-1a: the same number for the same text, for choices that must not depend on an order. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0
  return hash
}

function sentencesFor({ topic, bulk }: Exchange): readonly string[] {
  if (topic !== null) return [...topics[topic]!.sentences, ...general]
  return bulk ? editorial : pitches.flatMap(({ sentences }) => sentences)
}

/** The text of a mail or message: exactly `words` words in paragraphs of three sentences; the same every time. */
export function bodyOf(exchange: Exchange): string {
  const random = new Random(hashOf(exchange.key))
  const sentences = sentencesFor(exchange)
  const paragraphs: string[] = []
  for (let left = exchange.words; left > 0;) {
    const paragraph: string[] = []
    for (const sentence of random.sample(sentences, 3)) {
      const words = sentence.split(' ').slice(0, left)
      left -= words.length
      if (words.length > 0) paragraph.push(words.join(' ').replace(/[^.!?]$/, '$&.'))
    }
    paragraphs.push(paragraph.join(' '))
  }
  return paragraphs.join('\n\n')
}

/** Lines of at most `width` characters, broken at blanks. */
export function wrap(text: string, width = 72): string {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const word of paragraph.split(' ')) {
      if (line !== '' && line.length + 1 + word.length > width) {
        lines.push(line)
        line = word
      } else line = line === '' ? word : `${line} ${word}`
    }
    lines.push(line)
  }
  return lines.join('\n')
}

const OFFSETS_MINUTES = [0, 0, 60, 60, 120, 330, 480, -300] as const

/** The zone in which an author's mail is dated, in minutes east of Greenwich. */
export const offsetMinutes = (author: number): number =>
  author === OWNER ? 0 : OFFSETS_MINUTES[author % OFFSETS_MINUTES.length]!

/** The zone in which a meeting is written down; null is UTC. Outlook has names of its own for zones. */
export function calendarZone(exchange: Exchange): 'Europe/Berlin' | 'W. Europe Standard Time' | null {
  const choice = hashOf(exchange.key) % 10
  if (choice < 2) return 'Europe/Berlin'
  return choice === 2 ? 'W. Europe Standard Time' : null
}

/** LinkedIn keeps one conversation for each two members. */
export const linkedinConversation = ({ from, to }: Exchange): string =>
  `2-sample-${from === OWNER ? to[0]! : from}`

/** The keywords of what an exchange is about, as a reader would take them from its text. */
export const keywordsOf = ({ topic }: Exchange): readonly string[] =>
  topic === null ? [] : topics[topic]!.keywords

/** The first and last name. */
export function namesOf({ name }: Pick<SyntheticContact, 'name'>): readonly [string, string] {
  const blank = name.indexOf(' ')
  return [name.slice(0, blank), name.slice(blank + 1)]
}
