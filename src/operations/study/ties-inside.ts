/** The ties among these people, as columns of node numbers; `row` is the row of `ties` each comes from. */
export function inside(
  ties: {
    readonly a: ArrayLike<number>
    readonly b: ArrayLike<number>
    readonly probability: ArrayLike<number>
  },
  people: readonly number[],
) {
  const nodeOf = new Map(people.map((person, node) => [person, node]))
  const row = Int32Array.from({ length: ties.a.length }, (_, tie) => tie).filter(
    (tie) => nodeOf.has(ties.a[tie]!) && nodeOf.has(ties.b[tie]!),
  )
  return {
    row,
    from: row.map((tie) => nodeOf.get(ties.a[tie]!) ?? 0),
    to: row.map((tie) => nodeOf.get(ties.b[tie]!) ?? 0),
    weight: Float64Array.from(row, (tie) => ties.probability[tie]!),
  }
}
