import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { wasmModule } from './compile-wasm.ts'

const root = new URL('..', import.meta.url).pathname
const sources = globSync('src/**/assembly/*.ts', { cwd: root })

test.each(sources)('%s compiles to the WebAssembly that kith loads; else run npm run wasm', async (path) => {
  const name = basename(path)
  const compiled = readFileSync(join(root, dirname(path), '..', name.replace(/\.ts$/, '.wasm.ts')), 'utf8')
  expect(compiled).toBe(await wasmModule(readFileSync(join(root, path), 'utf8'), name))
})
