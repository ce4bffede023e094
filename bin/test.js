// `npm test`: installs and builds what is missing, then checks everything, section by section, and ends with one
// line that counts all. `npm test -- <filter>` runs only the tests whose path holds the filter.
// Plain JavaScript for Node 20; the sections run under the pinned Node.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBundled, ensureInstalled, ensureWebBuilt } from './prepare.js'
import { chooseNode, environmentWith, nodeFlags, root, toolPath } from './runtime.js'

const filters = process.argv.slice(2)
ensureInstalled()
ensureBundled()
ensureWebBuilt()

const node = chooseNode()
const env = environmentWith(node)
// A log is read as text: Vitest would colour it wherever CI is set.
if (!process.stdout.isTTY && !env['FORCE_COLOR']) env['NO_COLOR'] = '1'
const reports = join(root, '.cache', 'test')
mkdirSync(reports, { recursive: true })
const total = { passed: 0, failed: 0, skipped: 0 }

const checks = [
  ['type check', 'tsc', '-b'],
  ['lint', 'oxlint', '--type-aware', '--deny-warnings', '.'],
  ['format', 'oxfmt', '--check', '.'],
  ['unused code and packages', 'knip'],
]
const tests = [
  ['architecture', 'architecture'],
  ['unit, property and store tests', 'unit'],
  ['browser and package tests', 'e2e'],
]

if (filters.length === 0) for (const [title, tool, ...args] of checks) check(title, tool, args)
for (const [title, project] of tests) test(title, project)

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped}\n`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0

/** One tool, one check: passed when it ends with code 0. */
function check(title, tool, args) {
  const passed = section(title, tool, args) === 0
  if (passed) total.passed += 1
  else total.failed += 1
}

/** One Vitest project: its tests are counted one by one, from its JSON report. */
function test(title, project) {
  const report = join(reports, `${project}.json`)
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = section(title, 'vitest', [
    'run',
    `--project=${project}`,
    '--passWithNoTests',
    ...reporters,
    ...filters,
  ])
  const count = readReport(report)
  total.passed += count.passed
  total.skipped += count.skipped
  // A file that cannot be loaded, or a crash, fails the run without failing a test.
  total.failed += code !== 0 && count.failed === 0 ? 1 : count.failed
}

function section(title, tool, args) {
  process.stdout.write(`\n── ${title} ${'─'.repeat(Math.max(0, 76 - title.length))}\n`)
  const started = Date.now()
  const result = spawnSync(node, [...nodeFlags, toolPath(tool), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env,
  })
  if (result.signal === 'SIGINT') process.exit(130)
  const outcome =
    result.status === 0 ? 'passed' : `FAILED (${result.error?.message ?? `code ${result.status}`})`
  process.stdout.write(`${title}: ${outcome} in ${((Date.now() - started) / 1000).toFixed(1)} s\n`)
  return result.status
}

function readReport(path) {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8'))
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    }
  } catch {
    return { passed: 0, failed: 0, skipped: 0 }
  }
}
