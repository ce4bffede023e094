/** Bounds of a share that was seen `successes` times in `cases`. */
export type Interval = { readonly low: number; readonly high: number }

/** 97.5 % point of the normal distribution. */
const Z = 1.959963984540054

/**
 * Wilson's interval of a share: which true shares agree with what was seen, at 95 %.
 *
 *   (p + z²/2n ± z·√(p(1 − p)/n + z²/4n²)) / (1 + z²/n)
 *
 * Range within [0, 1]; sensible for few cases and for shares of 0 and 1, where p ± 2σ is not. [0, 1] without cases.
 * Source: Wilson (Journal of the American Statistical Association 1927).
 */
export function wilsonInterval(successes: number, cases: number): Interval {
  if (cases === 0) return { low: 0, high: 1 }
  const share = successes / cases
  const z2 = (Z * Z) / cases
  const middle = share + z2 / 2
  const half = Z * Math.sqrt((share * (1 - share)) / cases + z2 / (4 * cases))
  // At the ends the formula is exact; what is left of it there is rounding.
  return {
    low: successes === 0 ? 0 : (middle - half) / (1 + z2),
    high: successes === cases ? 1 : (middle + half) / (1 + z2),
  }
}
