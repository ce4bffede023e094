import { about } from '../text/about.ts'
import { hashText } from '../text/hash.ts'
import { countWords, plainText } from '../text/words.ts'
import { isoDate, readDate, usTime, utcStamp } from './dates.ts'
import type { Cell } from './columns.ts'
import type { RowResult, Table, TableContext } from './table.ts'

const DATES = [utcStamp, usTime, isoDate] as const

/**
 * What the owner wrote in public. LinkedIn does not say whose post a comment stands under, nor whom a reaction was
 * for: it is a post with the owner alone in it, which ties them to nobody and says what they talk about.
 */
const written =
  ({ options }: TableContext, kind: string, link: string, ...texts: readonly string[]) =>
  (cell: Cell): RowResult => {
    // Lines of a share stand each in quotation marks of their own.
    const text = texts
      .map((column) => cell(column).replace(/"\s*\n\s*"/g, '\n'))
      .filter((part) => part !== '')
      .join('\n')
    const instant = readDate(cell('date'), DATES, options.timeZone)
    if (text === '' && cell(link) === '') return { skip: 'it holds neither a text nor a link' }
    const key = hashText(`${cell('date')}|${cell(link)}|${text.replace(/\s+/g, '')}`)
    return [
      {
        type: 'interaction',
        key: `linkedin-${kind}:${key}`,
        at: instant?.at ?? null,
        timeQuality: instant?.timeQuality ?? 'none',
        channel: 'post',
        participants: [{ identity: 'owner', role: 'from' }],
        bulk: false,
        words: countWords(plainText(text.replace(/https?:\/\/\S+/g, ' '))),
        ...about(text),
      },
    ]
  }

/** Shares.csv: the owner's posts. */
export const shares: Table = {
  file: 'Shares.csv',
  columns: [
    'date',
    'sharelink',
    'sharecommentary',
    'sharedurl',
    'mediaurl',
    'visibility',
    'sharetitle',
    'sharedescription',
    'type',
  ],
  marks: [['sharelink', 'visibility']],
  needs: [['date', 'sharelink']],
  open: (context) => ({ row: written(context, 'share', 'sharelink', 'sharetitle', 'sharecommentary') }),
}

/** Comments.csv: what the owner wrote under posts. */
export const comments: Table = {
  file: 'Comments.csv',
  columns: ['date', 'link', 'message'],
  marks: [['date', 'link', 'message']],
  needs: [['date', 'message']],
  open: (context) => ({ row: written(context, 'comment', 'link', 'message') }),
}
