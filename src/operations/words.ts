import { type Sentences, sentences } from '#core/sentences/index.ts'
import type { Context } from './operation.ts'

/** The sentences of the language that was asked in; English unless said otherwise. */
export const wordsOf = ({ language }: Pick<Context, 'language'>): Sentences => sentences[language ?? 'en']
