import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { titleLevel } from '#core/calibre/evidence/title.ts'
import { dataDirectory } from '../bench.ts'

const file = join(dataDirectory(), 'enron', 'employees.tsv')

/** The titles that Enron's employees bear, by rung, put there by hand before the parser was asked. */
const byHand: Readonly<Record<string, string>> = {
  head: 'President & CEO | ENA President & CEO | EGM President & CEO',
  chief:
    'COO | VP & CTO | VP & CRO | VP & CFO | Mng Director Research | Mng Director & Gen Cnsl | Mng Dir Trading',
  'vice-president': `VP | VP Trading | VP & Gen Cnsl | VP & Asst Gen Cnsl | VP of Regulatory Affairs | VP of Government Affairs
    | VP of Enron Online | VP of Enron Canada | VP & Chief of Staff`,
  director: 'Director | Dir Trading | Director & Cnsl | Director & Gen Cnsl Asst | Gen Cnsl Asst',
  manager: 'Manager | Mgr Trading',
  professional: 'Attorney | Cnsl | Trader',
  staff: 'Administrator | Analyst | Associate | Employee | Specialist | Specialist Legal',
  assistant: 'Assistant',
}

test.skipIf(!existsSync(file))('every title at Enron stands on the rung where a person would put it', () => {
  const borne = new Set(
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line) => line.split('\t')[4]?.trim() ?? [])
      .filter((title) => title !== ''),
  )
  const wanted = Object.entries(byHand).flatMap(([rung, titles]) =>
    titles.split('|').map((title) => [title.trim(), rung] as const),
  )
  expect(wanted.map(([title]) => title).sort()).toEqual([...borne].sort())
  expect(wanted.map(([title]) => [title, titleLevel(title)?.rung])).toEqual(wanted)
})
