/**
 * The position that stands for another one's set in a disjoint-set forest, whose `parent` column is flattened on the
 * way (Tarjan, Journal of the ACM 1975). A position that is its own parent stands for its set.
 */
export function rootOf(parent: Int32Array | number[], position: number): number {
  let root = position
  while (parent[root] !== root) root = parent[root]!
  for (let at = position; at !== root;) {
    const next = parent[at]!
    parent[at] = root
    at = next
  }
  return root
}
