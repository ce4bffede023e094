import type { NetworkState } from './schemas.ts'

/** What every view of the structure says while it is not known whose network this is. */
export const unknownMe: { readonly state: NetworkState; readonly text: string } = {
  state: 'unknown-me',
  text: 'kith does not know yet whose network this is. Import your own mail or LinkedIn archive, or say it: kith me set <address>',
}
