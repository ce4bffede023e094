/** Which contacts a goal is about; every part that is stated has to fit. Words are compared without regard to case. */
export type Segment = {
  readonly industry?: string | undefined
  readonly organisation?: string | undefined
  readonly title?: string | undefined
  readonly place?: string | undefined
  readonly tag?: string | undefined
}

export const segmentParts = ['industry', 'organisation', 'title', 'place', 'tag'] as const
export type SegmentPart = (typeof segmentParts)[number]

/** What is known of one contact, as far as segments ask. */
export type SegmentFacts = {
  readonly industry: string | null
  readonly organisation: string | null
  readonly title: string | null
  readonly place: string | null
  readonly tags: readonly string[]
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().trim()

/** True where the segment states nothing, so that everybody is in it. */
export const isEverybody = (segment: Segment | null | undefined): boolean =>
  segment == null || segmentParts.every((part) => plain(segment[part] ?? '') === '')

/** One text for equal segments, to look columns up by. */
export const segmentKey = (segment: Segment): string =>
  JSON.stringify(segmentParts.map((part) => plain(segment[part] ?? '')))

/**
 * Whether somebody is in a segment: true, false, or null where what the segment asks about is not known of them.
 * A tag is known to be absent. An industry, organisation, title or place fits when it contains the words stated.
 */
export function inSegment(segment: Segment, facts: SegmentFacts): boolean | null {
  let known = true
  for (const part of segmentParts) {
    const wanted = plain(segment[part] ?? '')
    if (wanted === '') continue
    if (part === 'tag') {
      if (!facts.tags.some((tag) => plain(tag) === wanted)) return false
      continue
    }
    const value = facts[part]
    if (value === null) known = false
    else if (!plain(value).includes(wanted)) return false
  }
  return known ? true : null
}
