import { sentences } from '../../sentences/index.ts'
import type { Rule } from './rule.ts'

const RECENT_DAYS = 90
const MINUTES = 4

/** A new title or organisation since an earlier import. */
export const congratulate: Rule = {
  kind: 'congratulate',
  words: 'Congratulate',
  propose: ({ name, change, answers, in: received, out, together }, words = sentences.en.plan) =>
    change === null || change.days > RECENT_DAYS || received + out + together === 0
      ? null
      : {
          kind: 'congratulate',
          minutes: MINUTES,
          exchange: answers,
          odds: 1,
          beside: 0,
          why: (change.field === 'title' ? words.newTitle : words.newOrganisation)(
            name,
            change.now,
            change.before,
          ),
        },
}
