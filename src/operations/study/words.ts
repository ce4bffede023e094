import type { Sentences } from '#core/sentences/index.ts'
import type { NetworkState } from './schemas.ts'

/** Why there is no study to look at: whose network it is is not known, or kith is making the first one. */
export type NoStudy = 'unknown-me' | 'studying'

/** What every view of a study tells where there is none. */
export const withoutStudy = (
  why: NoStudy,
  words: Sentences['discover'],
): { readonly state: NetworkState; readonly text: string; readonly at: null; readonly old: boolean } => ({
  state: why,
  text: why === 'studying' ? words.studying : words.unknownMe,
  at: null,
  old: why === 'studying',
})
