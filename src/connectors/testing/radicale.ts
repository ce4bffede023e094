import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, listening } from './free-port.ts'

const PROGRAM = ['/usr/bin/radicale', '/usr/local/bin/radicale'].find((path) => existsSync(path))

/** Whether there is a Radicale to test against (Debian: radicale). */
export const radicaleIsHere = PROGRAM !== undefined

export type Radicale = {
  readonly server: string
  readonly user: string
  readonly password: string
  /** Makes an address book or a calendar. */
  readonly make: (name: string, kind: 'addressbook' | 'calendar') => Promise<void>
  readonly put: (collection: string, file: string, text: string) => Promise<void>
  readonly remove: (collection: string, file: string) => Promise<void>
  /** The text of an object as it stands there. */
  readonly get: (collection: string, file: string) => Promise<string>
  readonly stop: () => Promise<void>
}

/** A Radicale of its own on loopback, with one user; everything of it is deleted when it stops. */
export async function startRadicale(): Promise<Radicale> {
  if (PROGRAM === undefined) throw new Error('there is no radicale here')
  const home = mkdtempSync(join(tmpdir(), 'kith-radicale-'))
  const port = await freePort()
  const [user, password] = ['jane@acme.example', 'open sesame dav']
  writeFileSync(join(home, 'users'), `${user}:${password}\n`)
  writeFileSync(
    join(home, 'config'),
    `[server]\nhosts = 127.0.0.1:${port}\n[auth]\ntype = htpasswd\nhtpasswd_filename = ${home}/users\nhtpasswd_encryption = plain\ndelay = 0\n[storage]\nfilesystem_folder = ${home}/data\n[logging]\nlevel = error\n`,
  )
  const child = spawn(PROGRAM, ['--config', join(home, 'config')], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = once(child, 'exit')
  await listening(port, () => child.exitCode === null).catch((error: unknown) => {
    throw new Error(`${String(error)}\n${said}`)
  })
  const server = `http://127.0.0.1:${port}`
  const ask = async (method: string, path: string, body?: string, type?: string): Promise<string> => {
    const answer = await fetch(`${server}/${encodeURIComponent(user)}/${path}`, {
      method,
      headers: {
        authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
        ...(type === undefined ? {} : { 'content-type': type }),
      },
      ...(body === undefined ? {} : { body }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return text
  }
  return {
    server,
    user,
    password,
    make: async (name, kind) => {
      const type = kind === 'addressbook' ? '<CR:addressbook/>' : '<C:calendar/>'
      await ask(
        'MKCOL',
        `${name}/`,
        `<?xml version="1.0"?><mkcol xmlns="DAV:" xmlns:CR="urn:ietf:params:xml:ns:carddav" xmlns:C="urn:ietf:params:xml:ns:caldav"><set><prop><resourcetype><collection/>${type}</resourcetype><displayname>${name}</displayname></prop></set></mkcol>`,
        'application/xml',
      )
    },
    put: async (collection, file, text) =>
      void (await ask(
        'PUT',
        `${collection}/${file}`,
        text,
        file.endsWith('.vcf') ? 'text/vcard' : 'text/calendar',
      )),
    remove: async (collection, file) => void (await ask('DELETE', `${collection}/${file}`)),
    get: (collection, file) => ask('GET', `${collection}/${file}`),
    stop: async () => {
      child.kill('SIGTERM')
      await ended
      rmSync(home, { recursive: true, force: true })
    },
  }
}
