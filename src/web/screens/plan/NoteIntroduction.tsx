import { Button } from '@mantine/core'
import { tellError, tellUndo } from '../../notify.tsx'
import { useChanging } from '../../queries.ts'
import { t } from '../../texts/texts.ts'
import type { Action } from './use-plan-steps.ts'

/** After an introduction was asked for: notes it, so that what becomes of it is followed and learned from. */
export const NoteIntroduction = ({ action }: { readonly action: Action }) => {
  const ask = useChanging('ask-introduction')
  const forget = useChanging('remove-introduction')
  const { about: via, introduces: to } = action
  if (via === null || to === null || via.person === null || to.person === null) return null
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={ask.isPending}
      onClick={() =>
        ask.mutate(
          { to: String(to.person), via: String(via.person) },
          {
            onError: tellError,
            onSuccess: ({ id }) =>
              tellUndo(t('discover.asked', { via: via.name, to: to.name }), () =>
                forget.mutate({ id }, { onError: tellError }),
              ),
          },
        )
      }
    >
      {t('plan.noteIntroduction', { name: to.name })}
    </Button>
  )
}
