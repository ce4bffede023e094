#!/usr/bin/env node
// Starts kith. In a clone it first installs and builds what is missing; then it runs under Node 24.
// What runs before anything is installed is plain JavaScript that Node 20 understands.
import { existsSync } from 'node:fs'
import module from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { become, chooseNode, environment, inClone, isRunningOn, nodeFlags, root } from './runtime.js'

const args = process.argv.slice(2)
let main = join(root, 'dist', 'run', 'main.js')

if (inClone) {
  const { bundleFolder, isInstalled, isWebBuilt } = await import('./checks.js')
  const serving = args.includes('serve') && !args.includes('--help') && !args.includes('-h')
  const bundle = isInstalled() ? bundleFolder() : null
  if (bundle !== null && existsSync(join(bundle, 'main.js')) && (!serving || isWebBuilt())) {
    main = join(bundle, 'main.js')
  } else {
    const { ensureBundled, ensureInstalled, ensureWebBuilt } = await import('./prepare.js')
    ensureInstalled()
    main = ensureBundled() ?? join(root, 'src', 'cli', 'main.ts')
    if (serving) ensureWebBuilt()
  }
}

const node = chooseNode()
if (isRunningOn(node)) {
  if (inClone) module.enableCompileCache(join(root, '.cache', 'compiled'))
  process.argv[1] = main
  await import(pathToFileURL(main).href)
} else {
  const cache = inClone ? { NODE_COMPILE_CACHE: join(root, '.cache', 'compiled') } : {}
  const env = { ...environment, ...cache, ...process.env }
  become(node, [...nodeFlags, main, ...args], env)
}
