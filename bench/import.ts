/** `node bench/main.ts import [messages…] [--json]`: a mailbox into the database, as a user does it. */
import { spawn } from 'node:child_process'
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { bigMbox } from '#testing/big-mbox.ts'
import { BenchError } from './bench.ts'
import type { Bench } from './bench.ts'
import { tableLines } from './table.ts'

/** About 10 kB a message: 2 GB. */
const MESSAGES = 200_000
const AT = Date.UTC(2026, 0, 1)

type Run = {
  readonly run: string
  readonly messages: number
  readonly megabytes: number
  readonly seconds: number
  /** Largest resident memory of the process, in MB. */
  readonly peakMegabytes: number
  readonly newInteractions: number
}

/** Imports a file with the repository's own `./kith` in a process of its own. */
async function imported(run: string, messages: number, file: string, folder: string): Promise<Run> {
  const peakFile = join(folder, `peak-${run.replace(/\W+/g, '-')}`)
  // Told by the process itself at its end, in KiB: works wherever Node does.
  const telling = `import { appendFileSync } from 'node:fs'
process.on('exit', () => appendFileSync(${JSON.stringify(peakFile)}, process.resourceUsage().maxRSS + '\\n'))`
  const command = join(import.meta.dirname, '..', process.platform === 'win32' ? 'kith.cmd' : 'kith')
  const began = performance.now()
  const child = spawn(command, ['import', file, '--db', join(folder, 'kith.db'), '--json'], {
    env: {
      ...process.env,
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(telling)}`,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const out = (await child.stdout.toArray()) as Buffer[]
  const code = await ended
  const seconds = (performance.now() - began) / 1000
  if (code !== 0) throw new BenchError(`kith import ended with code ${code}; what it said stands above.`)
  const { totals } = JSON.parse(Buffer.concat(out).toString()) as { totals: { newInteractions: number } }
  const peaks = readFileSync(peakFile, 'utf8').trim().split('\n').map(Number)
  return {
    run,
    messages,
    megabytes: statSync(file).size / 1e6,
    seconds,
    peakMegabytes: (Math.max(...peaks) * 1024) / 1e6,
    newInteractions: totals.newInteractions,
  }
}

async function measure(messages: number): Promise<Run[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kith-bench-import-'))
  try {
    const file = join(folder, 'big.mbox')
    await pipeline(Readable.from(bigMbox({ messages, seed: 1, at: AT })), createWriteStream(file))
    const first = await imported('first', messages, file, folder)
    return [first, await imported('again, nothing new', messages, file, folder)]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function print(runs: readonly Run[], json: boolean): void {
  if (json) {
    for (const run of runs)
      console.log(JSON.stringify({ bench: 'import', ...run, messagesPerSecond: run.messages / run.seconds }))
    return
  }
  const body = runs.map((run) => [
    run.run,
    run.messages.toLocaleString('en'),
    run.newInteractions.toLocaleString('en'),
    run.megabytes.toFixed(0),
    run.seconds.toFixed(1),
    Math.round(run.messages / run.seconds).toLocaleString('en'),
    (run.megabytes / run.seconds).toFixed(0),
    run.peakMegabytes.toFixed(0),
  ])
  const header = ['import (mbox)', 'messages', 'new', 'MB', 's', 'messages/s', 'MB/s', 'peak MB']
  for (const line of tableLines(header, body)) console.log(line)
}

/** The number of messages that a word of the command line asks for. */
function asNumber(part: string): number {
  const messages = Number(part)
  if (Number.isInteger(messages) && messages > 0) return messages
  throw new BenchError(`${part} is no number of messages; write for example: npm run bench -- import 500000`)
}

export const importBench: Bench = {
  name: 'import',
  summary: `a generated mailbox of ${MESSAGES.toLocaleString('en')} messages (or as many as you say) through ./kith import, twice`,
  async run({ json, parts }) {
    for (const messages of parts.length === 0 ? [MESSAGES] : parts.map(asNumber))
      print(await measure(messages), json)
  },
}
