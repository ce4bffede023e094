// What a clone needs before it can run: the npm packages, and the built web app. Both are skipped when up to
// date. Plain JavaScript for Node 20, no dependencies: it runs before anything is installed.
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
import { chooseNode, environmentWith, fail, root, toolPath } from './runtime.js'

const lockFile = join(root, 'package-lock.json')
const installStamp = join(root, 'node_modules', '.kith-installed')
const webStamp = join(root, '.cache', 'web-built')
const webFolder = join(root, 'dist', 'web')

/** Installs the npm packages unless node_modules holds what package-lock.json says; ends in a sentence if it fails. */
export function ensureInstalled() {
  const wanted = installFingerprint()
  if (read(installStamp) === wanted) return
  withLock('install', () => {
    if (read(installStamp) === wanted) return
    if (!isInstalledByHand()) {
      say('kith: installing packages (once; about a minute) …')
      installPackages()
      say('kith: packages installed.')
    }
    tryToWrite(installStamp, wanted)
  })
}

/** Builds the web app into dist/web unless its sources are unchanged; ends in a sentence if it fails. */
export function ensureWebBuilt() {
  if (!existsSync(join(root, 'src', 'web', 'main.tsx'))) return
  const upToDate = () => existsSync(join(webFolder, 'index.html')) && read(webStamp) === webFingerprint()
  if (upToDate()) return
  withLock('web', () => {
    if (upToDate()) return
    const wanted = webFingerprint()
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

/** Changes when a file that Vite reads does: path, size and time of change, not contents, to be quick. */
function webFingerprint() {
  const hash = createHash('sha256').update(read(installStamp) ?? '')
  const add = (path) => {
    const { size, mtimeMs } = statSync(path)
    hash.update(`${path}\n${size}\n${mtimeMs}\n`)
  }
  // core too: the web app may import its pure functions. From operations it takes types, which Vite drops.
  for (const folder of ['src/web', 'src/core']) {
    const files = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    for (const path of files.sort()) add(path)
  }
  for (const name of ['index.html', 'vite.config.ts', 'package.json']) add(join(root, name))
  return hash.digest('hex')
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

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
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
