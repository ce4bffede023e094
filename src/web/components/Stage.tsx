import { Group, Text } from '@mantine/core'
import { useTimeout } from '@mantine/hooks'
import { useState } from 'react'
import type { AnyOperation } from '../client.ts'
import { percent } from '../format.ts'
import { useStage } from '../queries.ts'

/** What is done sooner needs no word. */
const patienceMs = 500

type Shown = { readonly stage: string; readonly share: number | null }

/**
 * What kith is doing, and how much of it is done. A screen reader is told of a new stage, not of every percent; the bar
 * tells those who ask.
 */
export const StageLine = ({ of }: { readonly of: Shown | null }) => (
  <div className="stage no-print">
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <Text size="sm" component="output" display="block" className="stage-name">
        {of?.stage}
      </Text>
      {of?.share != null && (
        <Text size="sm" c="dimmed" className="numbers" aria-hidden>
          {percent(of.share)}
        </Text>
      )}
    </Group>
    {of && <progress max={1} aria-label={of.stage} {...(of.share === null ? {} : { value: of.share })} />}
  </div>
)

/** While somebody waits for what these operations make: what kith is doing, once that takes a moment. */
export const Stage = ({ of }: { readonly of: readonly AnyOperation[] }) => {
  const [waits, setWaits] = useState(false)
  useTimeout(() => setWaits(true), patienceMs, { autoInvoke: true })
  return <StageLine of={useStage(of, waits)} />
}
