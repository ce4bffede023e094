import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** The repository's own `./kith`. */
export const kithCommand = join(import.meta.dirname, '..', process.platform === 'win32' ? 'kith.cmd' : 'kith')

/** A running `kith serve`. */
export type RunningKith = {
  /** Where it listens, as it said itself, for example `http://127.0.0.1:40123`. */
  readonly url: string
  /** What `authorization: Bearer` has to carry where there is no cookie from the page. */
  readonly token: string
  /** Its database. */
  readonly db: string
  /** What it has written on standard error so far. */
  readonly log: () => string
  /** Interrupts it as Ctrl-C would and resolves to its exit code once it is gone; removes a temporary database. */
  readonly stop: () => Promise<number | null>
}

export type StartOptions = {
  /** Database file or address; a new file in a temporary folder unless given. */
  readonly db?: string
  readonly env?: Readonly<Record<string, string>>
  /** What to start instead of the repository's `./kith`, for example an installed package's. */
  readonly command?: readonly [string, ...string[]]
}

/** Starts `kith serve` on a free port; rejects with what it wrote if it ends before it listens. */
export async function startKith({
  db,
  env,
  command = [kithCommand],
}: StartOptions = {}): Promise<RunningKith> {
  const folder = mkdtempSync(join(tmpdir(), 'kith-e2e-'))
  const database = db ?? join(folder, 'kith.db')
  const [program, ...first] = command
  const child = spawn(
    program,
    [...first, 'serve', '--port', '0', '--db', database, '--json', '--show-token'],
    {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    },
  )
  let log = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text
  })
  const ended = whenEnded(child)
  const cleanUp = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    const { listening, token } = await Promise.race([
      listeningLine(child),
      ended.then((code) => {
        throw new Error(`kith serve ended with code ${code} before it listened: ${log}`)
      }),
    ])
    return {
      url: listening,
      token,
      db: database,
      log: () => log,
      stop: async () => {
        child.kill('SIGINT')
        const code = await ended
        cleanUp()
        return code
      },
    }
  } catch (error) {
    child.kill('SIGKILL')
    cleanUp()
    throw error
  }
}

type ListeningLine = { readonly listening: string; readonly token: string }

/** The line `{"listening": url, "token": …}` that kith prints once it answers. */
async function listeningLine(child: ChildProcess): Promise<ListeningLine> {
  if (child.stdout === null) throw new Error('kith was started without a pipe to read from')
  const { promise, resolve } = Promise.withResolvers<ListeningLine>()
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('{"listening"')) resolve(JSON.parse(line) as ListeningLine)
  })
  return promise
}

function whenEnded(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code))
  })
}
