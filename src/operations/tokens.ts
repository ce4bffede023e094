import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { KithError } from '#core/model/errors.ts'
import { tokenId } from '#core/model/ids.ts'
import { type TokenRow, tokenScopes } from '#store/store.ts'
import { isoTime, isoTimeOrNull } from './dates.ts'
import { operation } from './operation.ts'
import { time } from './schemas.ts'
import { day, table } from './text.ts'

/** Random bytes of a secret: nobody guesses 192 bits. */
const SECRET_BYTES = 24

const scope = z
  .enum(tokenScopes)
  .describe('read: ask only; write: ask and change; feed: the calendar and news feeds alone')

const token = z.object({
  id: z.number().int(),
  name: z.string(),
  scope,
  addedAt: time,
  usedAt: time.nullable().describe('Last use, to the hour; null when never'),
})

const shown = (row: TokenRow): z.output<typeof token> => ({
  id: row.id,
  name: row.name,
  scope: row.scope,
  addedAt: isoTime(row.addedAt),
  usedAt: isoTimeOrNull(row.usedAt),
})

export const addToken = operation({
  name: 'add-token',
  description:
    'The secret is shown this once: kith keeps only its hash. Send it as "authorization: Bearer <secret>"; a feed carries it in its address.',
  input: z.object({
    name: z.string().trim().min(1).max(100).describe('What it is for, for example "calendar on my phone"'),
    scope: scope.default('read'),
  }),
  output: token.extend({ secret: z.string().describe('Shown once') }),
  examples: [
    { title: 'A script that reads', input: { name: 'weekly report' } },
    { title: 'An assistant that may record outcomes', input: { name: 'assistant', scope: 'write' } },
    { title: 'A calendar to subscribe to', input: { name: 'phone', scope: 'feed' } },
  ],
  pageOnly: true,
  cli: {
    positionals: ['name'],
    print: ({ secret, scope: opens }) =>
      opens === 'feed'
        ? `${secret}\nShown this once. While kith serve runs: /feeds/${secret}/plan.ics and /feeds/${secret}/changes.atom.`
        : `${secret}\nShown this once. Send it as: authorization: Bearer ${secret}`,
  },
  run: async ({ store, owner, now }, { name, scope: opens }) => {
    const secret = randomBytes(SECRET_BYTES).toString('base64url')
    const at = now()
    const id = await store.addToken(owner, { name, scope: opens, secret }, at)
    return { ...shown({ id, name, scope: opens, addedAt: at, usedAt: null }), secret }
  },
})

export const listTokens = operation({
  name: 'list-tokens',
  input: z.object({}),
  output: z.object({ tokens: z.array(token) }),
  examples: [{ title: 'All of them', input: {} }],
  pageOnly: true,
  cli: {
    json: ({ tokens }) => tokens,
    print: ({ tokens }) =>
      tokens.length === 0
        ? 'No token yet. Make one: kith token add "weekly report" --scope read'
        : table(
            ['id', 'name', 'scope', 'made', 'last used'],
            tokens.map((row) => [
              String(row.id),
              row.name,
              row.scope,
              day(row.addedAt),
              row.usedAt === null ? 'never' : day(row.usedAt),
            ]),
            40,
          ),
  },
  run: async ({ store, owner }) => ({ tokens: (await store.tokens(owner)).map(shown) }),
})

export const removeToken = operation({
  name: 'remove-token',
  input: z.object({
    id: z.coerce.number().int().positive().describe('Number of the token, as token list shows it'),
  }),
  output: z.object({ removed: z.boolean() }),
  examples: [{ title: 'Take token 1 back', input: { id: 1 } }],
  pageOnly: true,
  cli: { positionals: ['id'], print: () => 'Removed.' },
  run: async ({ store, owner }, { id }) => {
    if (!(await store.removeToken(owner, tokenId(id))))
      throw new KithError('not-found', `There is no token ${id}; kith token list shows those there are.`)
    return { removed: true }
  },
})
