// What a clone needs before it can run: the npm packages, kith in few files, and the built web app. All are skipped
// when up to date. Plain JavaScript for Node 20, no dependencies: it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import {
  bundleFolder,
  bundles,
  installStamp,
  isInstalled,
  isWebBuilt,
  lockFile,
  lockState,
  read,
  webFolder,
  webStamp,
  webState,
} from './checks.js'
import { chooseNode, environmentWith, fail, nodeFlags, root, toolPath } from './runtime.js'

/** Bundles that stay: a kith that still runs loads from its own what it has not loaded yet. */
const KEPT_BUNDLES = 4

/** Installs the npm packages unless node_modules holds what package-lock.json says; ends in a sentence if it fails. */
export function ensureInstalled() {
  if (isInstalled()) return
  const wanted = installFingerprint()
  const isFilled = () => read(installStamp)?.split('\n')[0] === wanted
  withLock('install', () => {
    if (!isFilled() && !isInstalledByHand()) {
      say('kith: installing packages (once; about a minute) …')
      installPackages()
      say('kith: packages installed.')
    }
    tryToWrite(installStamp, `${wanted}\n${lockState()}\n`)
  })
}

/**
 * Bundles kith's sources unless they are unchanged.
 * @returns the file to start; null where they cannot be bundled, and are run as they are, which starts more slowly
 */
export function ensureBundled() {
  const folder = bundleFolder()
  if (folder === null) return null
  const main = join(folder, 'main.js')
  try {
    mkdirSync(bundles, { recursive: true })
  } catch {
    return null
  }
  if (!existsSync(main)) withLock('bundle', () => existsSync(main) || makeBundle(folder))
  return existsSync(main) ? main : null
}

function makeBundle(folder) {
  const started = Date.now()
  const next = join(bundles, 'next')
  rmSync(next, { recursive: true, force: true })
  if (bundle(next) !== 0) return say('kith: its sources could not be bundled; they run as they are.')
  renameSync(next, folder)
  const byAge = readdirSync(bundles)
    .map((name) => join(bundles, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  for (const path of byAge.slice(KEPT_BUNDLES)) rmSync(path, { recursive: true, force: true })
  say(`kith: made ready to start in ${((Date.now() - started) / 1000).toFixed(1)} s.`)
}

/** Bundles what kith runs into a folder; rolldown's exit code. */
export function bundle(folder) {
  const node = chooseNode()
  const tool = [toolPath('rolldown'), '-c', 'rolldown.config.ts', '--dir', folder, '--logLevel', 'warn']
  const env = environmentWith(node)
  // Standard output belongs to kith's answer, and to that of `npm pack --json`; rolldown lists its files on it.
  const { status, signal } = spawnSync(node, [...nodeFlags, ...tool], {
    cwd: root,
    stdio: ['ignore', 'ignore', 2],
    env,
  })
  if (signal) process.exit(signal === 'SIGINT' ? 130 : 143)
  return status
}

/** Builds the web app into dist/web unless its sources are unchanged; ends in a sentence if it fails. */
export function ensureWebBuilt() {
  if (isWebBuilt()) return
  withLock('web', () => {
    if (isWebBuilt()) return
    const wanted = webState()
    say('kith: building the web app …')
    const started = Date.now()
    buildWeb()
    mkdirSync(join(root, '.cache'), { recursive: true })
    writeFileSync(webStamp, wanted)
    say(`kith: web app built in ${((Date.now() - started) / 1000).toFixed(1)} s.`)
  })
}

function installPackages() {
  // Under `npm start` npm says which npm it is; on its own, npm is a shell script (npm.cmd on Windows).
  const npmScript = process.env['npm_execpath']
  const viaNode = npmScript !== undefined && /npm-cli\.c?js$/.test(npmScript)
  // Not `npm ci`: it refuses a lock file without the binaries of other platforms, and npm leaves those out where
  // a registry lacks them. `install --no-save` takes the locked versions as strictly and leaves the lock alone.
  const options = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']
  options.push('--include=dev', '--include=optional')
  const result = spawnSync(
    viaNode ? process.execPath : 'npm',
    viaNode ? [npmScript, ...options] : options,
    // npm's own report goes to standard error: standard output belongs to kith's answer.
    { cwd: root, stdio: ['ignore', 2, 2], shell: !viaNode && process.platform === 'win32' },
  )
  if (result.error?.code === 'ENOENT') {
    fail('kith could not install its packages: npm was not found. Install Node.js with npm and try again.')
  }
  if (result.signal) process.exit(result.signal === 'SIGINT' ? 130 : 143)
  if (result.error || result.status !== 0) {
    fail(
      `kith could not install its packages: npm install in ${root} ended with ` +
        `${result.error?.message ?? `code ${result.status}`}. See npm's message above; when the cause is gone, ` +
        'run the same command again.',
    )
  }
}

function buildWeb() {
  const node = chooseNode()
  const next = join(root, '.cache', 'web-next')
  const args = [toolPath('vite'), 'build', '--outDir', next, '--emptyOutDir', '--logLevel', 'warn']
  // Whoever starts kith from a test has NODE_ENV=test, with which React would be built for development.
  const env = { ...environmentWith(node), NODE_ENV: 'production' }
  const result = spawnSync(node, args, { cwd: root, stdio: ['ignore', 2, 2], env })
  if (result.signal) process.exit(result.signal === 'SIGINT' ? 130 : 143)
  if (result.error || result.status !== 0) {
    fail(
      `kith could not build its web app: vite build ended with code ${result.status}. See its message above.`,
    )
  }
  // Built aside and moved: a failed build leaves the former one, and no reader sees half of one.
  rmSync(webFolder, { recursive: true, force: true })
  mkdirSync(join(root, 'dist'), { recursive: true })
  renameSync(next, webFolder)
}

/** Changes when the lock file or the platform does. */
function installFingerprint() {
  const hash = createHash('sha256').update(readFileSync(lockFile))
  return hash.update(`${process.platform}-${process.arch}`).digest('hex')
}

/**
 * True when npm itself recorded (in node_modules/.package-lock.json) every package that the lock file asks for,
 * and none made for another platform: somebody ran `npm install`, and doing it again would only cost time.
 */
function isInstalledByHand() {
  const recorded = packagesOf(join(root, 'node_modules', '.package-lock.json'))
  const wanted = packagesOf(lockFile)
  if (!recorded || !wanted) return false
  const isForeign = ({ os, cpu }) =>
    (os !== undefined && !fits(os, process.platform)) || (cpu !== undefined && !fits(cpu, process.arch))
  return (
    !Object.values(recorded).some(isForeign) &&
    Object.entries(wanted).every(([path, { version, optional }]) =>
      path === '' || (optional && !recorded[path])
        ? true
        : recorded[path]?.version === version && existsSync(join(root, path)),
    )
  )
}

/** npm's rule for "os" and "cpu": one name or a list, where a leading ! excludes. */
function fits(allowed, value) {
  const names = [allowed].flat()
  return names.includes(value) || names.every((name) => name.startsWith('!') && name !== `!${value}`)
}

function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages
  } catch {
    return undefined
  }
}

/** Runs `work` while no other process of this clone does; a lock left by a dead process is taken over. */
function withLock(name, work) {
  const folder = join(root, '.cache')
  const lock = join(folder, `${name}.lock`)
  const mine = join(folder, `${name}.${process.pid}`)
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(mine, String(process.pid))
  } catch (error) {
    fail(
      `kith could not write to ${folder}: ${error.message}. Clone kith into a folder that you may write to.`,
    )
  }
  let told = false
  while (!tryToLink(mine, lock)) {
    if (isAbandoned(lock)) {
      rmSync(lock, { force: true })
    } else {
      if (!told) say('kith: waiting for another kith that is preparing this clone …')
      told = true
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
    }
  }
  const release = () => [lock, mine].forEach((path) => rmSync(path, { force: true }))
  process.once('exit', release)
  work()
  release()
  process.off('exit', release)
}

function tryToLink(mine, lock) {
  try {
    linkSync(mine, lock)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

/** True when the lock's process is gone, or has had it longer than any install takes (its number was reused). */
function isAbandoned(lock) {
  const longestMinutes = 20
  try {
    if (Date.now() - statSync(lock).mtimeMs > longestMinutes * 60_000) return true
    process.kill(Number(readFileSync(lock, 'utf8')), 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}

function tryToWrite(path, text) {
  try {
    writeFileSync(path, text)
  } catch {
    // A read-only node_modules: the check is repeated next time, nothing else is lost.
  }
}

function say(sentence) {
  process.stderr.write(`${sentence}\n`)
}
