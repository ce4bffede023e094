// Whether a clone is ready to run: what every start asks, so it is quick (30 ms) and loads next to nothing. What is
// missing is made by prepare.js. Plain JavaScript for Node 20.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './runtime.js'

export const lockFile = join(root, 'package-lock.json')
export const installStamp = join(root, 'node_modules', '.kith-installed')
export const webStamp = join(root, '.cache', 'web-built')
export const webFolder = join(root, 'dist', 'web')
export const bundles = join(root, '.cache', 'built')

/** True when node_modules was filled from this very package-lock.json. */
export const isInstalled = () => read(installStamp)?.split('\n')[1] === lockState()

/** The lock file as it lies there, on this platform: size and time of change, not contents. */
export function lockState() {
  const { size, mtimeMs } = statSync(lockFile)
  return `${size} ${mtimeMs} ${process.platform}-${process.arch}`
}

/** The folder for the bundle of the sources as they are; null in a clone whose sources are not bundled. */
export function bundleFolder() {
  return existsSync(join(root, 'rolldown.config.ts'))
    ? join(bundles, stateOf(['src'], ['rolldown.config.ts', 'package.json'], ['web']))
    : null
}

export const isWebBuilt = () =>
  !existsSync(join(root, 'src', 'web', 'main.tsx')) ||
  (existsSync(join(webFolder, 'index.html')) && read(webStamp) === webState())

// core too: the web app may import its pure functions. From operations it takes types, which Vite drops.
export const webState = () =>
  stateOf(
    ['src/web', 'src/core'],
    ['index.html', 'vite.config.ts', 'scripts/web-frame.ts', 'package.json'],
    [],
  )

/** Changes when a source does: path, size and time of change, not contents. */
function stateOf(folders, names, except) {
  let text = read(installStamp) ?? ''
  const add = (path) => {
    const { size, mtimeMs } = statSync(path)
    text += `${path} ${size} ${mtimeMs}\n`
  }
  const walk = (folder) => {
    for (const name of readdirSync(folder)) {
      if (/\.(ts|tsx|css|json|svg)$/.test(name)) {
        if (!/\.test\.tsx?$/.test(name)) add(join(folder, name))
      } else if (!name.includes('.') && name !== 'fixtures' && !except.includes(name))
        walk(join(folder, name))
    }
  }
  for (const folder of folders) walk(join(root, folder))
  for (const name of names) add(join(root, name))
  return hash(text)
}

/** 64 bits of a text (FNV-1a, twice): nobody tampers with what it guards, and node:crypto takes 12 ms to load. */
function hash(text) {
  let a = 0x811c9dc5
  let b = 0x9747b28c
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 0x01000193)
    b = Math.imul(b ^ unit ^ (a >>> 15), 0x01000193)
  }
  return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}

export function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
