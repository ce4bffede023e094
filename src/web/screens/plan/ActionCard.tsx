import { Badge, Button, Group, Menu, Stack, Text, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy, IconMail } from '@tabler/icons-react'
import { PersonLink } from '../../components/PersonLink.tsx'
import { copyText } from '../../copy.ts'
import { percent, points, weekday } from '../../format.ts'
import { t } from '../../texts/texts.ts'
import type { Action, PlanSteps, SkipReason } from './use-plan-steps.ts'

const reasons = [
  'not-now',
  'not-this-action',
  'not-this-person',
  'already-done',
  'wrong-person',
  'other',
] as const satisfies readonly SkipReason[]

const Draft = ({ action }: { readonly action: Action }) => {
  const { draft } = action
  if (draft === null) return null
  return (
    <details className="more no-print">
      <summary>{t('plan.draft')}</summary>
      <Stack
        gap="xs"
        mt="xs"
        component="section"
        aria-label={t('plan.draftFor', { name: action.about?.name ?? t('plan.someone') })}
      >
        <Text size="sm" fw={550}>
          {t('plan.subject', { subject: draft.subject })}
        </Text>
        <Text size="sm" className="plan-draft">
          {draft.body.trim()}
        </Text>
        {draft.facts.length > 0 && (
          <Text size="xs" c="dimmed">
            {t('plan.basedOn', { facts: draft.facts.join('; ') })}
          </Text>
        )}
        <Group gap="xs" className="no-print">
          <Button
            size="xs"
            variant="default"
            leftSection={<IconCopy size={15} aria-hidden />}
            onClick={() => void copyText(draft.body.trim())}
          >
            {t('plan.copy')}
          </Button>
          {draft.mailto !== null && (
            <Button
              size="xs"
              variant="default"
              component="a"
              href={draft.mailto}
              leftSection={<IconMail size={15} aria-hidden />}
            >
              {t('plan.mail')}
            </Button>
          )}
        </Group>
      </Stack>
    </details>
  )
}

const Steps = ({ action, steps }: { readonly action: Action; readonly steps: PlanSteps }) => (
  <Group gap={6} className="plan-steps no-print">
    <Button
      size="compact-sm"
      variant="light"
      leftSection={<IconCheck size={15} aria-hidden />}
      onClick={() => steps.done(action)}
    >
      {t('plan.done')}
    </Button>
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <Button size="compact-sm" variant="default">
          {t('plan.snooze')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => steps.snooze(action, 'tomorrow')}>{t('plan.snoozeFor.tomorrow')}</Menu.Item>
        <Menu.Item onClick={() => steps.snooze(action)}>{t('plan.snoozeFor.week')}</Menu.Item>
        <Menu.Item onClick={() => steps.snooze(action, 'in 4 weeks')}>{t('plan.snoozeFor.month')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <Button size="compact-sm" variant="default">
          {t('plan.skip')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {reasons.map((reason) => (
          <Menu.Item key={reason} onClick={() => steps.skip(action, reason)}>
            {t(`plan.reason.${reason}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  </Group>
)

type Props = { readonly action: Action; readonly steps: PlanSteps }

/** One thing to do: with whom, why, what it brings, a draft, and what became of it. */
export const ActionCard = ({ action, steps }: Props) => {
  const about = [action.title, action.organisation].filter(Boolean).join(', ')
  const meta = [
    action.expected === null ? null : t('plan.expected', { share: percent(action.expected) }),
    action.when === null ? null : t('plan.on', { day: weekday(action.when) }),
  ].filter(Boolean)
  return (
    <article
      className="plan-action"
      tabIndex={-1}
      data-plan-action={action.id}
      aria-label={t('plan.forSomeone', {
        kind: t(`plan.kind.${action.kind}`),
        name: action.about?.name ?? t('plan.someone'),
      })}
    >
      <div className="plan-what">
        <div className="plan-whom">
          <Text span size="sm" c="dimmed">
            {t(`plan.kind.${action.kind}`)}
          </Text>
          <Text span fw={600}>
            <PersonLink of={action.about} />
          </Text>
          {about !== '' && (
            <Text span size="sm" c="dimmed">
              {about}
            </Text>
          )}
        </div>
        <Text size="sm">{action.why}</Text>
        <div className="plan-meta no-print">
          {action.lowOverlap && (
            <Tooltip label={t('plan.outsideText')}>
              <Badge variant="default" tt="none" fw={500} size="sm">
                {t('plan.outside')}
              </Badge>
            </Tooltip>
          )}
          {meta.length > 0 && (
            <Text span size="xs" c="dimmed">
              {meta.join(' · ')}
            </Text>
          )}
        </div>
        <Draft action={action} />
      </div>
      <div className="plan-side">
        <Group gap="xs" wrap="nowrap" className="numbers">
          {action.gain > 0 && (
            <Tooltip label={t('plan.gainText')}>
              <Text size="sm" fw={550} c="var(--kith-accent)">
                {t('plan.gain', { points: points(action.gain) })}
              </Text>
            </Tooltip>
          )}
          <Text size="sm" c="dimmed">
            {t('plan.time', { minutes: action.minutes })}
          </Text>
        </Group>
        <Steps action={action} steps={steps} />
      </div>
    </article>
  )
}
