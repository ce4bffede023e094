import { nameKey } from './normalise.ts'

/** Something a source says of a person. */
export type Fact = {
  readonly field: 'name' | 'organisation' | 'title' | 'industry' | 'place' | 'phone'
  readonly value: string
  readonly source: string
  readonly at: number | null
  /** When it was first imported; stands in where the source does not say when it held. */
  readonly seenAt?: number | null
}

/** The names that sources give. */
export const namesIn = (facts: readonly Pick<Fact, 'field' | 'value'>[]): string[] =>
  facts.filter(({ field }) => field === 'name').map(({ value }) => value)

/** What the user says comes first, then sources in which somebody is described with care, then names beside addresses. */
const care: Readonly<Record<string, number>> = { user: 2, linkedin: 1, vcard: 1, carddav: 1 }
const careOf = (fact: Fact): number => care[fact.source] ?? 0

/** How much a name looks like a person's: two or more words, no address, no slash. */
function nameQuality(value: string): number {
  const words = nameKey(value).split(' ').length
  const written = /\p{Lu}/u.test(value) && /\p{Ll}/u.test(value) ? 1 : 0
  return (words >= 2 && words <= 5 ? 4 : 0) + (/[@/\\<>]/.test(value) ? 0 : 2) + written
}

const timeOf = (fact: Fact): number => fact.at ?? fact.seenAt ?? -Number.MAX_VALUE

const better = (a: Fact, b: Fact): number =>
  careOf(b) - careOf(a) ||
  (a.field === 'name' ? nameQuality(b.value) - nameQuality(a.value) : 0) ||
  timeOf(b) - timeOf(a) ||
  b.value.length - a.value.length ||
  (a.value < b.value ? -1 : 1)

/** "Doe, Jane (Acme)" reads as "Jane Doe". */
function displayName(value: string): string {
  const match = /^([\p{L}'’. -]+),\s*([\p{L}'’. -]+?)(?:\s*\(.*\))?$/u.exec(value)
  return match?.[1] !== undefined &&
    match[2] !== undefined &&
    !/^(?:mba|phd|pmp|cpa|md|jr|sr|esq)\b/i.test(match[2])
    ? `${match[2].trim()} ${match[1].trim()}`
    : value
}

/** A readable name from a key where no source gives a name. */
export function nameFromKey(kind: string, value: string): string {
  if (kind === 'mail') {
    const words = value
      .replace(/@.*$/, '')
      .split(/[._-]+/)
      .filter((word) => word !== '')
    return words.length >= 2 && words.every((word) => /^\p{L}+$/u.test(word))
      ? words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ')
      : value
  }
  return kind === 'name' ? value.replace(/^[^:]*:/, '') : value
}

export type ChosenProfile = {
  readonly name: string
  readonly organisation: string | null
  readonly title: string | null
  readonly industry: string | null
  readonly place: string | null
}

/**
 * What to show of a person: per field the value of the most careful source, the newest, the fullest. Does not
 * depend on the order of the facts. The name falls back to the best key.
 */
export function chooseProfile(
  facts: readonly Fact[],
  keys: readonly { readonly kind: string; readonly value: string }[],
): ChosenProfile {
  const best = new Map<Fact['field'], Fact>()
  for (const fact of facts) {
    const held = best.get(fact.field)
    if (held === undefined || better(fact, held) < 0) best.set(fact.field, fact)
  }
  const fallback = [...keys].sort(
    (a, b) => keyOrder(a.kind) - keyOrder(b.kind) || (a.value < b.value ? -1 : 1),
  )[0]
  const name = best.get('name')?.value
  return {
    name:
      name !== undefined
        ? displayName(name)
        : fallback === undefined
          ? ''
          : nameFromKey(fallback.kind, fallback.value),
    organisation: best.get('organisation')?.value ?? null,
    title: best.get('title')?.value ?? null,
    industry: best.get('industry')?.value ?? null,
    place: best.get('place')?.value ?? null,
  }
}

const order = ['name', 'mail', 'linkedin', 'label', 'directory', 'profile', 'handle', 'phone']
const keyOrder = (kind: string): number => order.indexOf(kind)
