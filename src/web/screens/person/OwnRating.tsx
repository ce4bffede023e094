import { Button, Group, NumberInput, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { type PersonDetail, sentenceOf } from '../../client.ts'
import { tellUndo } from '../../notify.tsx'
import { useChanging } from '../../queries.ts'
import { t } from '../../texts/texts.ts'

const asPercent = (level: number): number => Math.round(level * 100)

/** Asks for the user's own rating of somebody's influence in the field, and takes it back on demand. */
export const OwnRating = ({ person }: { readonly person: PersonDetail }) => {
  const given = person.calibreEvidence.find(({ kind }) => kind === 'rating')
  const [value, setValue] = useState<number | string>(given === undefined ? '' : asPercent(given.level))
  const rate = useChanging('rate-person')
  const who = String(person.id)
  const save = (rating: number | 'clear'): void =>
    rate.mutate(
      { who, rating },
      {
        onSuccess: ({ before }) => {
          if (rating === 'clear') setValue('')
          tellUndo(
            rating === 'clear' ? t('calibre.rating.cleared') : t('calibre.rating.done', { percent: rating }),
            () => {
              setValue(before === null ? '' : asPercent(before))
              rate.mutate({ who, rating: before === null ? 'clear' : before * 100 })
            },
          )
        },
      },
    )
  return (
    <Stack className="no-print" gap="xs" mt="lg" component="section" aria-label={t('calibre.rating.title')}>
      <Text size="sm" fw={600}>
        {t('calibre.rating.title')}
      </Text>
      <Text size="sm" c="dimmed">
        {t('calibre.rating.text')}
      </Text>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (typeof value === 'number') save(value)
        }}
      >
        <Group align="flex-end" gap="sm">
          <NumberInput
            label={t('calibre.rating.label')}
            min={0}
            max={100}
            clampBehavior="strict"
            allowDecimal={false}
            value={value}
            onChange={setValue}
            error={rate.isError ? sentenceOf(rate.error) : null}
            size="sm"
            w={{ base: '100%', xs: 260 }}
          />
          <Button type="submit" loading={rate.isPending} disabled={typeof value !== 'number'}>
            {t('calibre.rating.save')}
          </Button>
          {given !== undefined && (
            <Button variant="default" onClick={() => save('clear')}>
              {t('calibre.rating.clear')}
            </Button>
          )}
        </Group>
      </form>
    </Stack>
  )
}
