import { expect, test } from 'vitest'
import { needsBrowser } from './browser.ts'
import { openPage } from './pages.ts'
import { shareKithAndBrowser } from './setup.ts'

const shared = shareKithAndBrowser()

test(
  'the API can be read at /api/docs, under the strict content policy, with nothing from elsewhere',
  needsBrowser,
  async () => {
    const { context } = await openPage(shared.browser)
    // A page that keeps the policy of the server.
    const strict = await shared.browser.newContext()
    const page = await strict.newPage()
    const errors: string[] = []
    const elsewhere: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text())
    })
    page.on('request', (request) => {
      if (!request.url().startsWith(shared.kith.url) && !request.url().startsWith('data:'))
        elsewhere.push(request.url())
    })
    await page.goto(`${shared.kith.url}/api/docs`)
    await page.getByText('Lists the accounts kith keeps up with').first().waitFor({ state: 'attached' })
    expect(elsewhere).toEqual([])
    expect(errors).toEqual([])
    await strict.close()
    await context.close()
  },
)
