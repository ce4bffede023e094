import type { OutcomeKind } from '../model/outcome.ts'

/** Words in a subject that may tell of an outcome, lower-case; English and German. */
export const outcomeWords: readonly { readonly kind: OutcomeKind; readonly words: readonly string[] }[] = [
  {
    kind: 'introduction',
    words: ['introducing', 'introduction', 'intro:', 'e-intro', 'meet ', 'vorstellung', 'bekannt machen'],
  },
  {
    kind: 'referral',
    words: ['referral', 'referred', 'recommended you', 'recommendation', 'empfehlung', 'empfohlen'],
  },
  {
    kind: 'sale',
    words: ['purchase order', 'signed', 'order confirmation', 'invoice', 'auftrag', 'bestellung', 'rechnung'],
  },
  {
    kind: 'partnership',
    words: ['partnership', 'cooperation agreement', 'kooperation', 'partnerschaft', 'joint venture'],
  },
  { kind: 'hire', words: ['offer letter', 'employment contract', 'start date', 'arbeitsvertrag', 'zusage'] },
  { kind: 'investment', words: ['term sheet', 'investment', 'safe note', 'beteiligung', 'funding round'] },
  { kind: 'support', words: ['reference letter', 'letter of support', 'testimonial', 'referenzschreiben'] },
  {
    kind: 'help',
    words: [
      'thanks for your help',
      'thank you for your help',
      'danke für deine hilfe',
      'danke für ihre hilfe',
    ],
  },
]

/** All of them, to search by. */
export const allOutcomeWords: readonly string[] = outcomeWords.flatMap(({ words }) => words)

/** The kind of outcome that a subject may tell of, and the word that says so; null for none. The first kind wins. */
export function suggestedBy(subject: string): { readonly kind: OutcomeKind; readonly word: string } | null {
  const lower = subject.toLowerCase()
  for (const { kind, words } of outcomeWords)
    for (const word of words) if (lower.includes(word)) return { kind, word: word.trim() }
  return null
}
