import { SimpleGrid, Stack, Text, Title } from '@mantine/core'
import type { Worth } from '../../client.ts'
import { Share } from '../../components/Share.tsx'
import { unbroken } from '../../format.ts'

const pillars = [
  { key: 'calibre', title: 'Calibre', question: 'How influential are they in your field?' },
  { key: 'closeness', title: 'Relationship', question: 'Is the tie alive, both ways?' },
  { key: 'number', title: 'Right number', question: 'Do you know enough of them?' },
] as const

/** The three things the worth of a network rests on. */
export const Pillars = ({ worth }: { readonly worth: Worth }) => (
  <SimpleGrid cols={{ base: 1, sm: 3 }} component="section" aria-label="Three pillars">
    {pillars.map(({ key, title, question }) => {
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
            <Title order={2}>{title}</Title>
            <Text size="sm" c="dimmed">
              {question}
            </Text>
          </div>
          <Text fz={28} fw={600} component="div">
            <Share value={worth.pillars[key].value} />
          </Text>
          <Text size="sm">{unbroken(worth.pillars[key].text)}</Text>
          {held && (
            <Text size="sm" fw={600} c="var(--kith-accent)">
              The bottleneck
            </Text>
          )}
        </Stack>
      )
    })}
  </SimpleGrid>
)
