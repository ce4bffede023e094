import { randomBytes } from 'node:crypto'
import { chmod, mkdir, open, readFile, rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import envPaths from 'env-paths'
import { KithError } from '#core/model/errors.ts'

/** Where secrets are kept: never in the database, and so never in a backup or an export. */
export type Vault = {
  /** Where that is, for people to read. */
  readonly place: string
  /** Null when there is none of that name. */
  readonly get: (name: string) => Promise<string | null>
  readonly set: (name: string, secret: string) => Promise<void>
  readonly remove: (name: string) => Promise<void>
}

/** What kith's entries in the keyring of the system are called. */
const SERVICE = 'kith'

type Keyring = {
  readonly getPassword: () => Promise<string | null | undefined>
  readonly setPassword: (secret: string) => Promise<unknown>
  readonly deletePassword: () => Promise<unknown>
}
type OpenKeyring = (name: string) => Keyring

/** The keyring of the system; null where there is none or it does not open (a server, a container). */
async function systemKeyring(): Promise<OpenKeyring | null> {
  try {
    const { AsyncEntry } = await import('@napi-rs/keyring')
    const opened: OpenKeyring = (name) => new AsyncEntry(SERVICE, name) as Keyring
    // What is there but locked says so only when asked for something.
    const probe = opened('probe')
    await probe.setPassword('probe')
    const works = (await probe.getPassword()) === 'probe'
    await probe.deletePassword()
    return works ? opened : null
  } catch {
    return null
  }
}

const keyringVault = (open: OpenKeyring, behind: Vault): Vault => ({
  place: 'the keyring of your system',
  // What was kept before there was a keyring stays readable.
  get: async (name) =>
    (await open(name)
      .getPassword()
      .catch(() => null)) ?? (await behind.get(name)),
  set: async (name, secret) => void (await open(name).setPassword(secret)),
  remove: async (name) => {
    await open(name)
      .deletePassword()
      .catch(() => null)
    await behind.remove(name)
  },
})

/** A file that only its owner can read. Written beside and moved into place, so that it is never half there. */
export function fileVault(path: string): Vault {
  const read = async (): Promise<Record<string, string>> => {
    let text: string
    try {
      const { mode } = await stat(path)
      if (process.platform !== 'win32' && (mode & 0o077) !== 0) await chmod(path, 0o600)
      text = await readFile(path, 'utf8')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
      throw new KithError(
        'unreadable',
        `${path}, where kith keeps secrets, cannot be read: check who owns it.`,
      )
    }
    try {
      return JSON.parse(text) as Record<string, string>
    } catch {
      throw new KithError(
        'unreadable',
        `${path}, where kith keeps secrets, is damaged: delete it and connect your accounts again.`,
      )
    }
  }
  const write = async (secrets: Record<string, string>): Promise<void> => {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const beside = `${path}.${randomBytes(6).toString('hex')}`
    const file = await open(beside, 'wx', 0o600)
    try {
      await file.writeFile(JSON.stringify(secrets))
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
  }
  return {
    place: path,
    get: async (name) => {
      const secrets = await read()
      return Object.hasOwn(secrets, name) ? (secrets[name] ?? null) : null
    },
    set: async (name, secret) => await write({ ...(await read()), [name]: secret }),
    remove: async (name) => {
      const { [name]: gone, ...rest } = await read()
      if (gone !== undefined) await write(rest)
    },
  }
}

/** One look at the keyring a process: asking may open a dialogue. */
let keyring: Promise<OpenKeyring | null> | null = null

/**
 * Where this machine keeps secrets: the keyring of the system, else a file of mode 0600 in kith's data folder.
 * `KITH_SECRETS` names a file to take instead, for servers.
 */
export async function openVault(env: NodeJS.ProcessEnv = process.env): Promise<Vault> {
  const named = env['KITH_SECRETS']
  if (named !== undefined && named !== '') return fileVault(named)
  const file = fileVault(join(envPaths('kith', { suffix: '' }).data, 'secrets.json'))
  keyring ??= systemKeyring()
  const opened = await keyring
  return opened === null ? file : keyringVault(opened, file)
}
