import type { Seeker } from '#core/calibre/seeking-pairs.ts'

/** Participants in the order of their interactions, handed on an interaction at a time. */
export class Groups<One extends Seeker> {
  #of = -1
  #group: One[] = []
  readonly #take: (group: readonly One[], of: number) => void

  constructor(take: (group: readonly One[], of: number) => void) {
    this.#take = take
  }

  push(of: number, one: One): void {
    if (of !== this.#of) {
      this.end()
      this.#of = of
    }
    this.#group.push(one)
  }

  end(): void {
    if (this.#group.length > 0) this.#take(this.#group, this.#of)
    this.#group = []
  }
}
