import type { Sentences } from '#core/sentences/index.ts'
import type { NetworkState } from './schemas.ts'

/** What every view of the structure says while it is not known whose network this is. */
export const unknownMe = (
  words: Sentences['discover'],
): { readonly state: NetworkState; readonly text: string } => ({
  state: 'unknown-me',
  text: words.unknownMe,
})
