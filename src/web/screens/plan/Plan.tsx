import './plan.css'
import { Button, Group, NumberInput, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks'
import { IconCalendar, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { call, sentenceOf } from '../../client.ts'
import { EmptyNotice, ErrorNotice } from '../../components/Notice.tsx'
import { PersonLink } from '../../components/PersonLink.tsx'
import { ScreenSkeleton } from '../../components/ScreenSkeleton.tsx'
import { Section } from '../../components/Section.tsx'
import { When } from '../../components/When.tsx'
import { saveFile } from '../../components/save-file.ts'
import { copyText } from '../../copy.ts'
import { shortDate } from '../../format.ts'
import { tellError } from '../../notify.tsx'
import { Later } from '../../later.tsx'
import { useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'
import { OutcomeForm } from '../outcomes/OutcomeForm.tsx'
import { ActionCard } from './ActionCard.tsx'
import { NoteIntroduction } from './NoteIntroduction.tsx'
import { Promises } from './Promises.tsx'
import { Reminders } from './Reminders.tsx'
import { type Action, usePlanSteps } from './use-plan-steps.ts'

const minutesDelayMs = 600
/** Actions that are drawn with the screen; the others come once those are seen. */
const atOnce = 6
/** Of one, about. */
const cardHeight = 108

const downloadCalendar = async (): Promise<void> => {
  try {
    const { ics } = await call('plan-calendar', {})
    saveFile('kith.ics', 'text/calendar', ics)
  } catch (error) {
    tellError(error)
  }
}

/** The card that the keyboard stands on. */
const cards = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-plan-action]')]
const focusedCard = (): HTMLElement | null =>
  document.activeElement?.closest<HTMLElement>('[data-plan-action]') ?? null

/** What happened this week, with a way to say what came of it. */
const DoneList = ({ done }: { readonly done: readonly Action[] }) => {
  const [recording, setRecording] = useState<Action | null>(null)
  if (done.length === 0) return null
  return (
    <Section title={t('plan.doneTitle')}>
      <ul className="quiet-list">
        {done.map((action) => (
          <li key={action.id}>
            <Group justify="space-between" gap="xs">
              <Text size="sm">
                {t(`plan.kind.${action.kind}`)}: <PersonLink of={action.about} />
                <Text span size="sm" c="dimmed">
                  {', '}
                  {t(`plan.state.${action.state}`)} <When at={action.changedAt} />
                </Text>
              </Text>
              <Group gap="xs">
                <NoteIntroduction action={action} />
                {action.state === 'done' && (
                  <Button size="compact-sm" variant="default" onClick={() => setRecording(action)}>
                    {t('plan.outcome')}
                  </Button>
                )}
              </Group>
            </Group>
          </li>
        ))}
      </ul>
      {recording && (
        <OutcomeForm opened onClose={() => setRecording(null)} from={recording.about} action={recording.id} />
      )}
    </Section>
  )
}

/** The week: what to do next in the time there is, and what waits. */
export const Plan = () => {
  const [asked, setAsked] = useState<number | null>(null)
  const plan = useReading('weekly-plan', asked === null ? {} : { minutes: asked }, { keep: true })
  const askFor = useDebouncedCallback((minutes: number) => setAsked(minutes), minutesDelayMs)
  const steps = usePlanSteps()
  const actions = (plan.data?.actions ?? []).filter(({ id }) => !steps.gone.has(id))
  const current = (): Action | undefined => {
    const id = Number(focusedCard()?.dataset['planAction'])
    return actions.find((action) => action.id === id) ?? actions[0]
  }
  const move = (by: number): void => {
    const all = cards()
    const card = focusedCard()
    all[Math.min(all.length - 1, Math.max(0, card === null ? 0 : all.indexOf(card) + by))]?.focus()
  }
  const withCurrent = (act: (action: Action) => void) => (): void => {
    const action = current()
    if (action) act(action)
  }
  useHotkeys([
    ['j', () => move(1)],
    ['k', () => move(-1)],
    ['d', withCurrent(steps.done)],
    ['s', withCurrent((action) => steps.snooze(action))],
    ['n', withCurrent((action) => steps.skip(action, 'not-now'))],
    ['c', withCurrent(({ draft }) => draft && void copyText(draft.body.trim()))],
    ['u', steps.undoLast],
  ])
  if (plan.isPending) return <ScreenSkeleton waitsFor={['weekly-plan']} />
  if (plan.isError)
    return <ErrorNotice sentence={sentenceOf(plan.error)} onRetry={() => void plan.refetch()} />
  const { data } = plan
  return (
    <Stack gap={32} className="plan">
      <Stack gap="md" className="plan-head">
        <Group justify="space-between" align="flex-start">
          <div>
            <Title>{t('plan.title')}</Title>
            <Text c="dimmed">{t('plan.week', { date: shortDate(data.weekStart) })}</Text>
          </div>
          <Group gap="xs" className="no-print">
            <Button
              size="sm"
              variant="default"
              leftSection={<IconCalendar size={16} aria-hidden />}
              onClick={() => void downloadCalendar()}
            >
              {t('plan.calendar')}
            </Button>
            <Button
              size="sm"
              variant="default"
              leftSection={<IconPrinter size={16} aria-hidden />}
              onClick={() => window.print()}
            >
              {t('plan.print')}
            </Button>
          </Group>
        </Group>
        <div className="plan-time">
          <NumberInput
            className="no-print"
            label={t('plan.minutes')}
            min={1}
            max={10_000}
            step={30}
            allowDecimal={false}
            w={160}
            defaultValue={data.minutes}
            onChange={(value) => typeof value === 'number' && value >= 1 && askFor(value)}
          />
          <div>
            <Text size="sm" className="numbers" component="output">
              {t('plan.used', { planned: data.planned, spent: data.spent, minutes: data.minutes })}
            </Text>
            <Text size="sm" c="dimmed" className="no-print">
              {t('plan.minutesText')}
            </Text>
          </div>
        </div>
      </Stack>
      <Stack
        gap="md"
        className="plan-actions"
        component="section"
        aria-label={t('plan.toDo')}
        aria-busy={plan.isFetching}
      >
        <div className="section-head">
          <Title order={2}>{t('plan.toDo')}</Title>
          {actions.length > 0 && (
            <Text size="xs" c="dimmed" visibleFrom="sm" className="no-print">
              {t('plan.keys')}
            </Text>
          )}
        </div>
        {actions.length === 0 ? (
          <EmptyNotice title={t('plan.nothing')}>{data.text}</EmptyNotice>
        ) : (
          <div className="surface plan-list">
            {actions.slice(0, atOnce).map((action) => (
              <ActionCard key={action.id} action={action} steps={steps} />
            ))}
            {actions.length > atOnce && (
              <Later until={<Skeleton height={(actions.length - atOnce) * cardHeight} />}>
                {actions.slice(atOnce).map((action) => (
                  <ActionCard key={action.id} action={action} steps={steps} />
                ))}
              </Later>
            )}
          </div>
        )}
      </Stack>
      <Reminders reminders={data.reminders} />
      <Promises />
      <DoneList done={data.done} />
    </Stack>
  )
}
