import { readFileSync, readdirSync } from 'node:fs'
import { defineConfig } from 'rolldown'

/** Packages that stay outside, as they are installed: binaries, and CommonJS that loads its own files as it runs. */
const outside = ['imapflow', 'nodemailer', 'pg', 'piscina', 'tsdav']

const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  optionalDependencies: Record<string, string>
}
const external = [...outside, ...Object.keys(optionalDependencies)]

/** Workers are started by address, which a bundler does not follow: each is an entry of its own. */
const workers = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.worker.ts'))

// What kith runs, in a clone and installed. A module costs a start about as much as reading it does, and kysely, zod
// and libphonenumber-js alone are 460 of them: they go into few files, cut where something is loaded later.
export default defineConfig({
  input: ['src/cli/main.ts', ...workers],
  platform: 'node',
  external: (id) => external.some((name) => id === name || id.startsWith(`${name}/`)),
  onLog: (level, log, defaultHandler) => {
    // Left as it is, an import that resolves to nothing would fail only on the machine of who installs kith.
    if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message)
    defaultHandler(level, log)
  },
  output: {
    dir: 'dist/run',
    format: 'esm',
    // All in one folder: a worker stands beside whoever starts it.
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
  },
})
