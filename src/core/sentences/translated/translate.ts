import { accounts } from './accounts.ts'
import { identity } from './identity.ts'
import { records } from './records.ts'
import { refusals } from './refusals.ts'
import { sources } from './sources.ts'
import { networkSources } from './sources-networks.ts'
import { steps } from './steps.ts'

/** An English sentence and its German one; `{1}`, `{2}` … stand for what differs, in the order of the English one. */
export type Pair = readonly [english: string, german: string]

const escaped = (text: string): string => text.replaceAll(/[.*+?^$()|[\]\\/]/g, String.raw`\$&`)

/** A sentence with something in it, as a pattern. */
type Pattern = { readonly pattern: RegExp; readonly german: string; readonly definite: number }

/** Whole sentences, and those with something in them, what is most definite first. */
type Catalogue = { readonly whole: ReadonlyMap<string, string>; readonly patterns: readonly Pattern[] }

function makeCatalogue(): Catalogue {
  const whole = new Map<string, string>()
  const patterns: Pattern[] = []
  for (const [english, german] of [
    records,
    refusals,
    identity,
    accounts,
    steps,
    sources,
    networkSources,
  ].flat()) {
    if (!english.includes('{1}')) whole.set(english, german)
    else
      patterns.push({
        pattern: new RegExp(`^${escaped(english).replaceAll(/\{\d\}/g, '(.*?)')}$`, 's'),
        german,
        definite: english.replaceAll(/\{\d\}/g, '').length,
      })
  }
  patterns.sort((a, b) => b.definite - a.definite)
  return { whole, patterns }
}

/** Made when German is first asked for: who reads English need not wait for it at every start. */
let catalogue: Catalogue | null = null

/**
 * A sentence that arose in English and was stored or thrown as text, in German; null where it has no German yet. What
 * was quoted in it is put into German as well where it is such a sentence itself.
 */
export function germanOf(english: string): string | null {
  const { whole, patterns } = (catalogue ??= makeCatalogue())
  const same = whole.get(english)
  if (same !== undefined) return same
  for (const { pattern, german } of patterns) {
    const found = pattern.exec(english)
    if (found) return german.replaceAll(/\{(\d)\}/g, (_, n: string) => translated(found[Number(n)] ?? ''))
  }
  return null
}

/** The same of one or several, as they are where they have no German. */
export const translated = (english: string): string =>
  germanOf(english) ??
  english
    .split('; ')
    .map((one) => germanOf(one) ?? one)
    .join('; ')
