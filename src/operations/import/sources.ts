import { KithError } from '#core/model/errors.ts'
import type { Head, Importer } from '#importers/importer.ts'
import { importers } from '#importers/index.ts'

/** Below this an importer is only guessing, and the file is left alone. */
const SURE_ENOUGH = 0.3
/** From here on no other is asked: a Maildir of 100,000 files is told from two looks at each, not from twenty. */
const CERTAIN = 0.97

/** The importer that is surest of a file, or null when none reads it. */
export function detectSource(head: Head): Importer | null {
  let best: Importer | null = null
  let surest = SURE_ENOUGH
  for (const importer of importers) {
    const sure = importer.detect(head)
    if (sure > surest) {
      best = importer
      surest = sure
    }
    if (surest >= CERTAIN) break
  }
  return best
}

/**
 * The importer of that id.
 * @throws KithError 'usage' that lists the ids
 */
export function sourceNamed(id: string): Importer {
  const found = importers.find((importer) => importer.id === id.toLowerCase())
  if (found) return found
  throw new KithError(
    'usage',
    `There is no source "${id}"; kith knows ${importers.map((importer) => importer.id).join(', ')}.`,
  )
}

/** What kith reads, in one phrase for error messages. */
export const readable = (): string => importers.map((importer) => importer.title).join(', ')
