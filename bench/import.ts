/**
 * `node bench/main.ts import [messages…] [--json]`: mail into the database, as a user does it: mbox, Maildir and zip,
 * the stages of reading, and other programs on the same mailbox.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BenchError } from './bench.ts'
import type { Bench } from './bench.ts'
import { writeMaildir, writeMbox, writeZip } from './import/files.ts'
import { type Peer, peers } from './import/peers.ts'
import { type Stage, stages } from './import/stages.ts'
import { tableLines } from './table.ts'

/** About 10 kB a message: 2 GB. */
const MESSAGES = 200_000
/** So many of them are written as a Maildir, too, a file each; for programs that take minutes for more. */
const AS_FILES = 10_000

type Run = {
  readonly run: string
  readonly messages: number
  readonly megabytes: number
  /** Of the whole command. */
  readonly seconds: number
  /** From the first file opened to the last record stored; null where nothing was new. */
  readonly storedSeconds: number | null
  /** Largest resident memory of the process, in MB. */
  readonly peakMegabytes: number
  readonly newInteractions: number
}

function megabytesOf(path: string): number {
  if (!statSync(path).isDirectory()) return statSync(path).size / 1e6
  return readdirSync(path).reduce((sum, name) => sum + megabytesOf(join(path, name)), 0)
}

const KITH = join(import.meta.dirname, '..', process.platform === 'win32' ? 'kith.cmd' : 'kith')

/** Has kith bundle and compile what an import runs, if its sources changed: no run measures that. */
function warmUp(file: string, folder: string): void {
  const shell = process.platform === 'win32'
  const { status } = spawnSync(KITH, ['import', file, '--db', join(folder, 'warm.db'), '--quiet'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell,
  })
  if (status !== 0) throw new BenchError('kith cannot import; what it said stands above.')
}

/** How long the imports in a database took, up to what is concluded from them, in seconds. */
function storedIn(database: string): number {
  if (!existsSync(database)) return 0
  const { stdout } = spawnSync(KITH, ['imports', '--db', database, '--json'], {
    shell: process.platform === 'win32',
    encoding: 'utf8',
  })
  const imports = JSON.parse(stdout) as readonly { startedAt: string; finishedAt: string }[]
  return imports.reduce(
    (sum, { startedAt, finishedAt }) => sum + (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000,
    0,
  )
}

/** Imports a file with the repository's own `./kith` in a process of its own. */
async function imported(
  run: string,
  messages: number | null,
  file: string,
  folder: string,
  db = run,
): Promise<Run> {
  const database = join(folder, `${db.replace(/\W+/g, '-')}.db`)
  const before = storedIn(database)
  const peakFile = join(folder, `peak-${run.replace(/\W+/g, '-')}`)
  // Told by the process itself at its end, in KiB: works wherever Node does.
  const telling = `import { appendFileSync } from 'node:fs'
process.on('exit', () => appendFileSync(${JSON.stringify(peakFile)}, process.resourceUsage().maxRSS + '\\n'))`
  const began = performance.now()
  const child = spawn(KITH, ['import', file, '--db', database, '--json'], {
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
  const { totals, files } = JSON.parse(Buffer.concat(out).toString()) as {
    totals: { newInteractions: number }
    files: readonly { read: number; skipped: number }[]
  }
  const peaks = readFileSync(peakFile, 'utf8').trim().split('\n').map(Number)
  return {
    run,
    messages: messages ?? files.reduce((sum, file) => sum + file.read + file.skipped, 0),
    megabytes: megabytesOf(file),
    seconds,
    storedSeconds: totals.newInteractions === 0 ? null : storedIn(database) - before,
    peakMegabytes: (Math.max(...peaks) * 1024) / 1e6,
    newInteractions: totals.newInteractions,
  }
}

async function measure(messages: number, json: boolean): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kith-bench-import-'))
  try {
    const mbox = join(folder, 'big.mbox')
    await writeMbox(mbox, messages)
    const zip = join(folder, 'takeout.zip')
    await writeZip(zip, mbox)
    const fewer = Math.min(messages, AS_FILES)
    const few = join(folder, 'few.mbox')
    await writeMbox(few, fewer)
    const maildir = join(folder, 'Maildir')
    await writeMaildir(maildir, few)
    warmUp(few, folder)
    const runs = [
      await imported('mbox', messages, mbox, folder),
      await imported('mbox again, nothing new', messages, mbox, folder, 'mbox'),
      await imported('zip', messages, zip, folder),
      await imported('Maildir', fewer, maildir, folder),
      await imported('Maildir again, nothing new', fewer, maildir, folder, 'Maildir'),
    ]
    print(runs, json)
    printStages(await stages(mbox, folder), json)
    printPeers(peers({ file: mbox, messages }, { file: few, maildir, messages: fewer }, folder), json)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Real mailboxes, where they are there: how many messages they hold is what kith reads. */
async function measureReal(dataDir: string, json: boolean): Promise<void> {
  const place = join(dataDir, 'mailboxes')
  if (!existsSync(place)) {
    if (!json) console.log(`There are no mailboxes in ${dataDir}; set KITH_DATA to measure real ones.`)
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'kith-bench-import-'))
  try {
    const runs: Run[] = []
    for (const name of readdirSync(place).sort())
      runs.push(await imported(name, null, join(place, name), folder))
    print(runs, json)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Read and stored in a second; where nothing was new, gone through in one of the whole command. */
const perSecond = ({ seconds, storedSeconds }: Run, amount: number): number =>
  amount / (storedSeconds ?? seconds)

function print(runs: readonly Run[], json: boolean): void {
  if (json) {
    for (const run of runs)
      console.log(
        JSON.stringify({ bench: 'import', ...run, messagesPerSecond: perSecond(run, run.messages) }),
      )
    return
  }
  const body = runs.map((run) => [
    run.run,
    run.messages.toLocaleString('en'),
    run.newInteractions.toLocaleString('en'),
    run.megabytes.toFixed(0),
    run.seconds.toFixed(1),
    run.storedSeconds?.toFixed(1) ?? '–',
    Math.round(perSecond(run, run.messages)).toLocaleString('en'),
    perSecond(run, run.megabytes).toFixed(0),
    run.peakMegabytes.toFixed(0),
  ])
  const header = ['import', 'messages', 'new', 'MB', 's', 'stored s', 'messages/s', 'MB/s', 'peak MB']
  for (const line of tableLines(header, body)) console.log(line)
}

function printStages(found: readonly Stage[], json: boolean): void {
  const total = found.reduce((sum, { seconds }) => sum + seconds, 0)
  if (json) {
    for (const one of found)
      console.log(JSON.stringify({ bench: 'import-stage', ...one, share: one.seconds / total }))
    return
  }
  const body = found.map(({ stage, seconds }) => [
    stage,
    seconds.toFixed(2),
    `${Math.round((100 * seconds) / total)} %`,
  ])
  for (const line of tableLines(['stage, one thread', 's', 'share'], body)) console.log(line)
}

function printPeers(found: readonly Peer[], json: boolean): void {
  if (json) {
    for (const one of found) console.log(JSON.stringify({ bench: 'import-peer', ...one }))
    return
  }
  const body = found.map(({ name, does, messages, seconds }) => [
    name,
    does,
    messages.toLocaleString('en'),
    seconds === null ? '–' : seconds.toFixed(2),
    seconds === null ? '–' : Math.round(messages / seconds).toLocaleString('en'),
  ])
  for (const line of tableLines(['beside it', 'does', 'messages', 's', 'messages/s'], body)) console.log(line)
}

/** The number of messages that a word of the command line asks for. */
function asNumber(part: string): number {
  const messages = Number(part)
  if (Number.isInteger(messages) && messages > 0) return messages
  throw new BenchError(`${part} is no number of messages; write for example: npm run bench -- import 500000`)
}

export const importBench: Bench = {
  name: 'import',
  summary: `mbox, zip and Maildir through ./kith import, its stages, and peers: a generated mailbox of ${MESSAGES.toLocaleString('en')} messages (or as many as you say) and real ones`,
  async run({ json, parts, dataDir }) {
    for (const messages of parts.length === 0 ? [MESSAGES] : parts.map(asNumber))
      await measure(messages, json)
    if (parts.length === 0) await measureReal(dataDir, json)
  },
}
