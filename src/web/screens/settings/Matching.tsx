import { Button, Group, NumberInput, SimpleGrid, Skeleton, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Output, sentenceOf } from '../../client.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { tell, tellError } from '../../notify.tsx'
import { useChanging, useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'

/** From when on kith merges people by itself, and asks; how numbers without a country are read. */
export const Matching = () => {
  const settings = useReading('get-identity-settings', {})
  if (settings.isPending) return <Skeleton height={160} />
  if (settings.isError)
    return <ErrorNotice sentence={sentenceOf(settings.error)} onRetry={() => void settings.refetch()} />
  const { automatic, review, region } = settings.data
  return <Form key={`${automatic} ${review} ${region}`} {...settings.data} />
}

const Form = ({ automatic, review, region }: Output<'get-identity-settings'>) => {
  const save = useChanging('set-identity-settings')
  const anew = useChanging('resolve-identities')
  const [merged, setMerged] = useState<number | string>(automatic)
  const [asked, setAsked] = useState<number | string>(review)
  const [country, setCountry] = useState(region ?? '')
  const changed = merged !== automatic || asked !== review || country !== (region ?? '')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(
          {
            automatic: typeof merged === 'number' ? merged : automatic,
            review: typeof asked === 'number' ? asked : review,
            region: country.trim(),
          },
          { onSuccess: () => tell(t('common.saved')) },
        )
      }}
    >
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, sm: 2 }} style={{ alignItems: 'end' }}>
          <NumberInput
            label={t('review.settings.automatic')}
            description={t('review.settings.automaticHint')}
            suffix=" %"
            min={90}
            max={100}
            decimalScale={1}
            value={merged}
            onChange={setMerged}
          />
          <NumberInput
            label={t('review.settings.review')}
            description={t('review.settings.reviewHint')}
            suffix=" %"
            min={1}
            max={100}
            decimalScale={1}
            value={asked}
            onChange={setAsked}
          />
        </SimpleGrid>
        <TextInput
          label={t('review.settings.region')}
          description={t('review.settings.regionHint')}
          maxLength={2}
          maw={420}
          value={country}
          onChange={(event) => setCountry(event.currentTarget.value.toUpperCase())}
        />
        {save.isError && (
          <Text size="sm" c="red" role="alert">
            {sentenceOf(save.error)}
          </Text>
        )}
        <Group justify="space-between">
          <Button
            variant="default"
            size="sm"
            disabled={changed}
            loading={anew.isPending}
            onClick={() =>
              anew.mutate(
                {},
                {
                  onSuccess: (found) => tell(t('review.settings.done', found)),
                  onError: tellError,
                },
              )
            }
          >
            {t('review.settings.anew')}
          </Button>
          <Button type="submit" size="sm" loading={save.isPending} disabled={!changed}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
