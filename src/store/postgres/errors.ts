import { KithError } from '#core/model/errors.ts'

type Sentence = (location: string) => string

const unreachable: Sentence = (at) =>
  `No PostgreSQL answers at ${at}. Check that it runs and that the address is right.`
const refused: Sentence = (at) =>
  `PostgreSQL at ${at} refuses this user or password. Check the address given with --db.`
const stopped: Sentence = (at) =>
  `PostgreSQL at ${at} is stopping or has no connection free. Try again in a moment.`

/** Codes of Node and of PostgreSQL (https://www.postgresql.org/docs/15/errcodes-appendix.html). */
const sentences = new Map<string, Sentence>([
  ['ECONNREFUSED', unreachable],
  ['ENOTFOUND', unreachable],
  ['ENOENT', unreachable],
  ['ETIMEDOUT', unreachable],
  ['EHOSTUNREACH', unreachable],
  ['ECONNRESET', stopped],
  ['28000', refused],
  ['28P01', refused],
  ['3D000', (at) => `PostgreSQL has no database at ${at}. Make it with createdb, or correct the name.`],
  ['42501', (at) => `The user may not make tables at ${at}. Grant it, or use a database that the user owns.`],
  ['53100', (at) => `The disk of PostgreSQL at ${at} is full. Make room and try again; nothing is lost.`],
  ['53300', stopped],
  ['57P01', stopped],
  ['57P02', stopped],
  ['57P03', stopped],
])

/** An error of PostgreSQL as a sentence; what is no such error comes back as it is. */
export function explainPostgres(error: unknown, location: string): unknown {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return error
  const sentence = sentences.get(error.code)
  return sentence ? new KithError('database', sentence(location), { cause: error }) : error
}
