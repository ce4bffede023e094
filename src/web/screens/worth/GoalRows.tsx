import { Anchor, Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { GoalWorth } from '../../client.ts'
import { Share } from '../../components/Share.tsx'
import { count } from '../../format.ts'
import { t } from '../../texts/texts.ts'
import { goalText } from '../../words.ts'

const missing = ({ shortfall }: GoalWorth): string => {
  if (shortfall === null) return t('goals.brief.outOfReach')
  return shortfall === 0 ? t('goals.brief.enough') : t('goals.brief.missing', { count: shortfall })
}

/** Each goal in a line: how likely it is, and how many contacts it still takes. */
export const GoalRows = ({ goals }: { readonly goals: readonly GoalWorth[] }) => (
  <div className="surface goal-rows">
    <ul className="quiet-list">
      {goals.map((of) => (
        <li key={of.goal.id ?? 'assumed'}>
          <Group justify="space-between" gap="4px 20px">
            <div>
              <Text fw={550} size="sm">
                {goalText(of.goal)}
                {of.assumed && (
                  <Text span c="dimmed" fw={400} size="sm">
                    {' '}
                    {t('goals.example')}
                  </Text>
                )}
              </Text>
              <Text size="xs" c="dimmed" className="numbers">
                {missing(of)} · {t('goals.brief.have', { count: of.have, have: count(of.have) })}
              </Text>
            </div>
            <Text component="div" fw={600}>
              <Share value={of.probability} />
            </Text>
          </Group>
        </li>
      ))}
    </ul>
    <Anchor component={Link} to="/worth" size="sm" underline="always">
      {t('overview.more')}
    </Anchor>
  </div>
)
