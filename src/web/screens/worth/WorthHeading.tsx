import { Group, Stack, Text } from '@mantine/core'
import type { Worth } from '../../client.ts'
import { likelihood, percent, sentence, shortDate } from '../../format.ts'
import { t } from '../../texts/texts.ts'

/** What the network is worth, as a number, in words and with what it means. */
export const WorthHeading = ({ worth }: { readonly worth: Worth }) => {
  if (worth.worth === null) return <Text size="lg">{worth.bottleneck.text}</Text>
  const assumed = worth.goals.some((goal) => goal.assumed)
  const which = assumed ? 'Example' : worth.goals.length > 1 ? 'Goals' : 'Goal'
  return (
    <Stack gap={4}>
      <Group gap="md" align="baseline">
        <Text className="numbers" fz={52} fw={650} lh={1} c="var(--kith-accent)">
          {percent(worth.worth)}
        </Text>
        <Text size="lg" fw={500}>
          {sentence(t(`overview.toReach${which}`, { likelihood: likelihood(worth.worth) }))}
        </Text>
      </Group>
      <Text c="dimmed" size="sm">
        {t(`overview.meaning${which}`)}
        {worth.scoredAt && ` ${t('overview.asOf', { date: shortDate(worth.scoredAt) })}`}
      </Text>
    </Stack>
  )
}
