import { createReadStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { packageRoot } from '#server/package-root.ts'
import { exitCodes } from './exit-codes.ts'
import { keyScreen } from './key-screen.ts'
import { createProgram, runProgram } from './program.ts'
import { readSecret } from './secret.ts'
import { mcpCommand, serveCommand } from './services.ts'

const { version } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as {
  version: string
}

// The first Ctrl-C lets the command stop in a consistent state, the second does not wait.
const controller = new AbortController()
const interrupt = (): void => {
  if (controller.signal.aborted) process.exit(130)
  controller.abort()
}
process.on('SIGINT', interrupt)
process.on('SIGTERM', interrupt)

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Somebody closed the pipe (`kith people | head`): that is no failure.
  if (error.code === 'EPIPE') process.exit(0)
  process.stderr.write(
    `kith: What kith answers could not be written: ${error.code === 'ENOSPC' ? 'the disk is full' : error.message}. Send it elsewhere.\n`,
  )
  process.exit(exitCodes['invalid-input'])
})
// Nobody reads what is said beside the answer: that is none either.
process.stderr.on('error', () => {})

let exitCode = 0
const program = createProgram([serveCommand, mcpCommand], {
  out: (text) => void process.stdout.write(text),
  outFile: (path) => pipeline(createReadStream(path), process.stdout, { end: false }),
  err: (text) => void process.stderr.write(text),
  env: process.env,
  signal: controller.signal,
  version,
  columns: process.stdout.isTTY ? process.stdout.columns : null,
  interactive: process.stderr.isTTY === true,
  screen: keyScreen(process.stdin, process.stdout),
  readSecret,
  exit: (code) => {
    exitCode = code
  },
})
const words = process.argv.slice(2)
if (words.length === 0) program.outputHelp()
else {
  const failed = await runProgram(program, words, (text) => void process.stderr.write(text))
  process.exitCode = failed === 0 ? exitCode : failed
}
