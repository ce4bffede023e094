import { Badge, Button, Group, NumberInput, SimpleGrid, Slider, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { sentenceOf } from '../../client.ts'
import { type Picked, PersonPicker } from '../../components/PersonPicker.tsx'
import { ScrollX } from '../../components/ScrollX.tsx'
import { Section } from '../../components/Section.tsx'
import { useFoundPeople } from '../../find-people.ts'
import { count, percent, percentOrUnknown, unbroken } from '../../format.ts'
import { useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'

/** kith answers within milliseconds: only what comes between two pictures is left out. */
const delayMs = 60
/** Beyond ten hours a week the field takes any number. */
const mostOnSlider = 600

type Change = {
  readonly minutes: number | string
  readonly more: number | string
  readonly target: number | string
  readonly without: readonly Picked[]
}
const none: Change = { minutes: '', more: '', target: '', without: [] }

const inputOf = ({ minutes, more, target, without }: Change) => ({
  ...(typeof minutes === 'number' ? { minutes } : {}),
  ...(typeof more === 'number' ? { more } : {}),
  ...(typeof target === 'number' && target >= 1 ? { target } : {}),
  without: without.map(({ id }) => String(id)),
})

/** Tries a change of hours, people or target, and shows what the network would be worth. */
export const WhatIf = () => {
  const [change, setChange] = useState<Change>(none)
  const [settled] = useDebouncedValue(change, delayMs)
  const result = useReading('what-if', inputOf(settled), { keep: true })
  const set = (next: Partial<Change>): void => setChange((before) => ({ ...before, ...next }))
  return (
    <Section
      title={t('worth.whatIf.title')}
      aside={
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => setChange(none)}
          disabled={change === none}
        >
          {t('worth.whatIf.reset')}
        </Button>
      }
    >
      <Text size="sm" c="dimmed">
        {t('worth.whatIf.text')}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Stack gap="xs">
          <NumberInput
            label={t('worth.whatIf.minutes')}
            placeholder={t('worth.whatIf.minutesAny')}
            min={0}
            max={10_000}
            step={30}
            value={change.minutes}
            onChange={(minutes) => set({ minutes })}
          />
          <Slider
            thumbLabel={t('worth.whatIf.minutes')}
            min={0}
            max={mostOnSlider}
            step={5}
            label={null}
            value={typeof change.minutes === 'number' ? Math.min(mostOnSlider, change.minutes) : mostOnSlider}
            onChange={(minutes) => set({ minutes })}
          />
        </Stack>
        <NumberInput
          label={t('worth.whatIf.more')}
          placeholder="0"
          min={0}
          max={10_000}
          allowDecimal={false}
          value={change.more}
          onChange={(more) => set({ more })}
        />
        <NumberInput
          label={t('worth.whatIf.target')}
          placeholder={t('worth.whatIf.minutesAny')}
          min={1}
          max={1_000_000}
          allowDecimal={false}
          value={change.target}
          onChange={(target) => set({ target })}
        />
        <PersonPicker
          // A picker that was used is a new one, ready for the next person.
          key={change.without.length}
          label={t('worth.whatIf.without')}
          value={null}
          useFound={useFoundPeople}
          onChange={(person) =>
            person !== null &&
            !change.without.some(({ id }) => id === person.id) &&
            set({ without: [...change.without, person] })
          }
        />
      </SimpleGrid>
      {change.without.length > 0 && (
        <Group gap="xs">
          {change.without.map(({ id, name }) => (
            <Badge
              key={id}
              variant="default"
              size="lg"
              tt="none"
              fw={500}
              component="button"
              type="button"
              style={{ cursor: 'pointer' }}
              aria-label={t('people.filter.takeOff', { filter: name })}
              onClick={() => set({ without: change.without.filter((other) => other.id !== id) })}
            >
              {name} ×
            </Badge>
          ))}
        </Group>
      )}
      {result.isError && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {sentenceOf(result.error)}
        </Text>
      )}
      {result.data && (
        <Stack gap="sm" aria-live="polite" aria-busy={result.isFetching}>
          <Group gap="xl" className="numbers">
            <div>
              <Text size="sm" c="dimmed">
                {t('worth.whatIf.now')}
              </Text>
              <Text fz={22} fw={600}>
                {percentOrUnknown(result.data.before)}
              </Text>
            </div>
            <div>
              <Text size="sm" c="dimmed">
                {t('worth.whatIf.after')}
              </Text>
              <Text fz={22} fw={600} c="var(--kith-accent)">
                {percentOrUnknown(result.data.after)}
              </Text>
            </div>
          </Group>
          <Text size="sm">{unbroken(result.data.text)}</Text>
          {result.data.goals.length > 0 && (
            <ScrollX label={t('worth.whatIf.title')}>
              <table className="facts-table numbers">
                <thead>
                  <tr>
                    <th scope="col">{t('worth.whatIf.goal')}</th>
                    <th scope="col">{t('worth.whatIf.now')}</th>
                    <th scope="col">{t('worth.whatIf.after')}</th>
                    <th scope="col" className="end">
                      {t('worth.whatIf.counting')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {result.data.goals.map(({ goalId, text, before, after }) => (
                    <tr key={goalId ?? text}>
                      <th scope="row">{text}</th>
                      <td>{percent(before.probability)}</td>
                      <td>{percent(after.probability)}</td>
                      <td className="end">
                        {t('worth.whatIf.change', { before: count(before.have), after: count(after.have) })}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollX>
          )}
        </Stack>
      )}
    </Section>
  )
}
