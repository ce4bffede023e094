import { lstat, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { KithError } from '#core/model/errors.ts'
import { MAX_PLAYBOOK_LENGTH, parsePlaybook } from '#core/playbooks/parse.ts'
import type { Playbook, PlaybookProblem } from '#core/playbooks/parse.ts'
import { shippedInGerman } from '#core/playbooks/shipped-german.ts'
import { shippedPlaybooks } from '#core/playbooks/shipped.ts'
import type { Context } from '../operation.ts'

/** Files of a folder that are read. */
const MOST_FILES = 200

export type FoundPlaybook = {
  readonly id: string
  readonly source: 'shipped' | 'yours'
  readonly text: string
  /** What was read; the problems where it cannot be used. */
  readonly read: Playbook | readonly PlaybookProblem[]
}

/**
 * Where the user's own playbooks lie: $KITH_PLAYBOOKS, else the folder `playbooks` beside the database; null where the
 * database is on a server or in memory and nothing is said.
 */
export function playbookFolder(location: string): string | null {
  const chosen = process.env['KITH_PLAYBOOKS']
  if (chosen !== undefined && chosen !== '') return chosen
  return location === ':memory:' || /^postgres(?:ql)?:/i.test(location)
    ? null
    : join(dirname(location), 'playbooks')
}

/** Whether a playbook could be read. */
export const isPlaybook = (read: FoundPlaybook['read']): read is Playbook => !Array.isArray(read)

/** All playbooks: the user's own, and those that kith ships and no file of theirs replaces; by id. */
export async function allPlaybooks(context: Context): Promise<FoundPlaybook[]> {
  const found = new Map<string, FoundPlaybook>()
  const shipped = context.language === 'de' ? shippedInGerman : shippedPlaybooks
  for (const [id, text] of Object.entries(shipped))
    found.set(id, { id, source: 'shipped', text, read: parsePlaybook(id, text) })
  for (const [id, text] of await ownPlaybooks(playbookFolder(context.store.location)))
    found.set(id, { id, source: 'yours', text, read: parsePlaybook(id, text) })
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

async function ownPlaybooks(folder: string | null): Promise<[string, string][]> {
  if (folder === null) return []
  let names: string[]
  try {
    names = await readdir(folder)
  } catch {
    // No folder yet is no error: it is made with the first playbook.
    return []
  }
  const files = names.filter((name) => /\.md$/i.test(name) && !name.startsWith('.')).sort()
  const read: [string, string][] = []
  for (const name of files.slice(0, MOST_FILES)) {
    const path = join(folder, name)
    try {
      const { size } = await lstat(path)
      // Longer ones are read far enough to be refused by name.
      const text =
        size > 4 * MAX_PLAYBOOK_LENGTH ? ' '.repeat(MAX_PLAYBOOK_LENGTH + 1) : await readFile(path, 'utf8')
      read.push([name.replace(/\.md$/i, ''), text])
    } catch (error) {
      throw new KithError('unreadable', `${path} cannot be read; check that the file is yours to read.`, {
        cause: error,
      })
    }
  }
  return read
}

const fileOf = (context: Context, id: string): string => {
  const folder = playbookFolder(context.store.location)
  if (folder === null)
    throw new KithError(
      'unsupported',
      'There is no folder for playbooks of your own: set KITH_PLAYBOOKS to one where kith runs.',
    )
  return join(folder, `${id}.md`)
}

/** Writes a playbook into the user's folder. */
export async function writePlaybook(context: Context, id: string, text: string): Promise<void> {
  const path = fileOf(context, id)
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await writeFile(path, text, { mode: 0o600 })
  } catch (error) {
    throw new KithError('unreadable', `${path} cannot be written; check that the folder is yours.`, {
      cause: error,
    })
  }
}

/** Deletes the file of a playbook of the user's own; one that is not there is deleted already. */
export async function deletePlaybook(context: Context, id: string): Promise<void> {
  await rm(fileOf(context, id), { force: true })
}
