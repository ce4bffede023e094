import { spawnSync } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { seededRng } from '#core/stats/rng.ts'
import { kithCommand } from '../../e2e/kith.ts'
import { BenchError } from '../bench.ts'

const AT = Date.UTC(2026, 0, 1)
const YEARS_MS = 3 * 365 * 86_400_000
const ORGANISATIONS = 900

/** Exchanges of one owner with many, a few of whom have most of them, by organisation: an events file, line by line. */
function* events(people: number, exchangesEach: number): Iterable<string> {
  const random = seededRng(1)
  yield 'at,from,to,channel\n'
  for (let i = 0; i < people * exchangesEach; i++) {
    // Everybody once, the rest by a power of chance: most ties are quiet.
    const person = i < people ? i : Math.floor(people * random() ** 3)
    const at = new Date(AT - Math.floor(random() * YEARS_MS)).toISOString()
    const address = (of: number): string => `p${of % people}@org${of % ORGANISATIONS}.example`
    // Some letters go to two colleagues as well: what the map draws are the ties among others.
    const copied = random() < 0.3 ? [1, 2].map((step) => `;${address(person + step * ORGANISATIONS)}`) : []
    yield random() < 0.5
      ? `${at},me@self.example,${address(person)}${copied.join('')},mail\n`
      : `${at},${address(person)},me@self.example${copied.join('')},mail\n`
  }
}

/** Makes a database of so many people, each in so many exchanges on average, by importing a file; returns its path. */
export async function makeDatabase(folder: string, people: number, exchangesEach: number): Promise<string> {
  const file = join(folder, `events-${people}.csv`)
  const db = join(folder, `kith-${people}.db`)
  await pipeline(Readable.from(events(people, exchangesEach)), createWriteStream(file))
  const told = spawnSync(kithCommand, ['import', file, '--me', 'me@self.example', '--db', db, '--quiet'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (told.status !== 0)
    throw new BenchError('The large database could not be made; kith import says why above.')
  return db
}
