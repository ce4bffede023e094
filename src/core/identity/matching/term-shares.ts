/** How much the shipped shares count against the people seen: as many people as this. */
const PRIOR_PEOPLE = 2_000

/**
 * How frequent a value is among the people compared:
 *
 *   share(t) = (max(0, count(t) − 2) + s·prior(t)) / (people + s),  s = 2000
 *
 * The two of the pair that is looked at are left out. In [0, 1); 0 only where the shipped share is. In a small directory the shipped shares decide, in a large one what is there. It takes the place of u for
 * agreement on exactly this value (term-frequency adjustment; Winkler 1989, Splink).
 */
export class TermShares {
  people = 0
  readonly #counts = new Map<string, number>()
  readonly #prior: (term: string) => number

  constructor(prior: (term: string) => number) {
    this.#prior = prior
  }

  count(term: string): void {
    this.#counts.set(term, (this.#counts.get(term) ?? 0) + 1)
  }

  /** Two of those counted with this value are one. */
  uncount(term: string): void {
    this.#counts.set(term, this.peopleWith(term) - 1)
  }

  /** People counted who have this value. */
  peopleWith(term: string): number {
    return this.#counts.get(term) ?? 0
  }

  share(term: string): number {
    // The pair itself is two of the people; what is frequent is told by the others.
    const others = Math.max(0, this.peopleWith(term) - 2)
    return (others + PRIOR_PEOPLE * this.#prior(term)) / (this.people + PRIOR_PEOPLE)
  }
}
