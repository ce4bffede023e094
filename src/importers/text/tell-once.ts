/** More keys than this are not kept in mind; what is told twice does no harm. */
const MAX_KEPT = 50_000

/** Remembers what was told, so that a person is told once and not with every message. */
export class TellOnce {
  private readonly told = new Set<string>()

  /** Whether a key is new; it is not any more after this. */
  isNew(key: string): boolean {
    if (this.told.has(key)) return false
    if (this.told.size >= MAX_KEPT) this.told.clear()
    this.told.add(key)
    return true
  }
}
