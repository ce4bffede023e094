import { cleanName, nameIdentity } from '#core/identity/normalise.ts'
import { identityKey, type Identity } from '#core/model/identity.ts'
import type { OwnerRecord, Participant, Someone, SourceRecord } from '#core/model/records.ts'
import type { ReadOptions } from '../importer.ts'
import { phoneIdentity } from '../phone.ts'
import { about } from '../text/about.ts'
import { hashText } from '../text/hash.ts'
import { remember } from '../text/remember.ts'
import { TellOnce } from '../text/tell-once.ts'
import { isPlausible } from '../text/time.ts'
import { countWords } from '../text/words.ts'

/** Attributes of a tag. */
export type Attributes = Readonly<Record<string, string>>

/** A message with pictures or to several people. */
export type Mms = {
  readonly attributes: Attributes
  /** The numbers in it with their type: 137 from, 151 to, 130 cc, 129 bcc. */
  readonly addresses: { readonly address: string; readonly type: string }[]
  readonly texts: string[]
}

/** What stands for the telephone itself among the addresses. */
const MYSELF = 'insert-address-token'

const NOT_SENT: Readonly<Record<string, string>> = {
  '3': 'a draft that was not sent',
  '4': 'a message that was not sent yet',
  '5': 'a message that could not be sent',
  '6': 'a message that was not sent yet',
}
const NOT_TAKEN: Readonly<Record<string, string>> = {
  '3': 'a missed call',
  '4': 'a call to the answering machine',
  '5': 'a call that was declined',
  '6': 'a call that was blocked',
  '7': 'a call taken on another device',
}
const NO_AUTHOR = 'it does not say who of the group wrote it'
const NO_PERSON = 'the number is hidden, a service, or not complete without its country'

const given = (value: string | undefined): string =>
  value === undefined || value === 'null' ? '' : value.trim()

/** The numbers in an address: of a group several, joined by the app with `~` and by some telephones with `;` or `,`. */
const numbersIn = (attributes: Attributes): string[] =>
  given(attributes['address'])
    .split(/[~;,]/)
    .map((one) => one.trim())
    .filter((one) => one !== '' && one !== MYSELF)

/** The name in the address book; empty for what stands for none. */
const contactName = (attributes: Attributes): string => {
  const name = cleanName(given(attributes['contact_name']))
  return /^\(unknown\)$/i.test(name) ? '' : name
}

/** No telephone wrote a message before. */
const FIRST_MS = Date.UTC(1992, 0)
/** Numbers as short as these are of services, in every country. */
const SHORT_NUMBER = /^\d{1,6}$/

const readTime = (attributes: Attributes): number | null => {
  const date = given(attributes['date'])
  const at = /^\d{1,15}$/.test(date) ? Number(date) : NaN
  // Some telephones write seconds for messages with pictures.
  const time = at < FIRST_MS ? at * 1_000 : at
  return isPlausible(time) && time >= FIRST_MS ? time : null
}

/** Turns messages and calls of a telephone into records; a text says why one gives none. */
export class PhoneRecords {
  private readonly phone: (address: string) => Identity | null
  private readonly tell = new TellOnce()
  private readonly own = new Map<string, { identity: Identity; count: number }>()

  constructor(options: ReadOptions) {
    this.phone = remember((address) =>
      SHORT_NUMBER.test(address) ? null : phoneIdentity(address, options.region),
    )
  }

  /** The number, or the contact's name where the number alone is no valid one. */
  private identity(address: string, name: string): Identity | null {
    return this.phone(address) ?? (name === '' ? null : nameIdentity('sms', name))
  }

  private person(identity: Identity, name: string): SourceRecord[] {
    if (name === '' || !this.tell.isNew(`${identityKey(identity)}|${name}`)) return []
    return [{ type: 'person', identities: [identity], name }]
  }

  sms(attributes: Attributes): SourceRecord[] | string {
    const type = given(attributes['type'])
    const notSent = NOT_SENT[type]
    if (notSent !== undefined) return notSent
    if (type !== '1' && type !== '2') return 'it does not say whether it was sent or received'
    const numbers = numbersIn(attributes)
    if (numbers.length > 1 && type === '1') return NO_AUTHOR
    const { others, name } = this.people(numbers, attributes)
    const [only] = others
    if (only === undefined) return NO_PERSON
    const between: [Someone, readonly Someone[]] = type === '2' ? ['owner', others] : [only, ['owner']]
    return this.message('sms', attributes, between, others, name, given(attributes['body']))
  }

  /** Who has these numbers, each once. The name of the contact is one person's, and of a group nobody's. */
  private people(
    numbers: readonly string[],
    attributes: Attributes,
  ): { readonly others: readonly Identity[]; readonly name: string } {
    const name = numbers.length > 1 ? '' : contactName(attributes)
    const others = new Map<string, Identity>()
    for (const number of numbers.length === 0 ? [''] : numbers) {
      const identity = this.identity(number, name)
      if (identity) others.set(identityKey(identity), identity)
    }
    return { others: [...others.values()], name }
  }

  mms({ attributes, addresses, texts }: Mms): SourceRecord[] | string {
    const box = given(attributes['msg_box'])
    const notSent = NOT_SENT[box]
    if (notSent !== undefined) return notSent
    if (box !== '1' && box !== '2') return 'it does not say whether it was sent or received'
    const named = numbersIn(attributes)
    const listed = addresses.filter(({ address }) => address !== MYSELF && address !== '')
    const sender = listed.find(({ type }) => type === '137')?.address
    // The attribute leaves out the telephone's own number, which stands among the addresses of what was received.
    const raw =
      named.length > 0
        ? named
        : box === '1'
          ? sender === undefined
            ? []
            : [sender]
          : listed.map(({ address }) => address)
    const { others: everybody, name } = this.people(raw, attributes)
    const body = texts.join('\n')
    if (box === '2') {
      return everybody.length === 0
        ? NO_PERSON
        : this.message('mms', attributes, ['owner', everybody], everybody, name, body)
    }
    const author =
      (sender === undefined ? null : this.identity(sender, name)) ??
      (everybody.length === 1 ? everybody[0] : null)
    if (!author) return everybody.length > 1 ? NO_AUTHOR : NO_PERSON
    const rest = everybody.filter((other) => identityKey(other) !== identityKey(author))
    if (raw.length === 1) this.delivered(listed)
    return this.message('mms', attributes, [author, ['owner', ...rest]], [author], name, body)
  }

  private message(
    kind: 'sms' | 'mms',
    attributes: Attributes,
    [from, to]: readonly [Someone, readonly Someone[]],
    named: readonly Identity[],
    name: string,
    body: string,
  ): SourceRecord[] {
    const at = readTime(attributes)
    const key = [from, ...to].map((one) => (one === 'owner' ? 'owner' : identityKey(one)))
    const [only] = named
    return [
      ...(named.length === 1 && only ? this.person(only, name) : []),
      {
        type: 'interaction',
        key: `${kind}:${given(attributes['date'])}|${hashText(`${key.join('|')}|${body.replace(/\s+/g, '')}`)}`,
        at,
        timeQuality: at === null ? 'none' : 'exact',
        channel: 'message',
        participants: [
          { identity: from, role: 'from', ...(from !== 'owner' && name !== '' ? { name } : {}) },
          ...to.map((identity): Participant => ({ identity, role: 'to' })),
        ],
        bulk: false,
        words: countWords(body),
        ...about(body),
      },
    ]
  }

  call(attributes: Attributes): SourceRecord[] | string {
    const type = given(attributes['type'])
    const notTaken = NOT_TAKEN[type]
    if (notTaken !== undefined) return notTaken
    if (type !== '1' && type !== '2') return 'it does not say whether it came in or went out'
    if (!(Number(given(attributes['duration'])) > 0)) return 'a call that was not answered'
    const name = contactName(attributes)
    const other = this.identity(given(attributes['number']), name)
    if (other === null) return NO_PERSON
    const at = readTime(attributes)
    const [caller, called]: [Someone, Someone] = type === '2' ? ['owner', other] : [other, 'owner']
    return [
      ...this.person(other, name),
      {
        type: 'interaction',
        key: `phone-call:${given(attributes['date'])}|${type}|${identityKey(other)}`,
        at,
        timeQuality: at === null ? 'none' : 'exact',
        channel: 'call',
        participants: [
          { identity: caller, role: 'organiser' },
          { identity: called, role: 'attendee' },
        ],
        bulk: false,
      },
    ]
  }

  /** What a single sender wrote to one number was written to the telephone's own. */
  private delivered(listed: Mms['addresses']): void {
    const to = listed.filter(({ type }) => type === '151')
    const identity = to.length === 1 && to[0] ? this.phone(to[0].address) : null
    if (identity === null) return
    const known = this.own.get(identity.value) ?? { identity, count: 0 }
    known.count++
    this.own.set(identity.value, known)
  }

  /** The numbers that messages were delivered to. */
  ownerHints(): OwnerRecord[] {
    return [...this.own.values()].map(({ identity, count }) => ({
      type: 'owner',
      basis: 'delivered',
      identity,
      count,
    }))
  }
}
