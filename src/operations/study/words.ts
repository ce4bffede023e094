import type { NetworkState } from './schemas.ts'

/** What every view of the structure says while it is not known whose network this is. */
export const unknownMe: { readonly state: NetworkState; readonly text: string } = {
  state: 'unknown-me',
  text: 'kith does not know yet whose network this is. Import your own mail or LinkedIn archive, or say it: kith me set <address>',
}

export const nobodyYet =
  'There is nobody in your network yet. Import mail, a calendar or an address book: kith import <files>'

export const noTies =
  'Nothing was seen of who knows whom among your contacts. Mail with several recipients, meetings and shared chats show it: import those.'
