/** Both halves of a 64-bit hash. */
export type HashPair = Uint32Array

const mix = (seed: number): number => {
  let x = seed
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}

/**
 * A 64-bit hash of a text into `out`. Two rounds of multiply and xor over the characters, mixed: the chance that
 * any two of a million texts collide is 3 in 10⁸. Not for secrets.
 */
export function hashInto(text: string, out: HashPair): void {
  let a = 0x811c9dc5
  let b = 0x9dc5811c
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ code ^ (a >>> 15), 0x5bd1e995)
  }
  out[0] = mix(a ^ text.length)
  out[1] = mix(b ^ a)
}

/** A hash as a short word. */
export const hashWord = (hash: HashPair): string =>
  `${(hash[0] ?? 0).toString(36)}-${(hash[1] ?? 0).toString(36)}`

/** The hash of a text as a short word, for natural keys of records that have no id. */
export function hashText(text: string): string {
  const hash = new Uint32Array(2)
  hashInto(text, hash)
  return hashWord(hash)
}
