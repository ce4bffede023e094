import { Button, Group, NumberInput, SimpleGrid, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type Output, sentenceOf } from '../../client.ts'
import { count } from '../../format.ts'
import { tellError } from '../../notify.tsx'
import { useChanging } from '../../queries.ts'
import { t } from '../../texts/texts.ts'

type Costs = Output<'attention-curve'>['costs']
type Field = number | string

/** What keeping a tie up costs the user: the assumptions, or numbers of their own in their place. */
export const AttentionCosts = ({ costs }: { readonly costs: Costs }) => {
  const [layers, setLayers] = useState<readonly { upTo: Field; minutes: Field }[]>(costs.layers)
  const [further, setFurther] = useState<Field>(costs.further)
  const save = useChanging('set-attention-costs')
  const reset = useChanging('reset-attention-costs')
  const change = (at: number, next: Partial<(typeof layers)[number]>): void =>
    setLayers((before) => before.map((layer, i) => (i === at ? { ...layer, ...next } : layer)))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    save.mutate({
      layers: layers.map(({ upTo, minutes }) => `${upTo}:${minutes}`),
      ...(typeof further === 'number' ? { further } : {}),
    })
  }
  return (
    <details className="more">
      <summary>{t('worth.attention.change')}</summary>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm" mt="sm" maw={520}>
          <Text size="sm" c="dimmed">
            {t('worth.attention.changeText')}
          </Text>
          {layers.map((layer, at) => (
            // Layers are neither added nor moved here: their place names them.
            <SimpleGrid cols={2} key={costs.layers[at]?.upTo ?? at}>
              <NumberInput
                label={t('worth.attention.upTo', { layer: count(at + 1) })}
                min={1}
                max={5000}
                allowDecimal={false}
                value={layer.upTo}
                onChange={(upTo) => change(at, { upTo })}
              />
              <NumberInput
                label={t('worth.attention.minutes', { layer: count(at + 1) })}
                min={0}
                max={10_000}
                value={layer.minutes}
                onChange={(minutes) => change(at, { minutes })}
              />
            </SimpleGrid>
          ))}
          <NumberInput
            label={t('worth.attention.further')}
            min={0}
            max={10_000}
            step={0.1}
            value={further}
            onChange={setFurther}
          />
          {save.isError && (
            <Text size="sm" c="var(--mantine-color-error)" role="alert">
              {sentenceOf(save.error)}
            </Text>
          )}
          <Group gap="xs">
            <Button type="submit" size="sm" loading={save.isPending}>
              {t('worth.attention.save')}
            </Button>
            {!costs.assumed && (
              <Button
                size="sm"
                variant="default"
                loading={reset.isPending}
                onClick={() => reset.mutate({}, { onError: tellError })}
              >
                {t('worth.attention.reset')}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </details>
  )
}
