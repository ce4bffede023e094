/** What a source says of somebody now and said before. */
export type FactChange = {
  readonly field: 'title' | 'organisation'
  readonly before: string
  readonly now: string
  /** Days since kith read it. */
  readonly days: number
}
