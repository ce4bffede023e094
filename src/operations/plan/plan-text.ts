import type { Action } from '../entry-schemas.ts'
import { day } from '../text.ts'
import type { Plan } from './weekly-plan.ts'

const kindWords: Readonly<Record<Action['kind'], string>> = {
  answer: 'Answer',
  'follow-up': 'Follow up',
  thank: 'Thank',
  congratulate: 'Congratulate',
  reconnect: 'Reconnect',
  deepen: 'Deepen',
  meet: 'Meet',
  ask: 'Ask',
  introduction: 'Introduction',
  'let-go': 'Let go',
}

/** The plan as text, for the terminal. */
export function planText(shown: Plan): string {
  return [
    `Week of ${day(shown.weekStart)}. ${shown.text}`,
    ...shown.actions.flatMap((one) => [
      '',
      `${String(one.id).padStart(4)}  ${kindWords[one.kind]}: ${one.about?.name ?? ''}${one.organisation === null ? '' : ` (${one.organisation})`}, ${one.minutes} min${one.gain > 0 ? `, +${(one.gain * 100).toFixed(2)} points` : ''}${one.lowOverlap ? ', outside your circle' : ''}`,
      `      ${one.why}`,
      ...(one.draft === null
        ? []
        : one.draft.body
            .trim()
            .split('\n')
            .filter((line) => line !== '')
            .map((line) => `      | ${line}`)),
    ]),
    ...(shown.reminders.length === 0
      ? []
      : [
          '',
          'Reminders:',
          ...shown.reminders.map(
            ({ id, dueAt, about, text }) =>
              `${String(id).padStart(4)}  ${day(dueAt)}  ${about === null ? '' : `${about.name}: `}${text}`,
          ),
        ]),
    ...(shown.done.length === 0
      ? []
      : [
          '',
          `This week: ${shown.done.map((one) => `${kindWords[one.kind].toLowerCase()} ${one.about?.name ?? ''} (${one.state})`).join(', ')}.`,
        ]),
    ...(shown.actions.length === 0
      ? []
      : [
          '',
          'kith plan done|snooze|skip <number> says what became of one; kith plan undo takes that back.',
          'With --json each draft comes with a link that opens it in your mail program.',
        ]),
  ].join('\n')
}
