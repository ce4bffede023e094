import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { LedgerBuilder } from '#core/ledger/ledger.ts'
import { eachTouchpoint } from '#core/ledger/touchpoints.ts'
import { SOLE_OWNER } from '#core/model/ids.ts'
import type { Context } from '#operations/operation.ts'
import { assemble, egosOf, gather } from '#operations/score/gather.ts'
import type { MailLog } from './mail-log.ts'

/** The public mailboxes, and under which addresses their owners wrote. */
const mailboxes = [
  { folder: 'beck-s', name: 'mailbox beck-s', me: ['sally.beck@enron.com'] },
  { folder: 'farmer-d', name: 'mailbox farmer-d', me: ['daren.farmer@enron.com'] },
] as const

/** What reading files asks of a context; it opens no database. */
const reading = {
  owner: SOLE_OWNER,
  now: () => Date.UTC(2026, 0, 1),
  signal: new AbortController().signal,
} as const

/** A mailbox as a log of one ego: the ties of the owner, read as `kith score` reads them. */
async function mailboxLog(path: string, name: string, me: readonly string[]): Promise<MailLog> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- reading files uses nothing else of it
  const read = await gather(reading as unknown as Context, [path], null)
  const [owner = []] = egosOf(read, me, SOLE_OWNER)
  const { interactions } = assemble(read)
  const mine = new Set<number>(owner)
  const builder = new LedgerBuilder()
  const ties = new Map<number, number>()
  const times: number[] = []
  for (const seen of interactions) {
    let touched = false
    eachTouchpoint(seen, (ego, person, direction, audience, _role, bulk) => {
      if (!mine.has(ego)) return
      touched = true
      const tie = ties.get(person) ?? ties.size
      ties.set(person, tie)
      builder.push(tie, seen.at, direction, seen.channel, audience, bulk)
    })
    if (touched) times.push(seen.at)
  }
  return {
    name,
    messageTimes: Float64Array.from(times).sort(),
    ledger: builder.finish(ties.size),
    egos: new Int32Array(ties.size),
    alters: Int32Array.from({ length: ties.size }, (_, tie) => tie + 1),
    egoCount: ties.size + 1,
    // Only the owner's side is known.
    received: null,
  }
}

/** The mailboxes that are there. */
export async function mailboxLogs(dataDir: string): Promise<MailLog[]> {
  const logs: MailLog[] = []
  for (const { folder, name, me } of mailboxes) {
    const path = join(dataDir, 'mailboxes', folder)
    if (existsSync(path)) logs.push(await mailboxLog(path, name, me))
    else console.error(`Skipped ${name}: ${path} is not there; KITH_DATA says where the data lies.`)
  }
  return logs
}
