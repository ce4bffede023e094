import { foldWords } from '../calibre/words.ts'

/** One thing a source says of where somebody works, or worked. */
export type PositionStatement = {
  /** Importer id; `mail` where an address alone says it. */
  readonly source: string
  /** Key of the organisation it names; null where it names none. */
  readonly organisation: string | null
  readonly title: string | null
  /** When the position began and ended, as the source states it; epoch milliseconds. */
  readonly startedAt: number | null
  readonly endedAt: number | null
  /** First and last time it was said to hold; null where nothing tells when (an address nobody wrote from). */
  readonly firstAt: number | null
  readonly lastAt: number | null
  /** Tells statements apart, for the id of a change. */
  readonly id: string
}

/** Somebody's place in an organisation, joined over sources. */
export type Position = {
  readonly organisation: string | null
  readonly title: string | null
  readonly startedAt: number | null
  readonly endedAt: number | null
  readonly firstAt: number | null
  readonly lastAt: number | null
  readonly current: boolean
  /** Sorted, each once. */
  readonly sources: readonly string[]
}

/** A source that said one thing says another: somebody moved, or has a new title. */
export type PositionChange = {
  readonly id: string
  readonly kind: 'organisation' | 'title'
  readonly from: { readonly organisation: string | null; readonly title: string | null }
  readonly to: { readonly organisation: string | null; readonly title: string | null }
  /** First time the new position was seen. */
  readonly noticedAt: number
  /** Last time the old one was seen: the change lies between the two. */
  readonly lastBeforeAt: number
  readonly source: string
}

/** What one source says of one position, over time. */
type Spell = PositionStatement & { readonly titleKey: string }

/** Titles that are spelt alike but for case, accents and punctuation have one key; empty without a title. */
export const titleKey = (title: string | null): string => (title === null ? '' : foldWords(title).join(' '))

const earlier = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.min(a, b)
const later = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.max(a, b)

/** Statements of one source about one position become one spell. */
function spellsOf(statements: readonly PositionStatement[]): Spell[] {
  const spells = new Map<string, Spell>()
  const ordered = [...statements].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  for (const each of ordered) {
    const key = titleKey(each.title)
    if (each.organisation === null && key === '') continue
    const place = JSON.stringify([each.source, each.organisation, key, each.startedAt])
    const held = spells.get(place)
    spells.set(
      place,
      held === undefined
        ? { ...each, titleKey: key }
        : {
            ...held,
            endedAt: later(held.endedAt, each.endedAt),
            firstAt: earlier(held.firstAt, each.firstAt),
            lastAt: later(held.lastAt, each.lastAt),
          },
    )
  }
  return [...spells.values()]
}

/** Whether the source stopped saying `old` before it began to say `next`. */
const follows = (next: Spell, old: Spell): boolean =>
  next.source === old.source && old.lastAt !== null && next.firstAt !== null && next.firstAt > old.lastAt

/** What kind of change leads from one spell to another; null where one only says more than the other. */
function kindOfChange(old: Spell, next: Spell): PositionChange['kind'] | null {
  if (old.organisation !== next.organisation)
    return old.organisation === null || next.organisation === null ? null : 'organisation'
  return old.titleKey === '' || next.titleKey === '' || old.titleKey === next.titleKey ? null : 'title'
}

/**
 * Changes of position: within one source, a position that it stopped naming before it began to name another one.
 * A position that is named beside the new one (two posts at once) is no change. The same change told by several
 * sources counts once, from the first that noticed it. Ordered by time.
 */
export function positionChanges(statements: readonly PositionStatement[]): PositionChange[] {
  return changesOf(spellsOf(statements))
}

function changesOf(spells: readonly Spell[]): PositionChange[] {
  const found = new Map<string, PositionChange>()
  for (const next of spells) {
    let old: Spell | null = null
    for (const each of spells)
      if (follows(next, each) && kindOfChange(each, next) !== null && (old === null || isLater(each, old)))
        old = each
    const kind = old === null ? null : kindOfChange(old, next)
    if (old === null || kind === null) continue
    const change: PositionChange = {
      id: next.id,
      kind,
      from: { organisation: old.organisation, title: old.title },
      to: { organisation: next.organisation, title: next.title },
      noticedAt: next.firstAt!,
      lastBeforeAt: old.lastAt!,
      source: next.source,
    }
    const key = JSON.stringify(
      kind === 'organisation'
        ? [kind, old.organisation, next.organisation]
        : [kind, next.organisation, old.titleKey, next.titleKey],
    )
    const known = found.get(key)
    if (known === undefined || change.noticedAt < known.noticedAt) found.set(key, change)
  }
  return [...found.values()].sort((a, b) => a.noticedAt - b.noticedAt || (a.id < b.id ? -1 : 1))
}

const isLater = (a: Spell, b: Spell): boolean =>
  a.lastAt! > b.lastAt! || (a.lastAt === b.lastAt && a.firstAt! > b.firstAt!)

/** Whether a change says that a spell is over, whichever source the spell is of. */
const isOver = (spell: Spell, change: PositionChange): boolean =>
  spell.organisation === change.from.organisation &&
  (spell.lastAt === null || spell.lastAt < change.noticedAt) &&
  (change.kind === 'organisation' || spell.titleKey === titleKey(change.from.title))

/**
 * The positions of one person, joined over sources: current ones first, then the latest seen.
 *
 * A position is past where a source says when it ended, where its source has since named another one instead, or
 * where another source tells that the person left. One without a title, or without an organisation, becomes part of
 * the one that says more. Does not depend on the order of the statements.
 */
export function positionsOf(statements: readonly PositionStatement[]): Position[] {
  const spells = spellsOf(statements)
  const changes = changesOf(spells)
  const joined = new Map<string, { position: Position; titleKey: string }>()
  for (const spell of spells) {
    const past =
      spell.endedAt !== null ||
      spells.some((next) => follows(next, spell) && !saysMore(next, spell)) ||
      changes.some((change) => isOver(spell, change))
    const place = JSON.stringify([spell.organisation, spell.titleKey])
    const held = joined.get(place)?.position
    joined.set(place, {
      titleKey: spell.titleKey,
      position: united(held, {
        organisation: spell.organisation,
        title: spell.title,
        startedAt: spell.startedAt,
        endedAt: spell.endedAt,
        firstAt: spell.firstAt,
        lastAt: spell.lastAt,
        current: !past,
        sources: [spell.source],
      }),
    })
  }
  foldPartial(joined)
  return [...joined.values()].map(({ position }) => position).sort(byImportance)
}

/** Whether the later spell is the same position with a word more, or one less. */
const saysMore = (next: Spell, old: Spell): boolean => kindOfChange(old, next) === null

function united(a: Position | undefined, b: Position): Position {
  if (a === undefined) return b
  return {
    ...a,
    title: a.title ?? b.title,
    startedAt: earlier(a.startedAt, b.startedAt),
    endedAt: a.current || b.current ? null : later(a.endedAt, b.endedAt),
    firstAt: earlier(a.firstAt, b.firstAt),
    lastAt: later(a.lastAt, b.lastAt),
    current: a.current || b.current,
    sources: [...new Set([...a.sources, ...b.sources])].sort(),
  }
}

/** Positions without a title, or without an organisation, become part of the one that says more. */
function foldPartial(joined: Map<string, { position: Position; titleKey: string }>): void {
  const entries = [...joined].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [place, { position, titleKey: key }] of entries) {
    const partial = position.organisation === null || key === ''
    if (!partial) continue
    const fuller = entries
      .filter(
        ([other, each]) =>
          other !== place &&
          joined.has(other) &&
          each.position.organisation !== null &&
          each.titleKey !== '' &&
          (position.organisation === null
            ? each.titleKey === key
            : each.position.organisation === position.organisation),
      )
      .map(([other]) => [other, joined.get(other)!] as const)
      .sort(([, a], [, b]) => byImportance(a.position, b.position))[0]
    if (fuller === undefined) continue
    const [target, into] = fuller
    // That somebody still has an address there does not undo a title they no longer have.
    const current = into.position.current || (position.current && position.organisation === null)
    joined.set(target, { ...into, position: { ...united(into.position, position), current } })
    joined.delete(place)
  }
}

function byImportance(a: Position, b: Position): number {
  const key = (each: Position): readonly (number | string)[] => [
    each.current ? 0 : 1,
    each.organisation === null ? 1 : 0,
    each.title === null ? 1 : 0,
    -(each.lastAt ?? each.endedAt ?? each.startedAt ?? -Infinity),
    each.organisation ?? '',
    titleKey(each.title),
  ]
  const [one, other] = [key(a), key(b)]
  const at = one.findIndex((value, i) => value !== other[i])
  return at < 0 ? 0 : one[at]! < other[at]! ? -1 : 1
}
