import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { freePort, listening } from './free-port.ts'

const PROGRAM = ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot'].find((path) => existsSync(path))

/** Whether there is a Dovecot to test against (Debian: dovecot-imapd). */
export const dovecotIsHere = PROGRAM !== undefined

export type Dovecot = {
  readonly server: string
  readonly port: number
  readonly user: string
  readonly password: string
  /** The Maildir of a folder, made where it is not there. */
  readonly folder: (name: string) => string
  /** Puts messages into a folder, as delivered; in the order given. */
  readonly deliver: (name: string, messages: readonly string[], flags?: string) => void
  /** Removes the message delivered at this place. */
  readonly remove: (name: string, position: number) => void
  /** Gives all messages of a folder new numbers, as after a restore. */
  readonly renumber: (name: string, uidValidity: number) => void
  /** Runs a command of its administrator. */
  readonly admin: (...words: string[]) => string
  readonly stop: () => Promise<void>
}

/** Whom it runs as: not as root, which Dovecot refuses for mail. */
function unprivileged(): {
  readonly uid: number
  readonly gid: number
  readonly user: string
  readonly group: string
} {
  const me = userInfo()
  const uid = me.uid === 0 ? Number(execFileSync('id', ['-u', 'nobody'], { encoding: 'utf8' })) : me.uid
  const user = me.uid === 0 ? 'nobody' : me.username
  const gid = Number(execFileSync('id', ['-g', user], { encoding: 'utf8' }))
  return { uid, gid, user, group: execFileSync('id', ['-gn', user], { encoding: 'utf8' }).trim() }
}

const config = (home: string, port: number, user: string, group: string, ids: string): string => `
base_dir = ${home}/run
state_dir = ${home}/run
default_internal_user = ${user}
default_internal_group = ${group}
default_login_user = ${user}
first_valid_uid = 1
last_valid_uid = 0
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
log_path = ${home}/log
mail_location = maildir:${home}/mail
maildir_very_dirty_syncs = no
mail_fsync = never
passdb {
  driver = passwd-file
  args = ${home}/users
}
userdb {
  driver = static
  args = ${ids} home=${home}
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Sent {
    special_use = \\Sent
    auto = create
  }
  mailbox Drafts {
    special_use = \\Drafts
    auto = create
  }
  mailbox Junk {
    special_use = \\Junk
    auto = create
  }
}
service anvil {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service stats {
  chroot =
}
`

/** A Dovecot of its own on loopback, with one mailbox in Maildir form; everything of it is deleted when it stops. */
export async function startDovecot(): Promise<Dovecot> {
  if (PROGRAM === undefined) throw new Error('there is no dovecot here')
  const { uid, gid, user: system, group } = unprivileged()
  // Short: the paths of sockets within have to be.
  const home = mkdtempSync(join(tmpdir(), 'kd-'))
  const port = await freePort()
  const [user, password] = ['jane@acme.example', 'open sesame: {"mail"}']
  const own = (path: string): void => chownSync(path, uid, gid)
  const made = (path: string): string => {
    mkdirSync(path, { recursive: true })
    own(path)
    return path
  }
  own(home)
  made(join(home, 'run'))
  const file = join(home, 'dovecot.conf')
  writeFileSync(file, config(home, port, system, group, `uid=${uid} gid=${gid}`))
  writeFileSync(
    join(home, 'users'),
    `${user}:{PLAIN}${password}::::::\n`.replace(password, password.replaceAll(':', '')),
  )
  own(join(home, 'users'))
  const folder = (name: string): string => {
    const path = made(join(made(join(home, 'mail')), name === 'INBOX' ? '' : `.${name}`))
    for (const part of ['cur', 'new', 'tmp']) made(join(path, part))
    return path
  }
  folder('INBOX')
  const child = spawn(PROGRAM, ['-F', '-c', file], { stdio: ['ignore', 'ignore', 'pipe'], uid, gid })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = once(child, 'exit')
  await listening(port, () => child.exitCode === null).catch((error: unknown) => {
    throw new Error(`${String(error)}\n${said}`)
  })
  const delivered = new Map<string, string[]>()
  return {
    server: `127.0.0.1:${port}`,
    port,
    user,
    password: password.replaceAll(':', ''),
    folder,
    deliver: (name, messages, flags = 'S') => {
      const path = folder(name)
      const files = delivered.get(name) ?? []
      delivered.set(name, files)
      for (const message of messages) {
        // Dovecot numbers new mail by the time in the name.
        const target = join(path, 'cur', `${1_700_000_000 + files.length}.M1P1.test:2,${flags}`)
        writeFileSync(target, message)
        own(target)
        files.push(target)
      }
    },
    remove: (name, position) => rmSync(delivered.get(name)?.[position] ?? ''),
    renumber: (name, uidValidity) => {
      const path = folder(name)
      for (const entry of readdirSync(path)) if (entry.startsWith('dovecot')) rmSync(join(path, entry))
      writeFileSync(join(path, 'dovecot-uidlist'), `3 V${uidValidity} N1\n`)
      own(join(path, 'dovecot-uidlist'))
    },
    admin: (...words) =>
      execFileSync('doveadm', ['-c', file, ...words], {
        encoding: 'utf8',
        uid,
        gid,
        env: { ...process.env, HOME: home },
      }),
    stop: async () => {
      child.kill('SIGTERM')
      await ended
      rmSync(home, { recursive: true, force: true })
    },
  }
}
