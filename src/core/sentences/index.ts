import { de, en } from './basics.ts'
import { calibre } from './calibre.ts'
import { changes } from './changes.ts'
import { closeness } from './closeness.ts'
import { discover } from './discover.ts'
import { draft } from './draft.ts'
import { features } from './features.ts'
import { input } from './input.ts'
import type { Language } from './language.ts'
import { learning } from './learning.ts'
import { matching } from './matching.ts'
import { plan } from './plan.ts'
import { topics } from './topics.ts'
import { translated } from './translated/translate.ts'
import { worth } from './worth.ts'

const basics = { en, de }

const inLanguage = (language: Language) => ({
  basics: basics[language],
  calibre: calibre[language],
  changes: changes[language],
  closeness: closeness[language],
  discover: discover[language],
  draft: draft[language],
  feature: features[language].feature,
  input: input[language],
  learning: learning[language],
  matching: matching[language],
  plan: plan[language],
  topics: topics[language],
  worth: worth[language],
  /** A sentence that arose in English and was stored or thrown as text. */
  translated: language === 'en' ? (english: string): string => english : translated,
})

/**
 * All sentences that kith makes of numbers and facts, a file a concern with both languages side by side: German is typed
 * by English, so `tsc` refuses a sentence that one of them lacks.
 */
export const sentences = { en: inLanguage('en'), de: inLanguage('de') } satisfies Record<Language, unknown>

export type Sentences = (typeof sentences)['en']
