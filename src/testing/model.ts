import type { Channel } from '#core/model/interaction.ts'
import type { Nearness } from './words/titles.ts'

export const DAY_MS = 86_400_000

/**
 * What a tie truly is.
 *
 * | kind | how it behaves before `at` |
 * |---|---|
 * | collaborator | every week, both ways, meetings and calls |
 * | client | busy in engagements of some months, quiet between them |
 * | friend | now and then for years, private matters |
 * | dormant | was close; not one exchange in the last 12 months |
 * | peer | in touch some times a year, very unequally |
 * | acquaintance | one conversation, once |
 * | connection | connected on LinkedIn, never wrote |
 * | seller | writes cold, is never answered |
 * | newsletter | a list with an editor's address |
 * | role | a machine or a shared desk |
 */
export const tieKinds = [
  'collaborator',
  'client',
  'friend',
  'dormant',
  'peer',
  'acquaintance',
  'connection',
  'seller',
  'newsletter',
  'role',
] as const
export type TieKind = (typeof tieKinds)[number]

export type SyntheticOrganisation = {
  readonly id: number
  readonly name: string
  readonly domain: string
  readonly industry: string
  /** How much weight its name carries, in [0, 1]. */
  readonly standing: number
}

/** What is true of a contact, whether or not any source shows it. */
export type Truth = {
  /** Influence in the owner's field, in [0, 1]; 0 for machines. */
  readonly calibre: number
  /** Rung of the career in [0, 1]; null for machines. */
  readonly seniority: number | null
  readonly nearness: Nearness | null
  /** Depth of the mutual history, in [0, 1]. */
  readonly trust: number
  /** Probability of an exchange in both directions, or a meeting or call, in the 30 days from `at`. */
  readonly closeness: number
}

/** Of one contact; the id is the position in `network.contacts`. */
export type SyntheticContact = {
  readonly id: number
  readonly kind: TieKind
  readonly name: string
  /** Addresses in the order of use; each is used for mail before its `until`, the last one for ever. */
  readonly mails: readonly { readonly address: string; readonly until: number }[]
  /** Slug of the LinkedIn profile. */
  readonly linkedin: string | null
  /** E.164, from the ranges that are kept free for fiction. */
  readonly phone: string | null
  readonly organisation: SyntheticOrganisation | null
  readonly title: string | null
  readonly place: string
  /** Day of the LinkedIn connection, at 00:00 UTC. */
  readonly connectedAt: number | null
  /** Whether the list of connections shows the mail address; few do. */
  readonly showsMail: boolean
  /** The entry in the owner's address book; `linkedin` tells whether it holds the profile URL too. */
  readonly card: { readonly linkedin: boolean } | null
  /** Indexes into `topics`. */
  readonly topics: readonly number[]
  readonly truth: Truth
}

/** A stretch of time with a constant rate of conversations. */
export type Phase = { readonly from: number; readonly until: number; readonly perDay: number }

/**
 * A source of conversations between the owner and some contacts: a Poisson process, beside conversations at given
 * times. One participant starts; every other replies with a probability of their own, to all; further messages
 * follow while `continues` holds. A meeting or call has no replies.
 */
export type Stream = {
  readonly id: number
  readonly channel: Exclude<Channel, 'post'>
  readonly sphere: 'work' | 'private'
  /** Contacts beside the owner. */
  readonly members: readonly number[]
  /** Probability that the owner starts; else each member is equally likely. */
  readonly ownerStarts: number
  readonly ownerReplies: number
  /** Probability of a reply, by member. */
  readonly replies: readonly number[]
  readonly continues: number
  readonly phases: readonly Phase[]
  readonly once: readonly number[]
}

/** A meeting that comes back at the same hour, left out now and then. */
export type Series = {
  readonly uid: string
  readonly member: number
  readonly subject: string
  readonly from: number
  readonly everyDays: number
  /** Probability that one is left out. */
  readonly skips: number
}

/** Mail to many from a list or a machine, at regular intervals. */
export type Mailing = {
  readonly sender: number
  readonly from: number
  readonly everyDays: number
  /** `#` stands for the number of the issue. */
  readonly subject: string
}

/** The owner, where an id of a contact would stand. */
export const OWNER = -1

/** One event in time: a mail, a LinkedIn message, a meeting or a call. */
export type Exchange = {
  /** Unique and stable: a Message-ID without brackets, a UID with its recurrence, an id. */
  readonly key: string
  readonly at: number
  readonly channel: Exclude<Channel, 'post'>
  /** Author or organiser: a contact or OWNER. */
  readonly from: number
  readonly to: readonly number[]
  readonly cc: readonly number[]
  readonly bcc: readonly number[]
  /** The conversation; the key of its first exchange. For a series, its uid. */
  readonly thread: string
  /** The exchange that this one answers. */
  readonly answers: string | null
  readonly subject: string
  /** Words of the body; 0 for meetings and calls. */
  readonly words: number
  readonly bulk: boolean
  /** Index into `topics`; null where nothing is discussed. */
  readonly topic: number | null
  readonly sphere: 'work' | 'private'
}

export type SyntheticOwner = {
  readonly name: string
  /** The address for work, then the private one. */
  readonly mails: readonly [string, string]
  readonly linkedin: string
  readonly headline: string
  readonly industry: string
  readonly field: string
  readonly place: string
}

export type Invitation = {
  readonly contact: number
  readonly direction: 'incoming' | 'outgoing'
  readonly at: number
  readonly note: string
}
/** `given`: by the owner to the contact. */
export type SyntheticEndorsement = {
  readonly contact: number
  readonly direction: 'given' | 'received'
  readonly skill: string
  readonly at: number
}
export type Recommendation = {
  readonly contact: number
  readonly direction: 'given' | 'received'
  readonly text: string
  readonly at: number
}

/** A professional's network with everything that is true of it. */
export type SyntheticNetwork = {
  readonly seed: number
  /** The present: every exchange is earlier. */
  readonly at: number
  readonly begin: number
  readonly owner: SyntheticOwner
  readonly organisations: readonly SyntheticOrganisation[]
  readonly contacts: readonly SyntheticContact[]
  readonly streams: readonly Stream[]
  readonly series: readonly Series[]
  readonly mailings: readonly Mailing[]
  /** In the order of time. */
  readonly exchanges: readonly Exchange[]
  readonly invitations: readonly Invitation[]
  readonly endorsements: readonly SyntheticEndorsement[]
  readonly recommendations: readonly Recommendation[]
}

/** Whether a contact is a machine, a list or a desk rather than somebody. */
export const isAutomatic = (kind: TieKind): boolean => kind === 'newsletter' || kind === 'role'

/** The address under which a contact wrote and was written to at a time; null for who has none. */
export function addressAt(contact: SyntheticContact, at: number): string | null {
  return contact.mails.find(({ until }) => at < until)?.address ?? null
}
