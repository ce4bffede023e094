import { basename, dirname } from 'node:path'
import type { ImportId } from '#core/model/ids.ts'
import { uniqueName } from '#importers/maildir/maildir.ts'
import type { PassOver } from '#intake/walk.ts'
import type { ReadFolder } from '#store/store.ts'

/** What a Maildir holds that was read before: by the file's unique name, as its content never changes. */
type Known = ReadonlyMap<string, ImportId>

/** Files of one folder that were left alone. */
export type LeftAlone = {
  /** As the user sees it. */
  readonly path: string
  readonly files: number
  /** The imports that read them. */
  readonly imports: readonly ImportId[]
}

/** A Maildir is `cur` and `new` together: a message moves from one to the other when it is seen. */
const holdsMessages = (folder: string): boolean => /^(?:cur|new)$/.test(basename(folder))

/**
 * Recognises the messages of Maildirs that earlier imports have read, without opening them or asking the system about
 * each: listing the folder is all that is left to do.
 */
export class ReadBefore implements PassOver {
  readonly #folders: ReadonlyMap<string, readonly ReadFolder[]>
  readonly #known = new Map<string, Known>()
  /** Folders of messages as they are shown, and the Maildir of each. */
  readonly #places = new Map<string, string>()
  #left: LeftAlone[] = []

  constructor(folders: readonly ReadFolder[]) {
    this.#folders = Map.groupBy(folders, ({ folder }) => folder)
  }

  readonly knownIn = (folder: string, shown: string): ((name: string) => boolean) | null => {
    if (!holdsMessages(folder)) return null
    const path = shown.replace(/\/$/, '')
    this.#places.set(path, dirname(folder))
    const known = this.#knownOf(dirname(folder))
    if (known === null) return null
    const left = { path, files: 0, imports: [] as ImportId[] }
    this.#left.push(left)
    return (name) => {
      const by = known.get(uniqueName(name))
      if (by === undefined) return false
      left.files++
      if (!left.imports.includes(by)) left.imports.push(by)
      return true
    }
  }

  /** Where a message of a Maildir lies, for `ReadFolder`; null for what is no file of one. */
  placeOf(file: string): (Pick<ReadFolder, 'folder'> & { readonly name: string }) | null {
    const shown = dirname(file)
    const folder = this.#places.get(shown)
    const name = uniqueName(basename(file))
    // Names are kept a line each.
    return folder === undefined || name.includes('\n') ? null : { folder, name }
  }

  /** What was left alone since the last call. */
  takeLeft(): readonly LeftAlone[] {
    if (this.#left.length === 0) return []
    const left = this.#left.filter(({ files }) => files > 0)
    this.#left = []
    return left
  }

  #knownOf(maildir: string): Known | null {
    const before = this.#known.get(maildir)
    if (before !== undefined) return before
    const rows = this.#folders.get(maildir)
    if (rows === undefined) return null
    const known = new Map<string, ImportId>()
    for (const { names, importId } of rows) for (const name of names.split('\n')) known.set(name, importId)
    this.#known.set(maildir, known)
    return known
  }
}
