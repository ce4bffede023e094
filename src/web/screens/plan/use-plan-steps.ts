import { useRef, useState } from 'react'
import type { Output } from '../../client.ts'
import { tellError, tellUndo } from '../../notify.tsx'
import { isKept } from '../../outbox.ts'
import { useChanging } from '../../queries.ts'
import { t } from '../../texts/texts.ts'

export type Action = Output<'weekly-plan'>['actions'][number]
export type SkipReason = NonNullable<Action['reason']>

/** What one can say of an action. Each takes effect on screen at once, and comes back with a sentence if it fails. */
export type PlanSteps = {
  /** Actions that are said to be dealt with, though the plan that is shown may not know yet. */
  readonly gone: ReadonlySet<number>
  readonly done: (action: Action) => void
  readonly snooze: (action: Action, until?: string) => void
  readonly skip: (action: Action, reason: SkipReason) => void
  readonly undoLast: () => void
}

export const usePlanSteps = (): PlanSteps => {
  const [gone, setGone] = useState<ReadonlySet<number>>(new Set())
  const last = useRef<{ readonly id: number; readonly hideNote: () => void } | null>(null)
  const complete = useChanging('complete-action')
  const snooze = useChanging('snooze-action')
  const skip = useChanging('skip-action')
  const undo = useChanging('undo-action')

  const hide = (id: number): void => setGone((before) => new Set(before).add(id))
  const show = (id: number): void => setGone((before) => new Set([...before].filter((other) => other !== id)))
  const takeBack = (id: number): void => {
    // A key takes it back, too: the note that offers it must go.
    if (last.current?.id === id) last.current.hideNote()
    last.current = null
    show(id)
    undo.mutate(
      { id },
      {
        onError: (error) => {
          if (!isKept(error)) hide(id)
          tellError(error)
        },
      },
    )
  }
  const said = (id: number, text: string) => {
    hide(id)
    return {
      onSuccess: () => {
        last.current = { id, hideNote: tellUndo(text, () => takeBack(id)) }
      },
      onError: (error: unknown) => {
        if (!isKept(error)) show(id)
        tellError(error)
      },
    }
  }
  const nameOf = ({ about }: Action): string => about?.name ?? t('plan.someone')
  return {
    gone,
    done: (action) =>
      complete.mutate({ id: action.id }, said(action.id, t('plan.isDone', { name: nameOf(action) }))),
    snooze: (action, until) =>
      snooze.mutate(
        { id: action.id, ...(until === undefined ? {} : { until }) },
        said(action.id, t('plan.isSnoozed', { name: nameOf(action) })),
      ),
    skip: (action, reason) =>
      skip.mutate({ id: action.id, reason }, said(action.id, t('plan.isSkipped', { name: nameOf(action) }))),
    undoLast: () => {
      if (last.current !== null) takeBack(last.current.id)
    },
  }
}
