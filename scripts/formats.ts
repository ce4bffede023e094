import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { formatsPage, survey } from './formats-page.ts'

/** Makes docs/formats.md from the sample files: `npm run docs:formats`. They are in `$KITH_DATA/formats`. */
const root = join(import.meta.dirname, '..')
const samples = join(process.env['KITH_DATA'] ?? join(root, '..', 'shared', 'data'), 'formats')
if (existsSync(samples)) {
  const { rows, unclaimed } = await survey([samples])
  const page = join(root, 'docs', 'formats.md')
  writeFileSync(page, await formatsPage(rows, unclaimed))
  console.log(
    `docs/formats.md: ${[...rows.values()].reduce((sum, { files }) => sum + files, 0)} sample files.`,
  )
} else {
  console.error(`There are no sample files in ${samples}. Set KITH_DATA to the folder that holds formats/.`)
  process.exitCode = 1
}
