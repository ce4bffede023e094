import type { FactChange } from './change.ts'

/** One contact as the rules of the plan look at them. Days are counted back from the end of the data. */
export type PlanTie = {
  readonly person: number
  readonly name: string
  readonly closeness: number
  readonly trust: number
  /** Null is unknown. */
  readonly calibre: number | null
  readonly dormant: boolean
  /** Days since any contact, since they wrote, since the user wrote, since they met; null = never. */
  readonly daysSince: number | null
  readonly daysSinceIn: number | null
  readonly daysSinceOut: number | null
  readonly daysSinceMet: number | null
  /** Messages and meetings so far, bulk left out. */
  readonly in: number
  readonly out: number
  readonly together: number
  /** Probability that a message of the user is answered. */
  readonly answers: number
  /** Successes to expect of them for the user's goals, in one period. */
  readonly contribution: number
  /** They wrote last and wait for the user. */
  readonly owed: OpenThread | null
  /** The user wrote last and waits for them. */
  readonly waiting: OpenThread | null
  /** A new title or organisation between imports. */
  readonly change: FactChange | null
  /** What they gave lately and were not thanked for. */
  readonly given: { readonly kind: string; readonly days: number } | null
  /** Somebody of calibre whom they could introduce. */
  readonly introduces: {
    readonly person: number
    readonly name: string
    readonly probability: number
    readonly value: number
  } | null
}

export type OpenThread = { readonly days: number; readonly subject: string | null }
