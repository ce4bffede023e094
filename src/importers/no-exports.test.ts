import { expect, test } from 'vitest'
import { noExports } from '#testing/importing/no-exports.ts'
import { importers } from './index.ts'
import { memoryHead } from './text/entries.ts'

test.each(noExports)('%s is of no source', (path, content) => {
  const claims = importers.flatMap((importer) => {
    const sureness = importer.detect(memoryHead(path, content))
    return sureness > 0 ? [[importer.id, sureness]] : []
  })
  expect(claims).toEqual([])
})
