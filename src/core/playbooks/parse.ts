import { actionKinds } from '../model/action.ts'
import type { ActionKind } from '../model/action.ts'
import { parseCondition } from './conditions.ts'
import type { Condition } from './conditions.ts'
import { placeholders } from './message.ts'

/** A way to do one kind of action, for whom it fits, and what to write. */
export type Playbook = {
  /** Name of its file without the ending. */
  readonly id: string
  readonly title: string
  readonly action: ActionKind
  /** All must hold. */
  readonly who: readonly Condition[]
  readonly when: readonly Condition[]
  /** Minutes it takes; null leaves it to the plan. */
  readonly minutes: number | null
  /** Subject line; null leaves it to the plan. */
  readonly subject: string | null
  /** Message with placeholders. */
  readonly message: string
}

export type PlaybookProblem = { readonly line: number; readonly reason: string }

export const MAX_PLAYBOOK_LENGTH = 20_000
const MAX_TITLE = 120
const MAX_MINUTES = 480

const keys = ['title', 'who', 'when', 'action', 'minutes', 'subject'] as const
type Key = (typeof keys)[number]

/**
 * Reads a playbook: a front matter between two lines of `---` with title, action, and, if wanted, who, when, minutes
 * and subject; below it the message. Everything that is wrong with it is told, with its line.
 */
export function parsePlaybook(id: string, text: string): Playbook | readonly PlaybookProblem[] {
  if (text.length > MAX_PLAYBOOK_LENGTH)
    return [
      {
        line: 1,
        reason: `It is longer than ${MAX_PLAYBOOK_LENGTH.toLocaleString('en')} characters; a playbook is a page at most.`,
      },
    ]
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  if (lines[0]?.trim() !== '---')
    return [
      { line: 1, reason: 'It does not begin with a line of ---, the front matter with title and action.' },
    ]
  const end = lines.findIndex((line, i) => i > 0 && line.trim() === '---')
  if (end === -1)
    return [{ line: lines.length, reason: 'The front matter does not end; close it with a line of ---.' }]
  const problems: PlaybookProblem[] = []
  const values = new Map<Key, { readonly value: string; readonly line: number }>()
  for (let i = 1; i < end; i++) {
    const raw = lines[i]!
    if (raw.trim() === '' || raw.trim().startsWith('#')) continue
    const match = /^\s*([A-Za-z]+)\s*:\s*(.*?)\s*$/.exec(raw)
    const key = keys.find((known) => known === match?.[1]?.toLowerCase())
    if (match === null || key === undefined)
      problems.push({
        line: i + 1,
        reason: `"${raw.trim().slice(0, 60)}" is none of ${keys.join(', ')} followed by a colon.`,
      })
    else if (values.has(key)) problems.push({ line: i + 1, reason: `${key} is there twice.` })
    else values.set(key, { value: match[2]!.replace(/^"(.*)"$/, '$1'), line: i + 1 })
  }
  const title = values.get('title')
  if (title === undefined || title.value === '')
    problems.push({ line: title?.line ?? 1, reason: 'It has no title: what you would call it.' })
  else if (title.value.length > MAX_TITLE)
    problems.push({ line: title.line, reason: `The title is longer than ${MAX_TITLE} characters.` })
  const said = values.get('action')
  const action = actionKinds.find((kind) => kind === said?.value.toLowerCase())
  if (action === undefined)
    problems.push({
      line: said?.line ?? 1,
      reason: `${said === undefined ? 'It has no action' : `"${said.value}" is no action`}; there are ${actionKinds.join(', ')}.`,
    })
  const conditions = (key: 'who' | 'when'): Condition[] => {
    const found = values.get(key)
    if (found === undefined || found.value === '') return []
    return found.value.split(',').flatMap((part) => {
      const condition = parseCondition(part)
      if (typeof condition !== 'string') return [condition]
      problems.push({ line: found.line, reason: condition })
      return []
    })
  }
  const who = conditions('who')
  const when = conditions('when')
  const minutes = values.get('minutes')
  const taken = minutes === undefined ? null : Number(minutes.value)
  if (minutes !== undefined && !(taken !== null && taken >= 1 && taken <= MAX_MINUTES))
    problems.push({ line: minutes.line, reason: `minutes has to be a number from 1 to ${MAX_MINUTES}.` })
  const message = lines
    .slice(end + 1)
    .join('\n')
    .trim()
  if (message === '') problems.push({ line: end + 2, reason: 'There is no message below the front matter.' })
  for (const [i, line] of lines.entries()) {
    if (i <= end) continue
    for (const [, name = ''] of line.matchAll(/\{([^{}]*)\}/g))
      if (!placeholders.some((known) => known === name.trim().toLowerCase()))
        problems.push({
          line: i + 1,
          reason: `{${name}} is no placeholder; there are ${placeholders.map((p) => `{${p}}`).join(', ')}.`,
        })
  }
  if (problems.length > 0 || action === undefined || title === undefined) return problems
  const subject = values.get('subject')?.value ?? ''
  return {
    id,
    title: title.value,
    action,
    who,
    when,
    minutes: taken,
    subject: subject === '' ? null : subject,
    message,
  }
}
