#!/usr/bin/env node
// Starts kith. In a clone it first installs and builds what is missing; then it runs under Node 24.
// What runs before anything is installed is plain JavaScript that Node 20 understands.
import module from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { become, chooseNode, environment, inClone, isRunningOn, nodeFlags, root } from './runtime.js'

const args = process.argv.slice(2)
const main = inClone ? join(root, 'src', 'cli', 'main.ts') : join(root, 'dist', 'cli', 'main.js')

if (inClone) {
  const { ensureInstalled, ensureWebBuilt } = await import('./prepare.js')
  ensureInstalled()
  if (args.includes('serve') && !args.includes('--help') && !args.includes('-h')) ensureWebBuilt()
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
