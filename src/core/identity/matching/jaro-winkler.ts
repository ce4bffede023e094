/** Longest prefix that raises the similarity, and by how much a letter of it does. */
const PREFIX = 4
const SCALE = 0.1

/**
 * Jaro–Winkler similarity of two words.
 *
 *   jaro = (c/|a| + c/|b| + (c − t)/c) / 3,  jw = jaro + 0.1·p·(1 − jaro)
 *
 * c common letters within half the longer word, t half the transpositions among them, p common prefix up to 4.
 * Range [0, 1]; 1 = equal; 0 where nothing is common or a word is empty. Winkler 1990.
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1
  const [n, m] = [a.length, b.length]
  if (n === 0 || m === 0 || n > 30 || m > 30) return 0
  const window = Math.max(0, (Math.max(n, m) >> 1) - 1)
  let usedA = 0
  let usedB = 0
  let common = 0
  for (let i = 0; i < n; i++) {
    const letter = a.charCodeAt(i)
    for (let j = Math.max(0, i - window); j <= Math.min(m - 1, i + window); j++) {
      if ((usedB & (1 << j)) !== 0 || b.charCodeAt(j) !== letter) continue
      usedA |= 1 << i
      usedB |= 1 << j
      common++
      break
    }
  }
  if (common === 0) return 0
  let crossed = 0
  for (let i = 0, j = 0; i < n; i++) {
    if ((usedA & (1 << i)) === 0) continue
    while ((usedB & (1 << j)) === 0) j++
    if (a.charCodeAt(i) !== b.charCodeAt(j)) crossed++
    j++
  }
  const jaro = (common / n + common / m + (common - crossed / 2) / common) / 3
  let prefix = 0
  while (prefix < PREFIX && prefix < n && prefix < m && a[prefix] === b[prefix]) prefix++
  return jaro + SCALE * prefix * (1 - jaro)
}
