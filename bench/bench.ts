import { parseArgs } from 'node:util'

export type BenchOptions = {
  /** One JSON object a line instead of tables. */
  readonly json: boolean
  /** What else was said: the parts of the bench to run; empty for all. */
  readonly parts: readonly string[]
  /** Where the public research data lies. */
  readonly dataDir: string
}

/** Something that measures and prints; lives in a module of its own and is listed in main.ts. */
export type Bench = {
  readonly name: string
  readonly summary: string
  readonly run: (options: BenchOptions) => Promise<void>
}

/** Something that was asked for and does not exist, or data that is not there; told without a stack trace. */
export class BenchError extends Error {}

/** Where the research data lies: KITH_DATA, or shared/data beside the repository. */
export const dataDirectory = (): string =>
  process.env['KITH_DATA'] ?? new URL('../../shared/data', import.meta.url).pathname

/** Reads the command line and runs; what cannot be done is said in a sentence, with exit code 2. */
export async function runFromCommandLine(
  args: readonly string[],
  choose: (name: string | undefined) => Bench | null,
): Promise<void> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    const bench = choose(positionals[0])
    if (bench === null) return
    const parts = positionals[0] === bench.name ? positionals.slice(1) : positionals
    await bench.run({ json: values.json, parts, dataDir: dataDirectory() })
  } catch (error) {
    const misread =
      error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
    const told = error instanceof BenchError || misread
    if (!told) throw error
    console.error(error.message)
    process.exitCode = 2
  }
}
