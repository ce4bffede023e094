// Runs a script or an installed tool under the pinned Node: `node bin/run.js bench/main.ts --json`,
// `node bin/run.js tsc -b`. Installs what is missing first. Plain JavaScript for Node 20.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { ensureInstalled } from './prepare.js'
import { become, chooseNode, environmentWith, fail, nodeFlags, toolPath } from './runtime.js'

const [what, ...args] = process.argv.slice(2)
if (!what) fail('Usage: node bin/run.js <script or tool> [arguments]', 2)
ensureInstalled()
const node = chooseNode()
const script = /\.[mc]?[jt]s$/.test(what) && existsSync(what) ? resolve(what) : toolPath(what)
become(node, [...nodeFlags, script, ...args], environmentWith(node))
