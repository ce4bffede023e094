import type { ReactNode } from 'react'
import type { Contact } from '../../client.ts'
import { Share } from '../../components/Share.tsx'
import { When } from '../../components/When.tsx'
import { count, points } from '../../format.ts'
import type { PlainKey } from '../../texts/keys.ts'
import type { PeopleSort } from './people-search.ts'

/** A column of the table: what its head says and sorts by, and what it shows of a contact. */
export type Column = {
  readonly id: string
  readonly title: PlainKey
  /** Explains the column; null where the title says it all. */
  readonly hint: PlainKey | null
  readonly sort: PeopleSort | null
  /** Columns that are always there cannot be taken away. */
  readonly fixed?: true
  readonly cell: (contact: Contact) => ReactNode
}

export const columns: readonly Column[] = [
  {
    id: 'name',
    title: 'words.name',
    hint: 'people.byName',
    sort: 'name',
    fixed: true,
    cell: ({ id, name, title, organisation }) => (
      <>
        {/* A plain link, which the row follows: a table in motion draws hundreds a second. */}
        <a href={`/people/${id}`} className="plain-link people-name">
          {name}
        </a>
        <span className="people-about people-narrow">{[title, organisation].filter(Boolean).join(', ')}</span>
      </>
    ),
  },
  {
    id: 'about',
    title: 'words.organisation',
    hint: null,
    sort: null,
    cell: ({ title, organisation }) => (
      <>
        <span className="people-line">{organisation ?? ''}</span>
        <span className="people-about">{title ?? ''}</span>
      </>
    ),
  },
  {
    id: 'calibre',
    title: 'words.calibre',
    hint: 'words.calibreMeaning',
    sort: 'calibre',
    cell: ({ calibre }) => <Share value={calibre} />,
  },
  {
    id: 'closeness',
    title: 'words.closeness',
    hint: 'words.closenessMeaning',
    sort: 'closeness',
    cell: ({ closeness }) => <Share value={closeness} />,
  },
  {
    id: 'trust',
    title: 'words.trust',
    hint: 'words.trustMeaning',
    sort: 'trust',
    cell: ({ trust }) => <Share value={trust} />,
  },
  {
    id: 'worth',
    title: 'words.worth',
    hint: 'words.worthMeaning',
    sort: 'worth',
    cell: ({ worth }) => <span className="numbers">{points(worth)}</span>,
  },
  {
    id: 'recent',
    title: 'words.lastContact',
    hint: 'people.recentMeaning',
    sort: 'recent',
    cell: ({ lastAt }) => <When at={lastAt} />,
  },
  {
    id: 'exchanged',
    title: 'people.exchanged',
    hint: 'people.exchangedMeaning',
    sort: null,
    cell: ({ interactions }) => (
      <span className="numbers">{count(interactions.in + interactions.out + interactions.together)}</span>
    ),
  },
]

/** Columns shown until the user chooses others. */
export const usualColumns: readonly string[] = [
  'name',
  'about',
  'calibre',
  'closeness',
  'trust',
  'worth',
  'recent',
]
