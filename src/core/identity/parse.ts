import { type Identity, identityKinds } from '../model/identity.ts'
import { linkedinIdentity, mailIdentity, nameKey, profileIdentity } from './normalise.ts'

/** `linkedin:ada-byron`: the kind said with the value. */
function stated(word: string): Identity | null {
  const colon = word.indexOf(':')
  const kind = identityKinds.find((known) => known === word.slice(0, colon))
  const value = word.slice(colon + 1).trim()
  return kind === undefined || value === '' ? null : { kind, value }
}

/**
 * What a word that a user typed may stand for, the likeliest first: a key with its kind, an address, a number in
 * international form, a profile URL, an id of an events file, a directory name, a name.
 */
export function identitiesOf(text: string): readonly Identity[] {
  const word = text.trim()
  if (word === '') return []
  const digits = word.replace(/[\s()./-]/g, '')
  const candidates: (Identity | null)[] = [
    stated(word),
    mailIdentity(word),
    /^\+\d{6,15}$/.test(digits) ? { kind: 'phone', value: digits } : null,
    linkedinIdentity(word),
    /[./]/.test(word) && !/\s/.test(word) ? profileIdentity(word) : null,
    { kind: 'label', value: word },
    { kind: 'directory', value: word.toLowerCase() },
    nameKey(word) === '' ? null : { kind: 'name', value: `linkedin:${nameKey(word)}` },
  ]
  return candidates.filter((candidate) => candidate !== null)
}
