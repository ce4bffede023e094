import { readFileSync, readdirSync } from 'node:fs'
import { defineConfig } from 'rolldown'

const { dependencies, optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  dependencies: Record<string, string>
  optionalDependencies: Record<string, string>
}
const packages = Object.keys({ ...dependencies, ...optionalDependencies })

/** Workers are started by address, which a bundler does not follow: each is an entry of its own. */
const workers = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.worker.ts'))

// For publishing only: src/**.ts becomes dist/**.js, one file for one file, so that what a module finds by
// import.meta.url (its worker, the built web app) stands in the same place relative to it in both.
export default defineConfig({
  input: ['src/cli/main.ts', ...workers],
  platform: 'node',
  external: (id) => packages.some((name) => id === name || id.startsWith(`${name}/`)),
  onLog: (level, log, defaultHandler) => {
    // Left as it is, an import that resolves to nothing would fail only on the machine of who installs kith.
    if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message)
    defaultHandler(level, log)
  },
  output: {
    dir: 'dist',
    format: 'esm',
    preserveModules: true,
    preserveModulesRoot: 'src',
    entryFileNames: '[name].js',
  },
})
