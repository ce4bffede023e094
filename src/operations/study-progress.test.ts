import { expect, test } from 'vitest'
import type { Progress } from './operation.ts'
import { runOperation } from './run.ts'
import { shareTold } from './share-told.ts'
import { studyNetwork } from './study-network.ts'
import { withNetwork } from './testing/workspace.ts'

const stagesOf = {
  structure: ['seeing who knows whom', 'finding groups', 'naming groups'],
  topics: ['reading topics'],
  map: ['laying out the map'],
} as const

test.each(['structure', 'topics', 'map'] as const)(
  'the study of %s tells its stages, and a share that rises from 0 to 1',
  (study) =>
    withNetwork(async (context) => {
      await runOperation(studyNetwork, context, { study: 'structure' })
      const told: Progress[] = []
      await runOperation(
        studyNetwork,
        { ...context, progress: (progress) => void told.push(progress) },
        { study },
      )
      const shares = told.map(({ done, total }) => done / total!)
      expect(shares[0]).toBe(0)
      expect(shares.at(-1)).toBe(1)
      expect(shares).toEqual([...shares].sort((a, b) => a - b))
      expect(shares.length).toBeGreaterThan(5)
      expect([...new Set(told.map(({ step }) => step))]).toEqual(stagesOf[study])
    }),
)

test('a share is told once a percent, and never falls', () => {
  const told: number[] = []
  const tell = shareTold({ progress: ({ done }) => void told.push(done) })
  tell(0, 'counting')
  for (let i = 0; i < 1_000; i++) tell(i / 2_000)
  tell(0.2)
  tell(2)
  expect(told).toEqual([...Array.from({ length: 50 }, (_, percent) => percent), 100])
})

test('a new stage is told at the share of the one before', () => {
  const told: string[] = []
  const tell = shareTold({ progress: ({ step, done }) => void told.push(`${step} ${done}`) })
  tell(0.5, 'reading')
  tell(0.5, 'writing')
  tell(0.5)
  expect(told).toEqual(['reading 50', 'writing 50'])
})
