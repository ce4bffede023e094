import { z } from 'zod'
import { backtest } from '#core/closeness/learn/backtest.ts'
import { byTie } from '#core/ledger/by-tie.ts'
import { ledgerByPerson } from '#core/ledger/ledger.ts'
import { inOwnOrder } from '#core/ledger/own-order.ts'
import { endOfData } from '#core/scoring/end-of-data.ts'
import { isoTime } from './dates.ts'
import { refreshTouchpoints } from './import/derive.ts'
import { operation } from './operation.ts'
import { breathe } from './run.ts'
import { share, time } from './schemas.ts'
import { day, table } from './text.ts'

export const backtestMethods = [
  'in-use',
  'default',
  'frequency',
  'recency',
  'interactions-rank',
  'bg-nbd',
  'decay',
  'geometric-means',
  'interactions-rank-best',
] as const

const names: Readonly<Record<(typeof backtestMethods)[number], string>> = {
  'in-use': 'closeness, as learned before each cut',
  default: 'closeness, shipped weights',
  frequency: 'how often',
  recency: 'how lately',
  'interactions-rank': 'Interactions Rank (Roth et al. 2010)',
  'bg-nbd': 'BG/NBD (Fader et al. 2005)',
  decay: 'messages, half-life 30 days',
  'geometric-means': 'geometric means at four half-lives',
  'interactions-rank-best': 'Interactions Rank at its best half-life here',
}

const setNames = { enron: 'Enron, 156 employees', manufacturer: 'a manufacturing company' } as const

/** What `npm run bench -- quality closeness` prints for the public logs: docs/the-maths/closeness.md. */
const shippedFigures = [
  { set: 'enron', auc: 0.88, learnedAuc: 0.893, brier: 0.061, calibrationError: 0.016 },
  { set: 'manufacturer', auc: 0.895, learnedAuc: 0.902, brier: 0.107, calibrationError: 0.05 },
] as const

const figure = z.number().nullable()

export const backtestPast = operation({
  name: 'backtest',
  description:
    'At up to six times of your past, 30 days apart, closeness is computed from what came before and held against the 30 days after: who did exchange in both directions, or meet. The same is done with the formulas it is measured against. Nothing is learned from what it is judged by.',
  input: z.object({}),
  output: z.object({
    enough: z.boolean().describe('False with too little past: then only the shipped figures say anything'),
    text: z.string(),
    cuts: z.array(
      z.object({
        at: time.describe('Nothing from here on was seen'),
        contacts: z.number().int(),
        exchanges: z.number().int().describe('Contacts with an exchange in the 30 days after'),
        model: z.enum(['default', 'bias', 'learned']),
      }),
    ),
    methods: z.array(
      z.object({
        name: z.enum(backtestMethods),
        text: z.string(),
        auc: figure.describe(
          'Probability that who did exchange scored higher than who did not; 0.5 is chance',
        ),
        brier: figure.describe(
          'Mean squared error of the probability; lower is better; null for mere orders',
        ),
        calibrationError: figure.describe('Mean distance between said and happened; lower is better'),
        logLoss: figure,
      }),
    ),
    curve: z
      .array(z.object({ said: share, happened: share, count: z.number().int() }))
      .describe('Of the closeness in use: what was said, and the share that came true'),
    shipped: z
      .array(
        z.object({
          set: z
            .enum(['enron', 'manufacturer'])
            .describe('Mail of 156 employees of Enron, or of a manufacturing company'),
          auc: z.number(),
          learnedAuc: z.number(),
          brier: z.number(),
          calibrationError: z.number(),
        }),
      )
      .describe('The same on public data'),
  }),
  examples: [{ title: 'Prove it on my own past', input: {} }],
  cli: {
    print: ({ text, cuts, methods, curve, shipped, enough }) => {
      const number = (value: number | null): string => (value === null ? '' : value.toFixed(3))
      const own = enough
        ? [
            table(
              ['from', 'contacts', 'exchanged', 'closeness by'],
              cuts.map((cut) => [day(cut.at), String(cut.contacts), String(cut.exchanges), cut.model]),
            ),
            '',
            table(
              ['', 'AUC', 'Brier', 'calibration error'],
              methods.map((method) => [
                method.text,
                number(method.auc),
                number(method.brier),
                number(method.calibrationError),
              ]),
              60,
            ),
            '',
            table(
              ['said', 'happened', 'cases'],
              curve.map((bin) => [number(bin.said), number(bin.happened), String(bin.count)]),
            ),
            '',
          ]
        : []
      return [
        text,
        '',
        ...own,
        'On public data:',
        table(
          ['', 'AUC', 'AUC, learned', 'Brier', 'calibration error'],
          shipped.map((row) => [
            setNames[row.set],
            number(row.auc),
            number(row.learnedAuc),
            number(row.brier),
            number(row.calibrationError),
          ]),
        ),
      ].join('\n')
    },
  },
  mcp: { readOnly: true },
  long: true,
  run: async (context) => {
    const { store, owner } = context
    await refreshTouchpoints(context)
    const columns = await store.ledger(owner)
    const at = context.at ?? endOfData(columns.at, context.now())
    const { ledger } = inOwnOrder(byTie(ledgerByPerson(columns).ledger))
    await breathe(context.signal)
    const result = await backtest(ledger, at, async (done, of) => {
      context.progress({ step: 'looking back', done, total: of, unit: 'steps' })
      await breathe(context.signal)
    })
    const [inUse] = result.methods
    const ahead = result.methods
      .slice(2)
      .filter((method) => method.auc !== null && inUse?.auc != null && method.auc > inUse.auc)
    const text = !result.enough
      ? `There is too little past to say how well closeness foretells yours: it takes three months of dated interactions and twenty exchanges. Until then the figures on public data stand for it.`
      : `At ${result.cuts.length} times of your past, who exchanged with you in the next 30 days had the higher closeness in ${((inUse?.auc ?? 0) * 100).toFixed(0)} of 100 pairs${
          ahead.length === 0
            ? ', more than by any formula it is held against.'
            : `; ${ahead.map((method) => names[method.name as keyof typeof names]).join(', ')} did better on your data.`
        }`
    return {
      enough: result.enough,
      text,
      cuts: result.cuts.map((cut) => ({
        at: isoTime(cut.at),
        contacts: cut.ties,
        exchanges: cut.exchanges,
        model: cut.kind,
      })),
      methods: result.methods.map((method) => {
        const name = method.name as keyof typeof names
        return { ...method, name, text: names[name] }
      }),
      curve: [...result.curve],
      shipped: [...shippedFigures],
    }
  },
})
