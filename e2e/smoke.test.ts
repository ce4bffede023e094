import { expect, test } from 'vitest'
import { launchBrowser, needsBrowser } from './browser.ts'
import { startKith } from './kith.ts'

test('a fresh database is healthy, over HTTP', async () => {
  const kith = await startKith()
  try {
    const headers = { authorization: `Bearer ${kith.token}` }
    const health = await fetch(`${kith.url}/api/v1/health`, { headers })
    expect(await health.json()).toMatchObject({ ok: true })
    expect((await fetch(`${kith.url}/api/v1/health`)).status).toBe(401)
  } finally {
    await kith.stop()
  }
})

test('the web app opens without an error in the console', needsBrowser, async () => {
  const kith = await startKith()
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text())
    })
    await page.goto(kith.url)
    await page.locator('#root > :not(style)').first().waitFor()
    expect(await page.title()).toContain('kith')
    expect(errors).toEqual([])
  } finally {
    await browser.close()
    await kith.stop()
  }
})
