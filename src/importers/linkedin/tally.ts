/** Counts equal things. */
export class Tally<Thing> {
  private readonly counts = new Map<string, [Thing, number]>()
  private readonly key: (thing: Thing) => string

  constructor(key: (thing: Thing) => string) {
    this.key = key
  }

  add(thing: Thing): void {
    const key = this.key(thing)
    const entry = this.counts.get(key)
    if (entry) entry[1]++
    else this.counts.set(key, [thing, 1])
  }

  /** Every thing with how often it was added, the most frequent first. */
  all(): readonly (readonly [Thing, number])[] {
    return [...this.counts.values()].toSorted((a, b) => b[1] - a[1])
  }
}
