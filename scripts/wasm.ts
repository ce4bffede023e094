/** Compiles the AssemblyScript in src/: each `assembly/NAME.ts` becomes `NAME.wasm.ts` beside its folder. */
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { wasmModule } from './compile-wasm.ts'

for (const path of globSync('src/**/assembly/*.ts')) {
  const name = basename(path)
  const to = join(dirname(path), '..', name.replace(/\.ts$/, '.wasm.ts'))
  writeFileSync(to, await wasmModule(readFileSync(path, 'utf8'), name))
}
