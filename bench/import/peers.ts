/** Other programs on the same mailbox, where they are installed: for comparison in the same run. */
import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Peer = {
  readonly name: string
  readonly does: string
  readonly messages: number
  readonly seconds: number | null
}

/** The mailbox, and the first of its messages, as files as well, for programs that take minutes for all of them. */
type All = { readonly file: string; readonly messages: number }
type Few = All & { readonly maildir: string }

/** As small as a use of GMime can be: parses every message of an mbox whole and counts them. */
const GMIME = `#include <gmime/gmime.h>
#include <fcntl.h>
#include <stdio.h>
int main(int argc, char **argv) {
  g_mime_init();
  int fd = open(argv[1], O_RDONLY);
  GMimeStream *stream = g_mime_stream_fs_new(fd);
  GMimeParser *parser = g_mime_parser_new_with_stream(stream);
  g_mime_parser_set_format(parser, GMIME_FORMAT_MBOX);
  long messages = 0;
  while (!g_mime_parser_eos(parser)) {
    GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
    if (!message) continue;
    messages++;
    g_object_unref(message);
  }
  printf("%ld\\n", messages);
  return 0;
}
`

const PYTHON = `import mailbox, sys
n = 0
for m in mailbox.mbox(sys.argv[1]):
    m.get('From'), m.get('To'), m.get('Cc'), m.get('Date'), m.get('Message-ID')
    n += 1
print(n)
`

const has = (program: string): boolean => spawnSync('which', [program]).status === 0

function timed(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): number | null {
  // Into a file: grep stops at the first line it finds when nobody reads what it says.
  const said = join(tmpdir(), `kith-bench-peer-${process.pid}`)
  const out = openSync(said, 'w')
  try {
    const began = performance.now()
    const { status } = spawnSync(program, args, {
      stdio: ['ignore', out, 'ignore'],
      env: { ...process.env, ...env },
    })
    return status === 0 ? (performance.now() - began) / 1000 : null
  } finally {
    closeSync(out)
    rmSync(said)
  }
}

/** Compiles the program above; null where there is no compiler or no library. */
function gmime(folder: string): string | null {
  const flags = spawnSync('pkg-config', ['--cflags', '--libs', 'gmime-3.0'], { encoding: 'utf8' })
  if (flags.status !== 0 || !has('cc')) return null
  const source = join(folder, 'peer.c')
  const out = join(folder, 'peer')
  writeFileSync(source, GMIME)
  const built = spawnSync('cc', ['-O2', '-o', out, source, ...flags.stdout.trim().split(/\s+/)])
  return built.status === 0 ? out : null
}

/** From where mailparser can be required: the clone, where somebody put it beside the rest, or a global install. */
function mailparserFrom(): string | null {
  const root = join(import.meta.dirname, '..', '..', 'package.json')
  const { stdout } = spawnSync('npm', ['root', '--global'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  for (const from of [root, join((stdout ?? '').trim(), 'any.js')])
    try {
      createRequire(from).resolve('mailparser')
      return from
    } catch {
      // Not there.
    }
  return null
}

function mailparser({ file, messages }: All): Peer {
  const from = mailparserFrom()
  const does = 'parses whole messages, stores nothing'
  if (from === null)
    return {
      name: 'mailparser',
      does: `${does} (not installed: npm install --no-save mailparser)`,
      messages,
      seconds: null,
    }
  const script = join(import.meta.dirname, 'mailparser.ts')
  return { name: 'mailparser', does, messages, seconds: timed(process.execPath, [script, from, file]) }
}

export function peers(all: All, few: Few, folder: string): Peer[] {
  const parse = gmime(folder)
  const index = (name: string): string => {
    const place = join(folder, name)
    mkdirSync(place, { recursive: true })
    return place
  }
  const run = (
    { messages }: All,
    name: string,
    does: string,
    program: string | null,
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ): Peer =>
    program === null
      ? { name, does: `${does} (not installed)`, messages, seconds: null }
      : { name, does, messages, seconds: timed(program, args, env) }
  const found = (program: string): string | null => (has(program) ? program : null)
  const cache = index('mu')
  const mu = { XDG_CACHE_HOME: cache, MUHOME: join(cache, 'home') }
  if (has('mu')) timed('mu', ['init', `--maildir=${few.maildir}`], mu)
  const config = join(index('notmuch'), 'config')
  writeFileSync(
    config,
    `[database]\npath=${few.maildir}\n[user]\nname=x\nprimary_email=x@x.example\n[new]\ntags=\n`,
  )
  const whole = 'parses whole messages, stores nothing'
  const bodies = 'indexes bodies, too'
  return [
    run(all, 'wc -l', 'reads: the limit', found('wc'), ['-l', all.file]),
    run(all, 'grep -c', 'counts lines that begin with From', found('grep'), ['-c', '^From ', all.file], {
      LC_ALL: 'C',
    }),
    run(all, 'gmime', whole, parse, [all.file]),
    run(few, 'Python mailbox', 'reads headers, stores nothing', found('python3'), ['-c', PYTHON, few.file]),
    mailparser(few),
    run(few, 'find', 'lists the Maildir: the limit of importing it again', found('find'), [
      few.maildir,
      '-type',
      'f',
    ]),
    run(few, 'mu index', bodies, found('mu'), ['index', '--quiet'], mu),
    run(few, 'notmuch new', bodies, found('notmuch'), ['new', '--quiet'], { NOTMUCH_CONFIG: config }),
  ]
}
