import type { ActionKind, ActionState, SkipReason } from './action.ts'
import type { OutcomeKind } from './outcome.ts'

/** What the user keeps beside what sources say, by kind. Times are epoch milliseconds. */
export type EntryBodies = {
  /** Markdown. */
  note: { readonly text: string }
  tag: { readonly tag: string }
  /** How the user wants to be in touch. Several of one person (after a merge) all hold. */
  mark: {
    readonly leaveAlone: boolean
    /** Until when to leave them alone; null is without end. */
    readonly until: number | null
    readonly reason: string | null
    /** Preferred days of the week, 0 = Monday … 6 = Sunday; empty is any day. */
    readonly days: readonly number[]
  }
  reminder: { readonly text: string; readonly dueAt: number; readonly doneAt: number | null }
  action: ActionBody
  outcome: {
    readonly kind: OutcomeKind
    /** In the user's own currency; null is not stated. */
    readonly value: number | null
    readonly note: string | null
    readonly playbook: string | null
    /** The action that it came of, where the user says so. */
    readonly actionId: number | null
    /** The suggestion that it was recorded from. */
    readonly suggestion: string | null
  }
  /** A suggested outcome that the user turned down. */
  dismissal: { readonly suggestion: string }
  /** How the network stood, to draw its history. */
  snapshot: SnapshotBody
  /** A list of people as the user likes to see it, by name; `asked` is what list-people is asked. */
  view: { readonly name: string; readonly asked: Readonly<Record<string, unknown>> }
}
export type EntryKind = keyof EntryBodies

export type ActionBody = {
  readonly action: ActionKind
  readonly state: ActionState
  /** Beginning of the period it was proposed for. */
  readonly period: number
  readonly why: string
  /** What it is expected to add to the portfolio of docs/the-maths/worth.md, and in how many minutes. */
  readonly gain: number
  readonly minutes: number
  /** Probability of an exchange in both directions if done, as kith expected; null where none was stated. */
  readonly expected: number | null
  readonly playbook: string | null
  readonly goalId: number | null
  /** Whom to ask an introduction to; absent in actions of earlier versions, and for other kinds. */
  readonly introduces?: number | null
  /** When it was done, snoozed or skipped. */
  readonly changedAt: number | null
  /** Minutes it took, where the user says so. */
  readonly spentMinutes: number | null
  /** Snoozed until then. */
  readonly until: number | null
  readonly reason: SkipReason | null
  readonly note: string | null
}

export type SnapshotBody = {
  readonly worth: number | null
  readonly contacts: number
  /** Contacts who count: two-way, calibre not nought. */
  readonly counting: number
  readonly pillars: {
    readonly calibre: number | null
    readonly closeness: number | null
    readonly number: number | null
  }
  readonly goals: readonly {
    readonly id: number | null
    readonly text: string
    readonly probability: number
    readonly needed: number | null
    readonly have: number
  }[]
}
