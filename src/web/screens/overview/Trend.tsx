import { Text } from '@mantine/core'
import { Sparkline } from '../../charts/Sparkline.tsx'
import { percentOrUnknown } from '../../format.ts'
import { useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'

/** How the worth has moved so far, in a small line; silent while there is one point only. */
export const Trend = () => {
  const history = useReading('worth-history', {})
  const points = (history.data?.points ?? []).flatMap(({ takenAt, worth }) =>
    worth === null ? [] : [{ x: Date.parse(takenAt), y: worth }],
  )
  const first = points[0]
  const last = points.at(-1)
  if (first === undefined || last === undefined || points.length < 2) return null
  const label = t('overview.trend', { first: percentOrUnknown(first.y), last: percentOrUnknown(last.y) })
  return (
    <div>
      <Sparkline points={points} label={label} />
      <Text size="xs" c="dimmed">
        {label}
      </Text>
    </div>
  )
}
