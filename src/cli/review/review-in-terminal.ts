import { KithError } from '#core/model/errors.ts'
import { mergePeople, tellApart } from '#operations/identity/edit-people.ts'
import { undoEdit } from '#operations/identity/journal.ts'
import { listQuestions } from '#operations/identity/list-questions.ts'
import type { Context } from '#operations/operation.ts'
import type { KeyScreen } from '../key-screen.ts'
import {
  decided,
  failed,
  pressed,
  type ReviewState,
  startReview,
  summary,
  takenBack,
  type Wish,
  withQuestions,
} from './review-state.ts'
import { reviewLines } from './review-view.ts'

/** Pairs held at a time; they come anew after each decision. */
const HELD = 50

/**
 * Goes through the questions with somebody who sits at a terminal: one key, one decision.
 * @returns what it came to, in a sentence
 */
export async function reviewInTerminal(context: Context, screen: KeyScreen): Promise<string> {
  const first = await context.run(listQuestions, { limit: HELD })
  if (first.questions.length === 0) return 'Nothing to decide: nobody looks like somebody else.'
  let state = startReview(first.questions, first.total)
  screen.open()
  try {
    screen.draw(reviewLines(state, screen.width()))
    for (;;) {
      const key = await screen.next(context.signal)
      if (key === null) break
      const { state: next, wish } = pressed(state, key)
      state = next
      if (wish?.do === 'quit') break
      if (wish !== null) state = await fulfil(context, state, wish)
      screen.draw(reviewLines(state, screen.width()))
    }
  } finally {
    screen.close()
  }
  return summary(state)
}

async function fulfil(
  context: Context,
  state: ReviewState,
  wish: Exclude<Wish, { readonly do: 'quit' }>,
): Promise<ReviewState> {
  let after = state
  try {
    if (wish.do === 'undo') {
      await context.run(undoEdit, { edit: wish.made.edit })
      after = takenBack(state, wish.made)
    } else {
      const [who, other] = [String(wish.question.first.id), String(wish.question.second.id)]
      const { edit } =
        wish.do === 'merge'
          ? await context.run(mergePeople, { who, with: other })
          : await context.run(tellApart, { who, from: other })
      after = decided(state, wish, edit)
    }
  } catch (error) {
    // Somebody else decided meanwhile: what there is now is shown below, with the sentence.
    if (!(error instanceof KithError)) throw error
    after = failed(state, error.message)
  }
  const { questions, total } = await context.run(listQuestions, { limit: HELD + after.skipped.size })
  return withQuestions(after, questions, total)
}
