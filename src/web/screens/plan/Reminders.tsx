import { Checkbox, Text } from '@mantine/core'
import type { Output } from '../../client.ts'
import { PersonLink } from '../../components/PersonLink.tsx'
import { Section } from '../../components/Section.tsx'
import { When } from '../../components/When.tsx'
import { tellError, tellUndo } from '../../notify.tsx'
import { useChanging } from '../../queries.ts'
import { t } from '../../texts/texts.ts'

type Reminder = Output<'weekly-plan'>['reminders'][number]

/** Reminders that are due, ticked off in place. */
export const Reminders = ({ reminders }: { readonly reminders: readonly Reminder[] }) => {
  const complete = useChanging('complete-reminder')
  const undo = useChanging('undo-entry')
  if (reminders.length === 0) return null
  const tick = ({ id, text }: Reminder): void =>
    complete.mutate(
      { id },
      {
        onError: tellError,
        onSuccess: () =>
          tellUndo(t('plan.ticked', { text }), () =>
            undo.mutate({ kind: 'reminder', id }, { onError: tellError }),
          ),
      },
    )
  return (
    <Section title={t('plan.reminders')}>
      <ul className="quiet-list">
        {reminders.map((reminder) => (
          <li key={reminder.id}>
            <Checkbox
              checked={complete.isPending && complete.variables.id === reminder.id}
              onChange={() => tick(reminder)}
              aria-label={t('plan.tick', { text: reminder.text })}
              label={
                <>
                  {reminder.about !== null && (
                    <>
                      <PersonLink of={reminder.about} />
                      {': '}
                    </>
                  )}
                  {reminder.text}
                </>
              }
              description={
                <Text span size="xs" c={reminder.overdue ? 'var(--mantine-color-error)' : 'dimmed'}>
                  {reminder.overdue ? t('plan.overdue') : t('plan.due')} <When at={reminder.dueAt} />
                </Text>
              }
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}
