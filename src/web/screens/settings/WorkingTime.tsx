import { Button, Chip, Group, NumberInput, Skeleton, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type Output, sentenceOf } from '../../client.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { tell } from '../../notify.tsx'
import { useChanging, useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'

type Time = Output<'get-working-time'>
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const satisfies Time['days']

const TimeForm = ({ time }: { readonly time: Time }) => {
  const [minutes, setMinutes] = useState<number | string>(time.minutes)
  const [days, setDays] = useState<string[]>(time.days)
  const [from = '', to = ''] = time.hours?.split('-') ?? []
  const [start, setStart] = useState(from)
  const [end, setEnd] = useState(to)
  const isWrong = (start === '') !== (end === '') || (end !== '' && end <= start)
  const set = useChanging('set-working-time')
  const save = (event: FormEvent): void => {
    event.preventDefault()
    set.mutate(
      {
        minutes: Number(minutes),
        days: weekdays.filter((day) => days.includes(day)),
        hours: start === '' ? 'any' : `${start}-${end}`,
      },
      { onSuccess: () => tell(t('common.saved')) },
    )
  }
  return (
    <form onSubmit={save}>
      <Stack gap="sm">
        <NumberInput
          label={t('settings.time.minutes')}
          description={t('settings.time.minutesText')}
          min={0}
          max={10_080}
          step={15}
          allowDecimal={false}
          value={minutes}
          onChange={setMinutes}
          maw={260}
        />
        <fieldset className="plain-fieldset">
          <Text component="legend" size="sm" fw={500} mb={6}>
            {t('settings.time.days')}
          </Text>
          <Chip.Group multiple value={days} onChange={setDays}>
            <Group gap="xs">
              {weekdays.map((day) => (
                <Chip key={day} value={day} size="sm" variant="outline">
                  {t(`person.mark.day.${day}`)}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        </fieldset>
        <fieldset className="plain-fieldset">
          <Text component="legend" size="sm" fw={500} mb={6}>
            {t('settings.time.hours')}
          </Text>
          <Group gap="sm" align="end">
            <TextInput
              type="time"
              label={t('settings.time.from')}
              value={start}
              onChange={(event) => setStart(event.currentTarget.value)}
            />
            <TextInput
              type="time"
              label={t('settings.time.to')}
              value={end}
              error={isWrong && end !== ''}
              onChange={(event) => setEnd(event.currentTarget.value)}
            />
          </Group>
          <Text
            size="sm"
            c={isWrong ? 'var(--mantine-color-error)' : 'dimmed'}
            mt={6}
            role={isWrong ? 'alert' : undefined}
          >
            {t(isWrong ? 'settings.time.wrongHours' : 'settings.time.hoursText')}
          </Text>
        </fieldset>
        {set.isError && <ErrorNotice sentence={sentenceOf(set.error)} />}
        <Group>
          <Button type="submit" size="sm" loading={set.isPending} disabled={minutes === '' || isWrong}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** How much time there is a week, on which days and in which hours: the plan keeps to them. */
export const WorkingTime = () => {
  const time = useReading('get-working-time', {})
  if (time.isPending) return <Skeleton height={120} />
  if (time.isError)
    return <ErrorNotice sentence={sentenceOf(time.error)} onRetry={() => void time.refetch()} />
  return <TimeForm key={JSON.stringify(time.data)} time={time.data} />
}
