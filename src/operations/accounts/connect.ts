import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { accountKinds, accountLabel, type AccountOptions } from '#core/model/account.ts'
import { KithError } from '#core/model/errors.ts'
import { serverOf } from '#connectors/servers.ts'
import { openVault } from '#connectors/vault.ts'
import type { AccountRow } from '#store/store.ts'
import { type Context, operation } from '../operation.ts'
import { count } from '../text.ts'
import { account, connectorFor, shownAccount } from './account.ts'

/** Longest password or token: OAuth2 tokens of some servers have thousands of characters. */
const LONGEST_SECRET = 20_000

/** The account that is this one already, whatever its options. */
const sameAccount = (row: AccountRow, kind: string, server: string, user: string): boolean =>
  row.kind === kind && row.server === server && row.user.toLowerCase() === user.toLowerCase()

async function keep(
  context: Context,
  found: Pick<AccountRow, 'kind' | 'server' | 'user' | 'options'>,
  secret: string,
): Promise<AccountRow> {
  const { store, owner, now } = context
  const vault = await openVault()
  const known = (await store.accounts(owner)).find((row) =>
    sameAccount(row, found.kind, found.server, found.user),
  )
  if (known !== undefined) {
    await vault.set(known.vaultKey, secret)
    await store.setAccountOptions(owner, known.id, found.options)
  } else {
    const vaultKey = randomBytes(12).toString('hex')
    // First the secret: an account without one would only fail.
    await vault.set(vaultKey, secret)
    await store.addAccount(owner, { ...found, vaultKey }, now())
  }
  const row = (await store.accounts(owner)).find((one) =>
    sameAccount(one, found.kind, found.server, found.user),
  )
  if (row === undefined)
    throw new KithError('conflict', 'The account was removed meanwhile; connect it again.')
  return row
}

export const connectAccount = operation({
  name: 'connect-account',
  description:
    'Signs in once to see that it works; then kith sync reads it, and kith serve keeps up with it. The password is asked for, or taken from standard input (--password-stdin) or from KITH_PASSWORD; it is kept in the keyring of your system, else in a file that only you can read, and never in the database. Connecting an account again changes its password and its options.',
  input: z.object({
    kind: z.enum(accountKinds).describe('What kind of account it is'),
    user: z.string().trim().min(1).max(320).describe('Who you are there: mostly your address'),
    secret: z
      .string()
      .min(1, 'has to be a password or token')
      .max(LONGEST_SECRET)
      .describe('Password, app password or token; never shown again')
      .meta({ writeOnly: true, format: 'password' }),
    server: z
      .string()
      .trim()
      .max(500)
      .optional()
      .describe('Host or address of the server; left out, it is found by your address'),
    folders: z
      .array(z.string().min(1).max(500))
      .max(500)
      .default([])
      .describe('Folders, address books or calendars to read; left out, kith chooses'),
    bodies: z
      .boolean()
      .default(false)
      .describe('Mail: also read the beginning of each message, for its length and signatures'),
    oauth: z.boolean().default(false).describe('Mail: the secret is an OAuth2 bearer token'),
    insecure: z.boolean().default(false).describe('Without encryption; only to this machine'),
    every: z.coerce
      .number()
      .int()
      .min(1)
      .max(10_080)
      .optional()
      .describe('Minutes between two looks while kith serves (default: 15)'),
  }),
  output: account.extend({
    found: z
      .array(z.object({ name: z.string(), chosen: z.boolean() }))
      .describe('What the server has, and what of it is read'),
    secretKeptIn: z.string(),
  }),
  examples: [
    { title: 'A mailbox', input: { kind: 'imap', user: 'jane@fastmail.com', secret: '…' } },
    {
      title: 'Two folders of a server of your own',
      input: {
        kind: 'imap',
        user: 'jane',
        secret: '…',
        server: 'mail.acme.example',
        folders: ['INBOX', 'Sent'],
      },
    },
  ],
  pageOnly: true,
  secretField: 'secret',
  cli: {
    positionals: ['kind', 'user'],
    print: (result) =>
      `${result.label} is connected; its password is kept in ${result.secretKeptIn}.\n` +
      (result.found.length === 0
        ? ''
        : `Read: ${
            result.found
              .filter(({ chosen }) => chosen)
              .map(({ name }) => name)
              .join(', ') || 'nothing'
          }${result.found.every(({ chosen }) => chosen) ? '' : `; left out: ${count(result.found.filter(({ chosen }) => !chosen).length, 'other')}`}.\n`) +
      `kith sync reads it now; kith serve keeps up with it.`,
  },
  run: async (context, input) => {
    const { kind, user, secret, folders, bodies, oauth, insecure, every } = input
    const server = input.server === undefined || input.server === '' ? serverOf(kind, user) : input.server
    if (server === null)
      throw new KithError('invalid-input', `The server cannot be told from ${user}; name it with --server.`)
    const options: AccountOptions = {
      ...(folders.length === 0 ? {} : { folders }),
      ...(bodies ? { bodies } : {}),
      ...(oauth ? { oauth } : {}),
      ...(insecure ? { insecure } : {}),
      ...(every === undefined ? {} : { everyMinutes: every }),
    }
    const login = { server, user, secret, options }
    const checked = await connectorFor(kind).check(login, context.signal)
    const wanted = new Set(folders.map((name) => name.toLowerCase()))
    const found = checked.folders.map(({ name, chosen }) => ({
      name,
      chosen: wanted.size === 0 ? chosen : wanted.has(name.toLowerCase()),
    }))
    const missing = folders.find(
      (name) => !found.some((one) => one.name.toLowerCase() === name.toLowerCase()),
    )
    if (missing !== undefined)
      throw new KithError(
        'not-found',
        `${accountLabel({ kind, user, server })} has no ${missing}; it has ${found.map(({ name }) => name).join(', ')}.`,
      )
    const row = await keep(context, { kind, server, user, options }, secret)
    return { ...shownAccount(context, row), found, secretKeptIn: (await openVault()).place }
  },
})
