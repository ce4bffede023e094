import { accountFile, contactFile, followFile, profileFile } from './account.ts'
import type { ItemReader } from './item.ts'
import { postFile } from './posts.ts'

/** A kind of file of the archive, by the word behind `window.YTD.`. */
export type Table = {
  /** What one item is called, for telling the user where something is. */
  readonly item: string
  /** The key under which each item is wrapped; files of before 2019 left it out. */
  readonly key: string
  readonly read: ItemReader
}

/** A file that says nothing about ties: it is read through, and gives nothing. */
const idle: Table = { item: 'item', key: '', read: () => [] }

const posts: Table = { item: 'post', key: 'tweet', read: postFile }

const tables = new Map<string, Table>([
  ['account', { item: 'account', key: 'account', read: accountFile }],
  ['profile', { item: 'profile', key: 'profile', read: profileFile }],
  ['contact', { item: 'contact', key: 'contact', read: contactFile }],
  ['follower', { item: 'follower', key: 'follower', read: followFile('follower') }],
  ['following', { item: 'account', key: 'following', read: followFile('following') }],
  ['tweets', posts],
  ['tweet', posts],
  ['community_tweet', posts],
])

/** The table of a kind of file. Likes have neither a time nor an account, and most other files are about advertising. */
export const tableOf = (kind: string): Table => tables.get(kind) ?? idle
