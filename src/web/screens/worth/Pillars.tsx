import { SimpleGrid, Stack, Text, Title } from '@mantine/core'
import type { Worth } from '../../client.ts'
import { Share } from '../../components/Share.tsx'
import { unbroken } from '../../format.ts'
import { t } from '../../texts/texts.ts'

const pillars = ['calibre', 'closeness', 'number'] as const

/** The three things the worth of a network rests on. */
export const Pillars = ({ worth }: { readonly worth: Worth }) => (
  <SimpleGrid cols={{ base: 1, sm: 3 }} component="section" aria-label={t('overview.pillars.label')}>
    {pillars.map((key) => {
      const held = worth.bottleneck.pillar === key
      return (
        <Stack
          key={key}
          className="surface"
          p="lg"
          gap={8}
          style={held ? { borderColor: 'var(--kith-accent)' } : {}}
        >
          <div>
            <Title order={2}>{t(`overview.pillars.${key}`)}</Title>
            <Text size="sm" c="dimmed">
              {t(`overview.pillars.${key}Question`)}
            </Text>
          </div>
          <Text fz={28} fw={600} component="div">
            <Share value={worth.pillars[key].value} />
          </Text>
          <Text size="sm">{unbroken(worth.pillars[key].text)}</Text>
          {held && (
            <Text size="sm" fw={600} c="var(--kith-accent)">
              {t('overview.pillars.bottleneck')}
            </Text>
          )}
        </Stack>
      )
    })}
  </SimpleGrid>
)
