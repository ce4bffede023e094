import { z } from 'zod'
import { KithError } from '#core/model/errors.ts'
import { afterReading } from './import/after-reading.ts'
import { refreshTouchpoints } from './import/derive.ts'
import { importPaths } from './import/import-paths.ts'
import { nothingFound, settleMe } from './import/settle-me.ts'
import { inSmallHeap } from './import/small-heap.ts'
import { describeMe } from './describe-me.ts'
import { operation } from './operation.ts'
import { type ImportReport, importReport } from './schemas.ts'
import { count, endOf, table } from './text.ts'
import { problemInWords } from './words.ts'

/** Problems shown in the terminal; `kith skipped <import>` shows all that are kept. */
const SHOWN_PROBLEMS = 5

/** Characters of a path in the table. */
const PATH_WIDTH = 60

type Problem = { readonly place: string; readonly others: number; readonly reason: string }

/** The problems of a file, those for one reason as one. */
function problemsOf({ path, skipped, problems }: ImportReport['files'][number]): Problem[] {
  const byReason = Map.groupBy(problems, ({ reason }) => reason)
  // Only so many are kept: what is left out is most likely like the rest.
  const untold = skipped - problems.length
  return Array.from(byReason, ([reason, [first, ...rest]]) => ({
    place: first === undefined || first.where === 'file' ? path : `${path}, ${first.where}`,
    others: rest.length + (byReason.size === 1 ? untold : 0),
    reason,
  }))
}

/** The same of all files: many of them may have one reason, such as pictures. */
const allProblems = (files: ImportReport['files']): Problem[] =>
  [...Map.groupBy(files.flatMap(problemsOf), ({ reason }) => reason).values()].flatMap(([first, ...rest]) =>
    first === undefined
      ? []
      : [{ ...first, others: rest.reduce((sum, { others }) => sum + 1 + others, first.others) }],
  )

function printReport(report: ImportReport): string {
  const { files, totals, me } = report
  const problems = allProblems(files)
  return [
    table(
      ['file', 'read as', 'read', 'new', 'skipped'],
      files.map((file) => [
        endOf(file.path, PATH_WIDTH),
        file.source ?? 'not read',
        String(file.read),
        String(file.new),
        String(file.skipped),
      ]),
      PATH_WIDTH,
    ),
    '',
    `${count(totals.newInteractions, 'new interaction')} and ${count(totals.newPeople, 'new person', 'new people')} in ${report.seconds.toFixed(1)} s; ` +
      `${count(totals.interactions, 'interaction')} with ${count(totals.people, 'person', 'people')} in all.`,
    ...problems.slice(0, SHOWN_PROBLEMS).map(({ place, others, reason }) => {
      const more = others === 0 ? '' : ` and ${count(others, 'other')}`
      return `skipped: ${place}${more}: ${reason}`
    }),
    ...(problems.length > SHOWN_PROBLEMS
      ? [`${count(totals.skipped, 'record')} skipped in all; kith imports and kith skipped <id> list them.`]
      : []),
    me === null
      ? 'kith cannot tell who you are: kith me set <your addresses>'
      : `You are ${me.name ?? me.identities[0]?.value ?? 'known'}${me.confirmed ? '' : ` (${me.reason}); confirm it with kith me set`}.`,
  ].join('\n')
}

/** A file that gave nothing because it could not be read as a whole. */
const unread = ({ source, read, problems }: ImportReport['files'][number]): boolean =>
  read === 0 && (source === null || problems.some(({ where }) => where === 'file'))

export const importFiles = operation({
  name: 'import-files',
  description:
    'Files, folders and zip archives; kith tells by the content what each one is. It is safe to import the same again, and to stop at any time: nothing is stored twice, and running it again completes it.',
  input: z.object({
    paths: z
      .array(z.string().min(1))
      .min(1, 'name at least one file or folder')
      .describe('Files, folders or zip archives'),
    as: z.string().optional().describe('Read every file as this source; `kith sources` lists them'),
    me: z.array(z.string().min(1)).default([]).describe('Your own addresses, numbers or profile URLs'),
  }),
  output: importReport,
  examples: [
    { title: 'A mailbox', input: { paths: ['All mail.mbox'] } },
    { title: 'A LinkedIn export and an address book', input: { paths: ['LinkedIn.zip', 'contacts.vcf'] } },
    { title: 'Say who you are', input: { paths: ['mail/'], me: ['jane@acme.example'] } },
  ],
  cli: {
    positionals: ['paths'],
    variadic: true,
    print: (report) => printReport(report),
    json: ({ files, totals, seconds }) => ({ files, totals, seconds }),
    exitCode: (report, { strict }) =>
      report.files.every(unread) ? 3 : strict && report.totals.skipped > 0 ? 1 : 0,
  },
  long: true,
  run: async (context, input) => {
    const started = performance.now()
    const { store, owner } = context
    const { people: peopleBefore } = await store.counts(owner)
    if (input.me.length > 0) await settleMe(context, input.me, nothingFound)
    const found = await inSmallHeap(async () => {
      // Up to date now, so that each batch is seen from the owner's side as it is stored.
      await refreshTouchpoints(context)
      const before = await store.conclusion(owner)
      const read = await importPaths(context, { paths: input.paths, as: input.as ?? null })
      if (read.files.length === 0)
        throw new KithError('nothing-readable', `There is no file in ${input.paths.join(', ')}.`)
      await afterReading(context, read, before, read.kept)
      return read
    })
    const counts = await store.counts(owner)
    const me = await describeMe(context)
    return {
      files: found.files.map((file) => ({
        ...file,
        problems: file.problems.map((one) => problemInWords(context, one)),
      })),
      totals: {
        interactions: counts.interactions,
        newInteractions: found.newInteractions,
        people: counts.people,
        newPeople: Math.max(0, counts.people - peopleBefore),
        skipped: found.files.reduce((sum, file) => sum + file.skipped, 0),
      },
      me:
        me.identities.length === 0
          ? null
          : { name: me.name, identities: me.identities, confirmed: me.confirmed, reason: me.reason ?? '' },
      seconds: Math.round(performance.now() - started) / 1000,
    }
  },
})
