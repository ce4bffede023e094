import { ActionIcon, Anchor, Group, Skeleton, Text, Tooltip } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { sentenceOf } from '../../client.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { PersonLink } from '../../components/PersonLink.tsx'
import { Section } from '../../components/Section.tsx'
import { usePainted } from '../../later.tsx'
import { useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'
import { usePlanSteps } from '../plan/use-plan-steps.ts'

const shown = 4

/** The first things to do this week, done from here; `d` does the first. */
export const NextActions = () => {
  // Working it out keeps the machine busy: what is above is on screen first.
  const plan = useReading('weekly-plan', {}, { enabled: usePainted() })
  const steps = usePlanSteps()
  const actions = (plan.data?.actions ?? []).filter(({ id }) => !steps.gone.has(id))
  useHotkeys([
    ['d', () => actions[0] && steps.done(actions[0])],
    ['u', steps.undoLast],
  ])
  if (plan.isPending) return <Skeleton height={180} radius="lg" />
  if (plan.isError)
    return <ErrorNotice sentence={sentenceOf(plan.error)} onRetry={() => void plan.refetch()} />
  return (
    <Section
      title={t('overview.next.title')}
      aside={
        <Anchor component={Link} to="/plan" size="sm" underline="always">
          {t('overview.next.all')}
        </Anchor>
      }
    >
      {actions.length === 0 ? (
        <Text size="sm">{plan.data.text}</Text>
      ) : (
        <ul className="quiet-list">
          {actions.slice(0, shown).map((action) => (
            <li key={action.id}>
              <Group justify="space-between" wrap="nowrap" gap="sm">
                <div>
                  <Text size="sm">
                    {t(`plan.kind.${action.kind}`)}:{' '}
                    <Text span fw={550} size="sm">
                      <PersonLink of={action.about} />
                    </Text>
                  </Text>
                  <Text size="xs" c="dimmed">
                    {action.why}
                  </Text>
                </div>
                <Tooltip label={t('plan.done')}>
                  <ActionIcon
                    variant="default"
                    aria-label={t('overview.next.doneOne', { name: action.about?.name ?? t('plan.someone') })}
                    onClick={() => steps.done(action)}
                  >
                    <IconCheck size={17} stroke={1.9} />
                  </ActionIcon>
                </Tooltip>
              </Group>
            </li>
          ))}
        </ul>
      )}
      {actions.length > 0 && (
        <Text size="xs" c="dimmed" visibleFrom="sm" className="no-print">
          {t('overview.next.keys')}
        </Text>
      )}
    </Section>
  )
}
