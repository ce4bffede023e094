import type { OwnerId, TokenId } from '#core/model/ids.ts'
import { tokenId } from '#core/model/ids.ts'
import type { Backend } from './backend.ts'
import { keyHash } from './keys.ts'
import { lockOwner, nextId } from './owners.ts'

/** What a token opens: reading, reading and changing, or the feeds alone (their address is the secret). */
export const tokenScopes = ['read', 'write', 'feed'] as const
export type TokenScope = (typeof tokenScopes)[number]

export type TokenRow = {
  readonly id: TokenId
  readonly name: string
  readonly scope: TokenScope
  /** Epoch milliseconds. */
  readonly addedAt: number
  /** When it was last shown, to the hour; null when never. */
  readonly usedAt: number | null
}

/** Secrets that let programs in. Only hashes are kept: a copy of the database opens nothing. */
export interface TokenStore {
  /** By ascending id. */
  readonly tokens: (owner: OwnerId) => Promise<readonly TokenRow[]>
  readonly addToken: (
    owner: OwnerId,
    token: { readonly name: string; readonly scope: TokenScope; readonly secret: string },
    at: number,
  ) => Promise<TokenId>
  /** False when there was none of that id. */
  readonly removeToken: (owner: OwnerId, id: TokenId) => Promise<boolean>
  /** The token with this secret, noted as used at `at`; null when there is none. */
  readonly useToken: (owner: OwnerId, secret: string, at: number) => Promise<TokenRow | null>
}

/** Uses are noted to the hour: a feed that is asked for every minute writes once. */
const USE_MS = 3_600_000

export const tokensPart = (backend: Backend): TokenStore => ({
  async tokens(owner) {
    const rows = await backend.db
      .selectFrom('tokens')
      .selectAll()
      .where('owner_id', '=', owner)
      .orderBy('token_id')
      .execute()
    return rows.map(tokenOf)
  },

  addToken: (owner, { name, scope, secret }, at) =>
    backend.write(async (tx) => {
      await lockOwner(backend, tx, owner)
      const id = await nextId(tx, 'next_token_id')
      await tx
        .insertInto('tokens')
        .values({
          owner_id: owner,
          token_id: id,
          token_hash: keyHash(secret),
          name,
          scope,
          added_ms: at,
          used_ms: null,
        })
        .execute()
      return tokenId(id)
    }),

  removeToken: (owner, id) =>
    backend.write(async (tx) => {
      const { numDeletedRows } = await tx
        .deleteFrom('tokens')
        .where('owner_id', '=', owner)
        .where('token_id', '=', id)
        .executeTakeFirstOrThrow()
      return numDeletedRows > 0n
    }),

  async useToken(owner, secret, at) {
    const row = await backend.db
      .selectFrom('tokens')
      .selectAll()
      .where('owner_id', '=', owner)
      .where('token_hash', '=', keyHash(secret))
      .executeTakeFirst()
    if (row === undefined) return null
    const used = Math.floor(at / USE_MS) * USE_MS
    if (row.used_ms === null || row.used_ms < used)
      await backend.write(async (tx) => {
        await tx
          .updateTable('tokens')
          .set({ used_ms: used })
          .where('owner_id', '=', owner)
          .where('token_id', '=', row.token_id)
          .execute()
      })
    return tokenOf({ ...row, used_ms: Math.max(row.used_ms ?? used, used) })
  },
})

const tokenOf = (row: {
  token_id: number
  name: string
  scope: string
  added_ms: number
  used_ms: number | null
}): TokenRow => ({
  id: tokenId(row.token_id),
  name: row.name,
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only scopes are stored
  scope: row.scope as TokenScope,
  addedAt: row.added_ms,
  usedAt: row.used_ms,
})
