import { KithError } from '#core/model/errors.ts'
import { identityKey } from '#core/model/identity.ts'
import { type PersonId, personId } from '#core/model/ids.ts'
import { possibleKeys } from '#store/people.ts'
import type { Context } from './operation.ts'
import { wordsOf } from './words.ts'

/** People named when a word fits several. */
const SHOWN = 5

/** A shorter number is a person's in kith, not a piece of a telephone number. */
const LEAST_PHONE_DIGITS = 6

/** Whether a word is an address, number or profile URL of somebody, and not only a part of one. */
async function isKey({ store }: Context, person: PersonId, word: string): Promise<boolean> {
  const keys = new Set(possibleKeys(word))
  return (await store.identitiesOf(person)).some((identity) => keys.has(identityKey(identity)))
}

/**
 * The one person that a user means by an id, an address, a number, a profile URL or (part of) a name.
 * @throws KithError 'not-found' when nobody fits; 'conflict' that names them when several do
 */
export async function findPerson(context: Context, who: string): Promise<PersonId> {
  const { store, owner } = context
  const word = who.trim()
  const { input: words } = wordsOf(context)
  if (/^\d{1,9}$/.test(word)) {
    const row = await store.person(owner, personId(Number(word)))
    if (row !== null) return row.personId
    if (word.length < LEAST_PHONE_DIGITS) throw new KithError('not-found', words.nobodyHasNumber(word))
  }
  const found = await store.findPeople(owner, word, SHOWN + 1)
  const [first, ...others] = found
  if (first === undefined) throw new KithError('not-found', words.nobodyFits(word))
  if (others.length === 0 || (await isKey(context, first.personId, word))) return first.personId
  const exact = found.filter((row) => row.name.toLowerCase() === word.toLowerCase())
  if (exact.length === 1 && exact[0] !== undefined) return exact[0].personId
  const names = found.slice(0, SHOWN).map((row) => `${row.name} (${row.personId})`)
  throw new KithError('conflict', words.severalFit(word, names, found.length > SHOWN))
}
