/** Other programs on the same mailbox, where they are installed: for comparison in the same run. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

export type Peer = { readonly name: string; readonly does: string; readonly seconds: number | null }

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
  const began = performance.now()
  const { status } = spawnSync(program, args, { stdio: 'ignore', env: { ...process.env, ...env } })
  return status === 0 ? (performance.now() - began) / 1000 : null
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

function mailparser(mbox: string): Peer {
  const from = mailparserFrom()
  const does = 'parses whole messages, stores nothing'
  if (from === null)
    return {
      name: 'mailparser',
      does: `${does} (not installed: npm install --no-save mailparser)`,
      seconds: null,
    }
  const script = join(import.meta.dirname, 'mailparser.ts')
  return { name: 'mailparser', does, seconds: timed(process.execPath, [script, from, mbox]) }
}

/** @param maildir the same messages as files, for programs that index those; null leaves these programs out */
export function peers(mbox: string, maildir: string | null, folder: string): Peer[] {
  const parse = gmime(folder)
  const index = (name: string): string => {
    const place = join(folder, name)
    mkdirSync(place, { recursive: true })
    return place
  }
  const absent = (name: string, does: string): Peer => ({ name, does, seconds: null })
  const out: Peer[] = [
    { name: 'wc -l', does: 'reads: the limit', seconds: has('wc') ? timed('wc', ['-l', mbox]) : null },
    parse === null
      ? absent('gmime', 'parses whole messages (not installed)')
      : { name: 'gmime', does: 'parses whole messages, stores nothing', seconds: timed(parse, [mbox]) },
    has('python3')
      ? {
          name: 'Python mailbox',
          does: 'reads headers, stores nothing',
          seconds: timed('python3', ['-c', PYTHON, mbox]),
        }
      : absent('Python mailbox', 'reads headers (not installed)'),
    mailparser(mbox),
  ]
  if (maildir === null)
    return [
      ...out,
      absent('mu index', 'indexes bodies, too (left out: it needs a file a message; ask for fewer messages)'),
      absent(
        'notmuch new',
        'indexes bodies, too (left out: it needs a file a message; ask for fewer messages)',
      ),
    ]
  out.push({
    name: 'find',
    does: 'lists the Maildir: the limit of importing it again',
    seconds: has('find') ? timed('find', [maildir, '-type', 'f']) : null,
  })
  if (has('mu')) {
    const env = { XDG_CACHE_HOME: index('mu'), MUHOME: join(index('mu'), 'home') }
    timed('mu', ['init', `--maildir=${maildir}`], env)
    out.push({
      name: 'mu index',
      does: 'indexes bodies, too',
      seconds: timed('mu', ['index', '--quiet'], env),
    })
  } else out.push(absent('mu index', 'indexes bodies, too (not installed)'))
  if (has('notmuch')) {
    const config = join(index('notmuch'), 'config')
    writeFileSync(
      config,
      `[database]\npath=${maildir}\n[user]\nname=x\nprimary_email=x@x.example\n[new]\ntags=\n`,
    )
    const env = { NOTMUCH_CONFIG: config }
    out.push({
      name: 'notmuch new',
      does: 'indexes bodies, too',
      seconds: timed('notmuch', ['new', '--quiet'], env),
    })
  } else out.push(absent('notmuch new', 'indexes bodies, too (not installed)'))
  return out
}
