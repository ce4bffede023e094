import { MantineProvider } from '@mantine/core'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, expect, test } from 'vitest'
import { speak } from '../texts/texts.ts'
import { StageLine } from './Stage.tsx'

beforeAll(() => speak('en'))

const drawn = (of: Parameters<typeof StageLine>[0]['of']): string =>
  renderToStaticMarkup(
    <MantineProvider>
      <StageLine of={of} />
    </MantineProvider>,
  )

test('a stage is announced, its share is seen, and the bar tells both', () => {
  const html = drawn({ stage: 'laying out the map', share: 0.6 })
  expect(html).toMatch(/<output[^>]*>laying out the map<\/output>/)
  expect(html).toMatch(/aria-hidden="true"[^>]*>60\s%</)
  expect(html).toMatch(/<progress[^>]*aria-label="laying out the map"[^>]*value="0.6"/)
})

test('where the share is unknown, the bar has none', () => {
  const html = drawn({ stage: 'reading', share: null })
  expect(html).toMatch(/<progress[^>]*aria-label="reading"/)
  expect(html).not.toContain('value=')
  expect(html).not.toContain('%')
})

test('before anything is known, the place that is announced stands, empty', () => {
  const html = drawn(null)
  expect(html).toMatch(/<output[^>]*><\/output>/)
  expect(html).not.toContain('<progress')
})
