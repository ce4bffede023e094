// Makes dist/, what the published package runs: kith in few files, and the web app. `npm pack` runs it first. Plain
// JavaScript for Node 20.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { bundle, ensureInstalled, ensureWebBuilt } from './prepare.js'
import { fail, root } from './runtime.js'

ensureInstalled()
const dist = join(root, 'dist')
if (existsSync(dist)) {
  for (const name of readdirSync(dist)) if (name !== 'web') rmSync(join(dist, name), { recursive: true })
}
const code = bundle(join(dist, 'run'))
if (code !== 0) fail(`The bundle could not be built: rolldown ended with code ${code}.`)
ensureWebBuilt()
