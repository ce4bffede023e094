// RFC 3492: how a host name of other letters is written in those of ASCII.
const BASE = 36
const [FIRST_BIAS, SKEW, DAMP, T_MIN, T_MAX] = [72, 38, 700, 1, 26]
const MAX_CODE = 0x10_ffff

const digitOf = (code: number): number =>
  code >= 97 && code <= 122 ? code - 97 : code >= 48 && code <= 57 ? code - 22 : BASE

function adapted(delta: number, length: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? DAMP : 2))
  rest += Math.floor(rest / length)
  let bias = 0
  for (; rest > ((BASE - T_MIN) * T_MAX) / 2; bias += BASE) rest = Math.floor(rest / (BASE - T_MIN))
  return bias + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW))
}

/** What stands behind `xn--` in a label, as it is meant; null for what nothing is meant by. */
function decode(label: string): string | null {
  const last = label.lastIndexOf('-')
  const codes = Array.from(label.slice(0, Math.max(0, last)), (sign) => sign.charCodeAt(0))
  let [code, place, bias] = [128, 0, FIRST_BIAS]
  for (let at = last + 1; at < label.length;) {
    const before = place
    for (let weight = 1, k = BASE; ; k += BASE) {
      const digit = digitOf(label.charCodeAt(at++))
      if (digit >= BASE) return null
      place += digit * weight
      if (place > Number.MAX_SAFE_INTEGER / BASE) return null
      const threshold = k <= bias ? T_MIN : Math.min(k - bias, T_MAX)
      if (digit < threshold) break
      weight *= BASE - threshold
    }
    bias = adapted(place - before, codes.length + 1, before === 0)
    code += Math.floor(place / (codes.length + 1))
    place %= codes.length + 1
    if (code > MAX_CODE || (code >= 0xd800 && code < 0xe000)) return null
    codes.splice(place++, 0, code)
  }
  return String.fromCodePoint(...codes)
}

/**
 * A host name in lower case as people write it: `xn--mller-kva.example` is `müller.example`. Mail programs write either,
 * and mean the same. Labels that are no such code stay as they are.
 */
export const unicodeHost = (host: string): string =>
  host.includes('xn--')
    ? host
        .split('.')
        .map((label) => (label.startsWith('xn--') ? (decode(label.slice(4)) ?? label) : label))
        .join('.')
    : host
