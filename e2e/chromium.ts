import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { inflate } from '@sparticuz/chromium'

const root = join(import.meta.dirname, '..')

/** Names and places of browsers that people have installed; the first that exists is taken. */
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/** Debian's packages for the libraries that the Chromium from npm needs and does not bring. */
const debianPackages: Record<string, string> = {
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libsmime3.so': 'libnss3',
  'libnspr4.so': 'libnspr4',
  'libplc4.so': 'libnspr4',
  'libplds4.so': 'libnspr4',
}

/** A browser to test with, or the sentence that says why there is none. */
export type FoundBrowser = { readonly path: string } | { readonly missing: string }

/**
 * Finds a Chromium: `$KITH_BROWSER`, else an installed one, else the one inside the npm package
 * `@sparticuz/chromium` (Linux on x64), unpacked once into .cache.
 */
export async function findChromium(): Promise<FoundBrowser> {
  const chosen = process.env['KITH_BROWSER']
  if (chosen !== undefined) {
    return existsSync(chosen)
      ? { path: chosen }
      : { missing: `KITH_BROWSER names ${chosen}, which is not there.` }
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const installed = [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...places]
  const found = installed.find((path) => existsSync(path))
  if (found !== undefined) return { path: found }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { missing: 'No Chromium or Chrome is installed: install one, or name it in KITH_BROWSER.' }
  }
  const path = await unpackChromium()
  const lacking = missingLibraries(path)
  if (lacking.length === 0) return { path }
  return {
    missing:
      `The Chromium that comes with kith's tests lacks ${lacking.join(', ')}: ` +
      `as root, apt-get install ${[...new Set(lacking.map((name) => debianPackages[name] ?? 'chromium'))].join(' ')}.`,
  }
}

/** Unpacks next to the final place and renames, so that an interrupted run leaves no half a browser. */
async function unpackChromium(): Promise<string> {
  const bin = join(root, 'node_modules', '@sparticuz', 'chromium', 'bin')
  const { version } = JSON.parse(readFileSync(join(bin, '..', 'package.json'), 'utf8')) as { version: string }
  const folder = join(root, '.cache', `chromium-${version}`)
  const path = join(folder, 'chromium')
  if (existsSync(path)) return path
  mkdirSync(join(root, '.cache'), { recursive: true })
  const partial = mkdtempSync(`${folder}-`)
  // The package unpacks into the system's folder for temporary files, under a fixed name: give it one of ours.
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = partial
  try {
    await Promise.all(['chromium.br', 'swiftshader.tar.br'].map((name) => inflate(join(bin, name))))
    renameSync(partial, folder)
  } catch (error) {
    rmSync(partial, { recursive: true, force: true })
    // Another run was quicker: its browser is as good.
    if (!existsSync(path)) throw error
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
  return path
}

function missingLibraries(path: string): readonly string[] {
  const report = execFileSync('ldd', [path], { encoding: 'utf8' })
  return [...report.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '')
}
