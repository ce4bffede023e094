import { Command, CommanderError } from 'commander'
import { KithError } from '#core/model/errors.ts'
import type { GlobalOptions, Terminal } from './command.ts'
import { exitCodes } from './exit-codes.ts'
import { addCommands } from './named-commands.ts'
import { plainText } from './plain-text.ts'

/** A command that is no operation: it runs until it is stopped. */
export type Service = {
  readonly name: string
  readonly summary: string
  readonly options: readonly (readonly [flags: string, help: string])[]
  readonly run: (
    options: Readonly<Record<string, unknown>> & GlobalOptions,
    terminal: Terminal,
  ) => Promise<void>
}

/** The whole command line: one command an operation, and the services. */
export function createProgram(services: readonly Service[], terminal: Terminal): Command {
  const program = new Command('kith')
    .description('What your network is worth: calibre, closeness, and the right number for your goal.')
    .version(terminal.version, '-V, --version', 'print the version')
    .option('--json', 'print JSON')
    .option(
      '--db <file or postgres url>',
      'the database (default: $KITH_DB, else kith.db in your data folder)',
    )
    .option('--quiet', 'print nothing but errors')
    .option('--strict', 'exit with 1 when records were skipped')
    .option('--at <time>', 'look at the network as of this time (default: the end of your data)')
    .option('--debug', 'show the whole error when something goes wrong')
    .helpOption('-h, --help', 'show help')
    .showHelpAfterError('(kith --help lists the commands)')
    .configureHelp({ sortSubcommands: false, subcommandTerm: (command) => command.name() })
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
  program.addHelpText(
    'after',
    `
Start:
  kith serve --open                     the app in your browser
  kith import LinkedIn.zip mail.mbox    read what you have
  kith worth                            what it is worth for your goals

Exit codes: 0 done, 1 done with records skipped (--strict), 2 wrong usage, 3 nothing readable,
4 database trouble, 70 a fault in kith, 130 interrupted.
`,
  )
  for (const service of services) {
    const command = program.command(service.name).description(service.summary)
    for (const [flags, help] of service.options) command.option(flags, help)
    command.action(async () => await service.run(command.optsWithGlobals(), terminal))
  }
  addCommands(program, terminal)
  return program
}

/**
 * Runs a command line.
 * @returns the exit code; errors go to `fail` as one plain sentence
 */
export async function runProgram(
  program: Command,
  words: readonly string[],
  fail: (text: string) => void,
): Promise<number> {
  try {
    // Help on a command is given by the command itself, once it is loaded.
    const asked = words[0] === 'help' && words.length > 1 ? [...words.slice(1), '--help'] : words
    await program.parseAsync(asked, { from: 'user' })
    return 0
  } catch (error) {
    // Commander has written its own sentence; asking for help or the version is no failure.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (error instanceof KithError) {
      fail(`kith: ${plainText(error.message)}\n`)
      if (words.includes('--debug'))
        fail(`${error.stack ?? ''}\n${error.cause instanceof Error ? `${error.cause.stack ?? ''}\n` : ''}`)
      return exitCodes[error.code]
    }
    fail(
      words.includes('--debug') && error instanceof Error
        ? `${error.stack ?? error.message}\n`
        : `kith: something went wrong that should not: ${error instanceof Error ? error.message : String(error)}. Run it again with --debug to see where, and report it.\n`,
    )
    return exitCodes.internal
  }
}
