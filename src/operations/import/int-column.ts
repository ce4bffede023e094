const FIRST_CAPACITY = 1_024

/** Whole numbers up to 31 bits, as many as come; the room for them is used again. */
export class IntColumn {
  #held = new Int32Array(FIRST_CAPACITY)
  length = 0

  push(value: number): void {
    if (this.length === this.#held.length) {
      const longer = new Int32Array(2 * this.length)
      longer.set(this.#held)
      this.#held = longer
    }
    this.#held[this.length++] = value
  }

  /** What was pushed since the last call. */
  take(): Int32Array<ArrayBuffer> {
    const taken = this.#held.slice(0, this.length)
    this.length = 0
    return taken
  }
}
