import type { Question } from '#operations/identity/list-questions.ts'

/** Where a review in the terminal stands. A value: every key gives the next one. */
export type ReviewState = {
  readonly questions: readonly Question[]
  /** Pairs there are in all; more than are held when there are very many. */
  readonly total: number
  /** Position of the pair that is shown. */
  readonly at: number
  /** Pairs left for another time in this sitting. */
  readonly skipped: ReadonlySet<string>
  /** Edits made in this sitting, the last one last. */
  readonly made: readonly Made[]
  /** What happened last, in a sentence. */
  readonly said: string
}

type Made = { readonly edit: number; readonly kind: 'merge' | 'apart'; readonly names: string }

/** What a key asks kith to do. */
export type Wish =
  | { readonly do: 'merge' | 'apart'; readonly question: Question }
  | { readonly do: 'undo'; readonly made: Made }
  | { readonly do: 'quit' }

export const keysHelp = 'm the same · n not the same · s skip · j next · k before · u undo · q quit'

const pairKey = ({ first, second }: Question): string => `${first.id} ${second.id}`
const namesOf = ({ first, second }: Question): string => `${first.name} and ${second.name}`

export const startReview = (questions: readonly Question[], total: number): ReviewState => ({
  questions,
  total,
  at: 0,
  skipped: new Set(),
  made: [],
  said: '',
})

export const shownQuestion = (state: ReviewState): Question | null => state.questions[state.at] ?? null

/** Pairs that still wait in this sitting. */
export const waiting = (state: ReviewState): number => Math.max(0, state.total - state.skipped.size)

/** What a key does: the next state, and what kith is to do about it, if anything. */
export function pressed(
  state: ReviewState,
  key: string,
): { readonly state: ReviewState; readonly wish: Wish | null } {
  const still = { state, wish: null }
  const question = shownQuestion(state)
  const last = Math.max(0, state.questions.length - 1)
  const moved = (at: number): { readonly state: ReviewState; readonly wish: null } => ({
    state: { ...state, at: Math.min(last, Math.max(0, at)), said: '' },
    wish: null,
  })
  switch (key) {
    case 'j':
    case 'down':
      return moved(state.at + 1)
    case 'k':
    case 'up':
      return moved(state.at - 1)
    case 'm':
    case 'n':
      return question === null ? still : { state, wish: { do: key === 'm' ? 'merge' : 'apart', question } }
    case 's': {
      if (question === null) return still
      const skipped = new Set([...state.skipped, pairKey(question)])
      const questions = state.questions.filter((one) => one !== question)
      return {
        state: {
          ...state,
          questions,
          skipped,
          at: Math.min(state.at, Math.max(0, questions.length - 1)),
          said: `${namesOf(question)}: left for another time.`,
        },
        wish: null,
      }
    }
    case 'u': {
      const made = state.made.at(-1)
      return made === undefined
        ? { state: { ...state, said: 'There is nothing of this sitting to take back.' }, wish: null }
        : { state, wish: { do: 'undo', made } }
    }
    case 'q':
    case 'escape':
    case 'ctrl-c':
      return { state, wish: { do: 'quit' } }
    default:
      return { state: { ...state, said: `There is no key ${key}. ${keysHelp}` }, wish: null }
  }
}

/** After a decision: whom the other questions are about may have changed, so they come anew. */
export function decided(
  state: ReviewState,
  wish: Extract<Wish, { readonly question: Question }>,
  edit: number,
): ReviewState {
  const names = namesOf(wish.question)
  return {
    ...state,
    made: [...state.made, { edit, kind: wish.do, names }],
    said: wish.do === 'merge' ? `${names} are one person now.` : `${names} stay two people.`,
  }
}

/** After the last decision was taken back. */
export const takenBack = (state: ReviewState, { edit, names }: Made): ReviewState => ({
  ...state,
  made: state.made.filter((one) => one.edit !== edit),
  said: `Taken back: ${names}.`,
})

/** Something went wrong; the pair stays. */
export const failed = (state: ReviewState, sentence: string): ReviewState => ({ ...state, said: sentence })

/** The questions as they are now; those skipped stay away. */
export function withQuestions(
  state: ReviewState,
  questions: readonly Question[],
  total: number,
): ReviewState {
  const kept = questions.filter((question) => !state.skipped.has(pairKey(question)))
  return {
    ...state,
    questions: kept,
    total: total,
    at: Math.min(state.at, Math.max(0, kept.length - 1)),
  }
}

/** What the sitting came to, for the line that stays in the terminal. */
export function summary(state: ReviewState): string {
  const of = (kind: Made['kind']): number => state.made.filter((one) => one.kind === kind).length
  const last = state.made.at(-1)
  return [
    `${of('merge')} merged, ${of('apart')} told apart, ${waiting(state) + state.skipped.size} left.`,
    ...(last === undefined ? [] : [`Take the last one back with: kith undo ${last.edit}`]),
  ].join(' ')
}
