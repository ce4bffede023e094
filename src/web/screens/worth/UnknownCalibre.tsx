import { Anchor, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Worth } from '../../client.ts'
import { percent } from '../../format.ts'
import { Rich } from '../../texts/Rich.tsx'

/** For how many contacts the middle of the scale stands in; silent where for none. */
export const UnknownCalibre = ({ worth }: { readonly worth: Worth }) =>
  worth.unknownCalibre === 0 ? null : (
    <Text size="sm" c="dimmed">
      <Rich
        text="overview.unknownCalibre"
        variables={[{ count: worth.unknownCalibre, mean: percent(worth.meanCalibre) }]}
        tags={{ a: <Anchor component={Link} to="/import" inherit underline="always" /> }}
      />
    </Text>
  )
