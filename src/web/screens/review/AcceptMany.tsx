import { Button, Group, NumberInput, Stack, Title } from '@mantine/core'
import { useState } from 'react'
import { percent } from '../../format.ts'
import { t } from '../../texts/texts.ts'

const USUAL = 95

/** Merges all pairs above a bar at once. */
export const AcceptMany = ({
  working,
  onAccept,
}: {
  readonly working: boolean
  readonly onAccept: (above: number) => void
}) => {
  const [bar, setBar] = useState<number>(USUAL)
  return (
    <Stack className="surface" p="lg" gap="sm" component="section" aria-label={t('review.acceptTitle')}>
      <Title order={2}>{t('review.acceptTitle')}</Title>
      <Group align="flex-end">
        <NumberInput
          label={t('review.acceptBar')}
          value={bar}
          min={50}
          max={100}
          clampBehavior="blur"
          w={200}
          onChange={(value) => setBar(typeof value === 'number' ? value : USUAL)}
        />
        <Button
          variant="default"
          loading={working}
          onClick={() => onAccept(bar)}
          h="auto"
          mih={36}
          py={6}
          styles={{ label: { whiteSpace: 'normal' } }}
        >
          {t('review.accept', { share: percent(bar / 100) })}
        </Button>
      </Group>
    </Stack>
  )
}
