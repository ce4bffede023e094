import { type Sentences, sentences } from '#core/sentences/index.ts'
import type { Skipped } from '#core/model/records.ts'
import type { Context } from './operation.ts'

/** The sentences of the language that was asked in; English unless said otherwise. */
export const wordsOf = ({ language }: Pick<Context, 'language'>): Sentences => sentences[language ?? 'en']

/** Where and why something could not be read, in that language. */
export const problemInWords = (
  context: Pick<Context, 'language'>,
  { where, reason }: Skipped,
): { where: string; reason: string } => {
  const { translated } = wordsOf(context)
  return { where: where.split(', ').map(translated).join(', '), reason: translated(reason) }
}
