import type { Sentences } from '#core/sentences/index.ts'
import { z } from 'zod'
import type { PositionChangeRow, PositionRow } from '#store/store.ts'
import { isoTime, isoTimeOrNull } from '../dates.ts'
import { share, time } from '../schemas.ts'

export const organisation = z.object({
  id: z.number().int(),
  name: z.string(),
  names: z.array(z.string()).describe('All spellings, the most used first'),
  domains: z.array(z.string()),
  people: z.number().int().describe('Your contacts who are there now'),
  former: z.number().int().describe('Your contacts who were there'),
  reach: z.number().min(0).describe('Of those there now, how many to expect an exchange with in 30 days'),
  trust: share.nullable().describe('The deepest trust among those there now; null where nobody is'),
})

export const position = z.object({
  organisationId: z.number().int().nullable(),
  organisation: z.string().nullable(),
  title: z.string().nullable(),
  startedAt: time.nullable().describe('As a source states it'),
  endedAt: time.nullable().describe('As a source states it'),
  firstAt: time.nullable().describe('First time a source said so'),
  lastAt: time.nullable().describe('Last time a source said so'),
  current: z.boolean(),
  sources: z.array(z.string()),
})

/** A position as kith shows it outside; times in ISO, null where no source says. */
export const positionOf = (row: PositionRow): z.output<typeof position> => ({
  organisationId: row.organisation,
  organisation: row.name,
  title: row.title,
  startedAt: isoTimeOrNull(row.startedAt),
  endedAt: isoTimeOrNull(row.endedAt),
  firstAt: isoTimeOrNull(row.firstAt),
  lastAt: isoTimeOrNull(row.lastAt),
  current: row.current,
  sources: [...row.sources],
})

const post = z.object({
  organisationId: z.number().int().nullable(),
  organisation: z.string().nullable(),
  title: z.string().nullable(),
})

export const move = z.object({
  id: z.string().describe('Unique for a person, the same after every import'),
  kind: z.enum(['organisation', 'title']).describe('They moved, or have a new title'),
  from: post,
  to: post,
  noticedAt: time.describe('First time the new position was seen'),
  lastBeforeAt: time.describe('Last time the old one was seen; the change lies between the two'),
  source: z.string(),
  text: z.string().describe('The move in words'),
})

const postOf = ({ organisation: id, name, title }: PositionChangeRow['from']): z.output<typeof post> => ({
  organisationId: id,
  organisation: name,
  title,
})

/** A change of position as kith shows it outside, with a sentence in the user's language. */
export const moveOf = (row: PositionChangeRow, words: Sentences['changes']): z.output<typeof move> => ({
  id: row.changeId,
  kind: row.kind,
  from: postOf(row.from),
  to: postOf(row.to),
  noticedAt: isoTime(row.noticedAt),
  lastBeforeAt: isoTime(row.lastBeforeAt),
  source: row.source,
  text: moveText(row, words),
})

const inWords = ({ title, name }: PositionChangeRow['from']): string =>
  [title, name].filter((part) => part !== null).join(', ')

/** A change of position in words: "from CFO, Acme to CEO, Beta". */
const moveText = ({ kind, from, to }: PositionChangeRow, words: Sentences['changes']): string =>
  kind === 'organisation'
    ? words.moved(inWords(from), inWords(to))
    : words.newTitle(to.title ?? '', to.name, from.title ?? '')
