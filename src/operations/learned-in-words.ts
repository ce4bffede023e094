import type { Learned } from '#core/closeness/learn/learn.ts'

/** Which closeness is used, in words that fit after "closeness by". */
export function learnedInWords({ kind, pairs }: Pick<Learned, 'kind' | 'pairs'>): string {
  const cases = pairs.toLocaleString('en')
  if (kind === 'learned') return `weights learned from ${cases} resolved cases of the past`
  if (kind === 'bias')
    return `the shipped weights, shifted by what ${cases} resolved cases of the past ask for`
  return pairs === 0
    ? 'the shipped default: there is too little past to learn from'
    : `the shipped default, which foretold the last 30 days best (${cases} resolved cases)`
}
