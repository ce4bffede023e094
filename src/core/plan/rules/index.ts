import { answer } from './answer.ts'
import { ask } from './ask.ts'
import { congratulate } from './congratulate.ts'
import { deepen } from './deepen.ts'
import { followUp } from './follow-up.ts'
import { introduction } from './introduction.ts'
import { letGo } from './let-go.ts'
import { meet } from './meet.ts'
import { reconnect } from './reconnect.ts'
import type { Rule } from './rule.ts'
import { thank } from './thank.ts'

/** All rules, in the order in which equal proposals for one person win. */
export const rules: readonly Rule[] = [
  answer,
  thank,
  congratulate,
  followUp,
  reconnect,
  deepen,
  ask,
  introduction,
  meet,
  letGo,
]
