import { expect, test } from 'vitest'
import { needsBrowser } from './browser.ts'
import { askSample, openPage, openSample } from './pages.ts'
import { shareSample } from './setup.ts'

const shared = shareSample()

test.each([{ width: 1280 }, { width: 390 }])(
  'the map is drawn, finds a person and a path between two, and is saved as a picture: %j',
  needsBrowser,
  async (options) => {
    const { page, errors } = await openPage(shared.browser, options)
    await openSample(page, `${shared.kith.url}/map`)
    await page.locator('.map-canvas canvas').first().waitFor({ timeout: 60_000 })
    const { nodes, edges } = await askSample<{
      nodes: { name: string }[]
      edges: { source: number[]; target: number[] }
    }>(page, '/map?edges=1&nodes=20000')
    const [from, to] = [edges.source[0], edges.target[0]].map((place) => nodes[place ?? 0]?.name ?? '')
    const pick = async (label: string, name = ''): Promise<void> => {
      await page.getByRole('combobox', { name: label, exact: true }).fill(name)
      await page.getByRole('option', { name, exact: true }).first().click()
    }
    await pick('Find a person on the map', from)
    await page.getByRole('link', { name: `Open ${from ?? ''}` }).waitFor()
    await pick('To', to)
    await page.getByText(`${from ?? ''} → ${to ?? ''}: `).waitFor()
    for (const [button, file] of [
      ['Save as SVG', 'kith-map.svg'],
      ['Save as PNG', 'kith-map.png'],
    ] as const) {
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: button }).click()
      expect((await download).suggestedFilename()).toBe(file)
    }
    // Most of a young network has no tie to others: they are drawn when asked for.
    await page.getByRole('switch', { name: /without ties to others/ }).click()
    await page
      .getByRole('application', { name: `Map of ${nodes.length.toLocaleString('en')} people` })
      .waitFor()
    // By keys alone, and without a mouse.
    await page.getByRole('application').focus()
    for (const key of ['+', 'ArrowLeft', 'ArrowUp', '0']) await page.keyboard.press(key)
    expect(errors).toEqual([])
  },
)
