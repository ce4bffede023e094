import { KithError } from '#core/model/errors.ts'
import type { Identity } from '#core/model/identity.ts'
import type { Login, SyncState } from '../connector.ts'
import { failureOf, stopIfAborted } from '../failures.ts'
import { type CardEdit, type CardFields, cardFields, editedCard } from './card-text.ts'
import { type Collection, Dav, type DavObject } from './collections.ts'
import { serverUrl } from './dav-fetch.ts'
import { collectionsIn } from './state.ts'

/** Whose change counts where the card was changed elsewhere, too. */
export type Choice = 'mine' | 'theirs'

export type CardWritten =
  | { readonly state: 'written' | 'unchanged' | 'kept-theirs'; readonly card: CardFields }
  /** Somebody changed the card since kith read it: nothing is written until the user chooses. */
  | { readonly state: 'conflict'; readonly mine: CardFields; readonly theirs: CardFields }
  /** No address book of the account has a card with one of these addresses or numbers. */
  | { readonly state: 'absent' }

type FoundCard = { readonly collection: Collection; readonly object: DavObject }

/** Cards looked through at once where the server cannot search for what is known. */
const BATCH_CARDS = 100

const holdsMail = (text: string, mail: string): boolean =>
  cardFields(text).mails.some(
    (one) =>
      one
        .replace(/^mailto:/i, '')
        .trim()
        .toLowerCase() === mail,
  )

/** Servers compare numbers as they are written, with blanks and brackets; the last nine digits tell them. */
const tail = (phone: string): string => phone.replace(/\D/g, '').slice(-9)

const holdsPhone = (text: string, phone: string): boolean =>
  cardFields(text).phones.some((one) => tail(one).length >= 6 && tail(one) === tail(phone))

async function findCard(
  dav: Dav,
  identities: readonly Identity[],
  state: SyncState,
): Promise<FoundCard | null> {
  const collections = await dav.collections()
  for (const collection of collections)
    for (const { kind, value } of identities) {
      if (kind !== 'mail') continue
      const object = (await dav.cardsWith(collection, value)).find(({ text }) => holdsMail(text, value))
      if (object !== undefined) return { collection, object }
    }
  const phones = identities.flatMap(({ kind, value }) => (kind === 'phone' ? [value] : []))
  if (phones.length === 0) return null
  for (const collection of collections) {
    const urls = Object.keys(collectionsIn(state)[collection.url]?.etags ?? {})
    for (let at = 0; at < urls.length; at += BATCH_CARDS) {
      const objects = await dav.objects(collection, urls.slice(at, at + BATCH_CARDS))
      const object = objects.find(({ text }) => phones.some((phone) => holdsPhone(text, phone)))
      if (object !== undefined) return { collection, object }
    }
  }
  return null
}

/**
 * Changes somebody's card in an address book, only from the version that is known (If-Match): where it was changed
 * elsewhere since kith read it, both versions come back and nothing is written, until a choice is given.
 * @param state how far the account was read: the versions that kith, and so the user, has seen
 * @throws KithError in plain words, without the secret
 */
export async function editCard(
  login: Login,
  state: SyncState,
  identities: readonly Identity[],
  edit: CardEdit,
  choice: Choice | null,
  signal: AbortSignal,
): Promise<CardWritten> {
  const { hostname } = serverUrl(login)
  try {
    const dav = new Dav('carddav', login, signal)
    const found = await findCard(dav, identities, state)
    if (found === null) return { state: 'absent' }
    const { collection, object } = found
    const theirs = cardFields(object.text)
    if (choice === 'theirs') return { state: 'kept-theirs', card: theirs }
    const text = editedCard(object.text, edit)
    const mine = cardFields(text)
    if (JSON.stringify(mine) === JSON.stringify(theirs)) return { state: 'unchanged', card: theirs }
    const seen = collectionsIn(state)[collection.url]?.etags[object.url]
    if (choice === null && seen !== object.etag) return { state: 'conflict', mine, theirs }
    const answer = await dav.putCard(object, text)
    if (answer === 'changed') {
      // In this very moment: what stands there now is what the user has to see.
      const [now] = await dav.objects(collection, [object.url])
      return { state: 'conflict', mine, theirs: now === undefined ? theirs : cardFields(now.text) }
    }
    if (answer !== 'written')
      throw new KithError('forbidden', `${hostname} does not let ${login.user} change this card (${answer}).`)
    return { state: 'written', card: mine }
  } catch (error) {
    stopIfAborted(signal)
    throw failureOf(error, hostname)
  }
}
