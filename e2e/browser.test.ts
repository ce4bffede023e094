import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { launchBrowser, needsBrowser } from './browser.ts'

test('the browser runs a page with its script, and draws with WebGL', needsBrowser, async () => {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(
      '<canvas></canvas><button onclick="this.textContent = \'warm\'">cold</button>' +
        "<script>document.title = document.querySelector('canvas').getContext('webgl2') ? 'drawn' : 'blank'</script>",
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    await page.getByRole('button', { name: 'cold' }).click()
    expect(await page.getByRole('button').textContent()).toBe('warm')
    expect(await page.title()).toBe('drawn')
    expect((await page.screenshot()).length).toBeGreaterThan(1000)
  } finally {
    await browser.close()
    server.close()
  }
})
