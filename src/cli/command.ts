import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { Argument, type Command } from 'commander'
import { KithError } from '#core/model/errors.ts'
import { SOLE_OWNER } from '#core/model/ids.ts'
import type { Described } from '#operations/catalogue.ts'
import { statedTime } from '#operations/iso-time.ts'
import type { Context, Operation } from '#operations/operation.ts'
import { runOperation } from '#operations/run.ts'
import type { Store } from '#store/store.ts'
import type { KeyScreen } from './key-screen.ts'
import { fitLines } from './fit-lines.ts'
import { databaseLocation } from './location.ts'
import { inputFrom, inputProperties, kebab, optionsOf } from './options.ts'
import { plainText } from './plain-text.ts'
import { ProgressBar } from './progress.ts'

/** Where a password may stand that is not asked for. */
const PASSWORD_VARIABLE = 'KITH_PASSWORD'

/** What every command takes. */
export type GlobalOptions = {
  readonly json?: boolean
  readonly db?: string
  readonly quiet?: boolean
  readonly debug?: boolean
  readonly strict?: boolean
  readonly at?: string
}

/** Where a command writes and what it is told from outside. */
export type Terminal = {
  readonly out: (text: string) => void
  /** Writes a file to standard output. */
  readonly outFile: (path: string) => Promise<void>
  readonly err: (text: string) => void
  readonly env: NodeJS.ProcessEnv
  readonly signal: AbortSignal
  readonly version: string
  /** How wide standard output is where it is a terminal; null or absent where it is a pipe or a file. */
  readonly columns?: number | null
  /** A person is looking at standard error. */
  readonly interactive: boolean
  /** Keys and screen of somebody who sits there; null or absent where either is a pipe. */
  readonly screen?: KeyScreen | null
  /** A password: all of standard input, or asked for without showing it. */
  readonly readSecret?: (from: 'stdin' | 'person') => Promise<string>
  /** Tells the exit code of a command that is no failure. */
  readonly exit: (code: number) => void
}

/** The database programs are loaded only where one is opened: help and usage errors come at once. */
async function open(location: string): Promise<Store> {
  const { openStore } = await import('#store/open-store.ts')
  return await openStore(location)
}

/** A store that says why it cannot be used, for operations that need none. */
const noStore = (): Store =>
  new Proxy({} as Store, {
    get: (_, name) => {
      throw new Error(`this command opens no database, but asked for ${String(name)}`)
    },
  })

/** Where an operation that gives a file writes it: as told, or to a file that then goes to standard output. */
function fileOf(
  declared: Operation,
  words: readonly unknown[],
  options: Readonly<Record<string, unknown>>,
): { readonly path: string; readonly temporary: boolean } | null {
  if (declared.gives === undefined) return null
  const told = declared.cli?.needsFile === true ? words.at(-1) : options['out']
  return typeof told === 'string'
    ? { path: resolve(told), temporary: false }
    : { path: join(mkdtempSync(join(tmpdir(), 'kith-out-')), 'out'), temporary: true }
}

/** Commands that somebody at a terminal goes through key by key, where they ask for nothing in particular. */
const conversations: Readonly<Record<string, (context: Context, screen: KeyScreen) => Promise<string>>> = {
  'list-questions': async (context, screen) => {
    const { reviewInTerminal } = await import('./review/review-in-terminal.ts')
    return await reviewInTerminal(context, screen)
  },
}

function conversationFor(
  { name }: Operation,
  options: Readonly<Record<string, unknown>>,
  shared: GlobalOptions,
  { screen }: Terminal,
): ((context: Context) => Promise<string>) | null {
  const conversation = conversations[name]
  const asked = Object.values(options).some((value) => value !== undefined)
  if (conversation === undefined || !screen || asked || shared.json === true || shared.quiet === true)
    return null
  return (context) => conversation(context, screen)
}

/**
 * The password an operation needs: from standard input where told, else from the environment, else asked for.
 * @throws KithError 'usage' where nobody can be asked
 */
async function secretFor(options: Readonly<Record<string, unknown>>, terminal: Terminal): Promise<string> {
  const { readSecret } = terminal
  if (options['passwordStdin'] === true && readSecret !== undefined) return await readSecret('stdin')
  const given = terminal.env[PASSWORD_VARIABLE]
  if (given !== undefined && given !== '') return given
  if (terminal.interactive && readSecret !== undefined) return await readSecret('person')
  throw new KithError(
    'usage',
    `Give the password on standard input with --password-stdin, or in ${PASSWORD_VARIABLE}.`,
  )
}

async function perform(
  declared: Operation,
  words: readonly unknown[],
  options: Readonly<Record<string, unknown>>,
  shared: GlobalOptions,
  terminal: Terminal,
): Promise<void> {
  // Operations that take the time themselves have their own --at.
  const ownTime = 'at' in inputProperties(declared).properties
  const at = ownTime || shared.at === undefined ? null : statedTime(shared.at)
  const stateless = declared.cli?.stateless === true
  const store = stateless ? noStore() : await open(databaseLocation(shared.db, terminal.env))
  const given = fileOf(declared, words, options)
  const bar = new ProgressBar(terminal.interactive && shared.quiet !== true && shared.json !== true)
  try {
    const context: Context = {
      store,
      owner: SOLE_OWNER,
      now: Date.now,
      at,
      version: terminal.version,
      progress: bar.show,
      signal: terminal.signal,
      ...(given === null ? {} : { file: given.path }),
      run: (other, input) => runOperation(other, context, input),
    }
    const input = inputFrom(
      declared,
      words,
      ownTime && shared.at !== undefined ? { ...options, at: shared.at } : options,
    )
    const talk = conversationFor(declared, options, shared, terminal)
    if (talk !== null) {
      terminal.out(`${await talk(context)}\n`)
      terminal.exit(0)
      return
    }
    if (declared.secretField !== undefined) input[declared.secretField] = await secretFor(options, terminal)
    const result = await runOperation(declared, context, input)
    bar.stop()
    if (given?.temporary === true) await terminal.outFile(given.path)
    else write(declared, result, shared, terminal)
    terminal.exit(declared.cli?.exitCode?.(result, { strict: shared.strict === true }) ?? 0)
  } finally {
    bar.stop()
    if (given?.temporary === true) rmSync(dirname(given.path), { recursive: true, force: true })
    if (!stateless) await store.close()
  }
}

function write(declared: Operation, result: unknown, shared: GlobalOptions, terminal: Terminal): void {
  const cli = declared.cli
  if (shared.quiet !== true)
    for (const note of cli?.notes?.(result) ?? []) terminal.err(`${plainText(note)}\n`)
  if (shared.json === true) {
    if (cli?.lines) for (const line of cli.lines(result)) terminal.out(`${JSON.stringify(line)}\n`)
    else terminal.out(`${JSON.stringify(cli?.json ? cli.json(result) : result, null, 2)}\n`)
  } else if (shared.quiet !== true) {
    const columns = terminal.columns ?? Infinity
    const text = plainText(
      cli?.print ? fitLines(cli.print(result, columns), columns) : JSON.stringify(result, null, 2),
    )
    if (text !== '') terminal.out(text.endsWith('\n') ? text : `${text}\n`)
  }
}

/** `kith goal add referrals 5 --per quarter` from the input of an example. */
function exampleLine(declared: Described, input: unknown): string {
  const quoted = (value: unknown): string =>
    /^[\w./@:+,-]+$/.test(String(value)) ? String(value) : JSON.stringify(String(value))
  const fields = { ...(input as Record<string, unknown>) }
  if (declared.secretField !== undefined) delete fields[declared.secretField]
  const words = (declared.cli?.positionals ?? []).flatMap((name) => {
    const value = fields[name]
    delete fields[name]
    return value === undefined ? [] : Array.isArray(value) ? value.map(quoted) : [quoted(value)]
  })
  const options = Object.entries(fields).map(([name, value]) =>
    value === true
      ? `--${kebab(name)}`
      : `--${kebab(name)} ${Array.isArray(value) ? value.map(quoted).join(',') : quoted(value)}`,
  )
  const file = declared.cli?.needsFile === true ? ['kith.backup'] : []
  return ['kith', ...(declared.command ?? []), ...words, ...file, ...options].join(' ')
}

const HELP_WIDTH = 80

/** A paragraph in lines of at most HELP_WIDTH characters. */
function wrapped(text: string): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > HELP_WIDTH) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].join('\n')
}

/** Gives the command of an operation its words, options, help and what it does. */
export function fillCommand(command: Command, declared: Described, terminal: Terminal): void {
  const cli = declared.cli ?? {}
  const { properties, required } = inputProperties(declared)
  const positionals = cli.positionals ?? []
  for (const [i, name] of positionals.entries()) {
    const property = properties[name]
    const shown = `${kebab(name)}${cli.variadic === true && i === positionals.length - 1 ? '...' : ''}`
    const argument = new Argument(
      required.includes(name) ? `<${shown}>` : `[${shown}]`,
      property?.description ?? '',
    )
    if (property?.enum) argument.choices(property.enum)
    command.addArgument(argument)
  }
  if (cli.needsFile === true) command.argument('<file>', 'where to write it')
  else if (declared.gives !== undefined)
    command.option('--out <file>', 'write to this file instead of standard output')
  if (declared.secretField !== undefined)
    command.option(
      '--password-stdin',
      `take the password from standard input (or set ${PASSWORD_VARIABLE}); otherwise it is asked for`,
    )
  for (const option of optionsOf(declared)) {
    // --at is one of the options every command has.
    if (option.long !== '--at') command.addOption(option)
  }
  const examples = declared.examples.map(
    (example) => `  ${exampleLine(declared, example.input)}\n      ${example.title}`,
  )
  command.addHelpText(
    'after',
    `${declared.description === undefined ? '' : `\n${wrapped(declared.description)}\n`}${examples.length > 0 ? `\nExamples:\n${examples.join('\n')}\n` : ''}`,
  )
  command.action(async (...given: unknown[]) => {
    const words = positionals.length + (cli.needsFile === true ? 1 : 0)
    const options = given[words] as Record<string, unknown>
    await perform(declared, given.slice(0, words), options, command.optsWithGlobals(), terminal)
  })
}
