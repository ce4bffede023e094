import { basename, dirname } from 'node:path'
import type { ImportId } from '#core/model/ids.ts'
import { maildir, uniqueName } from '#importers/maildir/maildir.ts'
import { mbox } from '#importers/mbox/mbox.ts'
import type { DiskFile, PassOver } from '#intake/walk.ts'
import type { ReadFolder } from '#store/store.ts'
import { fileMark, realPath } from './file-mark.ts'

/** What a Maildir holds that was read before: by the file's unique name, as its content never changes. */
type Known = ReadonlyMap<string, ImportId>

/** A file as it can be recognised: a message of a Maildir by its name, a mailbox by its mark. */
export type KnownFile = { readonly folder: string } & ({ readonly name: string } | { readonly mark: string })

/** What was left alone: files of one folder, or one mailbox in a file. */
export type LeftAlone = {
  /** As the user sees it. */
  readonly path: string
  /** Importer id. */
  readonly source: string
  /** Messages in it. */
  readonly read: number
  /** The imports that read them. */
  readonly imports: readonly ImportId[]
}

/**
 * By what a file is recognised the next time, as a line of `ReadFolder`: a mailbox until one of its meetings takes place
 * that were still to come; a message with such a meeting is read again each time (null).
 */
export function nameOf(known: KnownFile, read: number, moreFrom: number | null): string | null {
  if ('mark' in known) return [mbox.id, read, known.mark, ...(moreFrom === null ? [] : [moreFrom])].join(' ')
  return moreFrom === null ? known.name : null
}

/** A Maildir is `cur` and `new` together: a message moves from one to the other when it is seen. */
const holdsMessages = (folder: string): boolean => /^(?:cur|new)$/.test(basename(folder))

/** Smaller files are read again: recognising one costs as much. */
const FROM_BYTES = 64 * 1024

/**
 * Recognises what earlier imports have read and what cannot have changed: the messages of Maildirs, without opening them
 * or asking the system about each, so that listing the folder is all that is left to do; and mailboxes in one file, by
 * what `fileMark` looks at.
 */
export class ReadBefore implements PassOver {
  readonly #folders: ReadonlyMap<string, readonly ReadFolder[]>
  readonly #stamp: string
  readonly #now: number
  readonly #known = new Map<string, Known>()
  /** Folders of messages as they are shown, and the Maildir of each. */
  readonly #places = new Map<string, string>()
  #left: LeftAlone[] = []

  /**
   * @param stamp all that decides what a mailbox gives beside its bytes
   * @param now a mailbox with a meeting that was still to come is read again once it took place
   */
  constructor(folders: readonly ReadFolder[], stamp: string, now: number) {
    this.#folders = Map.groupBy(folders, ({ folder }) => folder)
    this.#stamp = stamp
    this.#now = now
  }

  readonly knownIn = (folder: string, shown: string): ((name: string) => boolean) | null => {
    if (!holdsMessages(folder)) return null
    const path = shown.replace(/\/$/, '')
    this.#places.set(path, dirname(folder))
    const known = this.#knownOf(dirname(folder))
    if (known === null) return null
    const left = { path, source: maildir.id, read: 0, imports: [] as ImportId[] }
    this.#left.push(left)
    return (name) => {
      const by = known.get(uniqueName(name))
      if (by === undefined) return false
      left.read++
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

  readonly isAsRead = ({ path, file, size }: DiskFile): boolean => {
    if (size < FROM_BYTES || this.#folders.size === 0) return false
    const rows = this.#folders.get(realPath(file) ?? '')
    const mark = rows === undefined ? null : fileMark(file, this.#stamp)
    for (const { names, importId } of rows ?? []) {
      const [source, read, known, moreFrom = Infinity] = names.split(' ')
      if (source !== mbox.id || known !== mark || Number(moreFrom) <= this.#now) continue
      this.#left.push({ path, source, read: Number(read), imports: [importId] })
      return true
    }
    return false
  }

  /** Where a mailbox lies and what it is recognised by, for `ReadFolder`; null for one that is read again. */
  markOf(file: string, size: number, now: number): { readonly folder: string; readonly mark: string } | null {
    const folder = size < FROM_BYTES ? null : realPath(file)
    const mark = folder === null ? null : fileMark(file, this.#stamp, now)
    return folder === null || mark === null ? null : { folder, mark }
  }

  /** What was left alone since the last call. */
  takeLeft(): readonly LeftAlone[] {
    if (this.#left.length === 0) return []
    const left = this.#left.filter(({ read }) => read > 0)
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
