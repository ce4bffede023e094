import type { Terminal } from '../command.ts'
import { createProgram, runProgram, type Service } from '../program.ts'

export type Ran = {
  /** What it wrote to standard output and standard error. */
  readonly out: string
  readonly err: string
  readonly code: number
}

/** Runs one command line in this process, nobody looking; `terminal` says what differs from a pipe with no password. */
export async function runKith(
  words: readonly string[],
  terminal: Partial<Terminal> = {},
  services: readonly Service[] = [],
): Promise<Ran> {
  let out = ''
  let err = ''
  let given = 0
  const program = createProgram(services, {
    out: (text) => (out += text),
    outFile: () => Promise.resolve(),
    err: (text) => (err += text),
    env: {},
    signal: new AbortController().signal,
    version: '0.0.0',
    interactive: false,
    readSecret: () => Promise.resolve(''),
    exit: (code) => (given = code),
    ...terminal,
  })
  const failed = await runProgram(program, words, (text) => (err += text))
  return { out, err, code: failed === 0 ? given : failed }
}
