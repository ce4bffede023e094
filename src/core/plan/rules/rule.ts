import type { Sentences } from '../../sentences/index.ts'
import type { ActionKind } from '../../model/action.ts'
import type { PlanTie } from '../tie.ts'

/** What a rule proposes for one contact. */
export type Proposal = {
  readonly kind: ActionKind
  /** Minutes it takes: an assumption until the user says otherwise. */
  readonly minutes: number
  /** Probability that it leads to an exchange in both directions. */
  readonly exchange: number
  /** What it multiplies the odds of a success by, now; 1 = nothing beside the exchange. */
  readonly odds: number
  /** Successes to expect beside those of the contact (an introduction); 0 = none. */
  readonly beside: number
  /** Why, in one sentence made of what is known. */
  readonly why: string
}

/** One kind of action: whom to propose it for, and why. */
export type Rule = {
  readonly kind: ActionKind
  /** What it is, for people. */
  readonly words: string
  /** @param words what it says why in; English unless given */
  readonly propose: (tie: PlanTie, words?: Sentences['plan']) => Proposal | null
}

/** From here on calibre counts as high (as on the worth screen). */
export const HIGH_CALIBRE = 0.6
