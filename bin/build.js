// Makes dist/, what the published package runs: src/**.ts as .js, the files that modules read beside themselves,
// and the web app. `npm pack` runs it first. Plain JavaScript for Node 20.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs'
import { join, sep } from 'node:path'
import { ensureInstalled, ensureWebBuilt } from './prepare.js'
import { chooseNode, environmentWith, fail, nodeFlags, root, toolPath } from './runtime.js'

ensureInstalled()
const node = chooseNode()
const dist = join(root, 'dist')
if (existsSync(dist)) {
  for (const name of readdirSync(dist)) if (name !== 'web') rmSync(join(dist, name), { recursive: true })
}

const bundle = spawnSync(
  node,
  [...nodeFlags, toolPath('rolldown'), '-c', 'rolldown.config.ts', '--logLevel', 'warn'],
  {
    cwd: root,
    // npm pack --json keeps standard output for itself.
    stdio: ['ignore', 2, 2],
    env: environmentWith(node),
  },
)
if (bundle.status !== 0) fail(`The bundle could not be built: rolldown ended with code ${bundle.status}.`)

const notShipped = /(^|[\\/])(fixtures|web)([\\/]|$)|\.tsx?$|(^|[\\/])tsconfig\.json$|\.md$/
for (const path of readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })) {
  const relative = join(path.parentPath ?? path.path, path.name).slice(join(root, 'src').length + sep.length)
  if (path.isFile() && !notShipped.test(relative)) cpSync(join(root, 'src', relative), join(dist, relative))
}

ensureWebBuilt()
