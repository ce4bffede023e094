import { expect, test } from 'vitest'
import { needsBrowser } from './browser.ts'
import { goTo, openPage } from './pages.ts'
import { shareImport } from './setup.ts'

/** Would be run by a page that took a text for HTML. */
const script = '<img src=x onerror=globalThis.ran=1>'
const link = '[look](javascript:globalThis.ran=1) <javascript:globalThis.ran=1>'

const mail = (day: number, from: string, to: string): string =>
  `From - Mon Jan ${day} 10:00:00 2026\nFrom: ${from}\nTo: ${to}\nDate: ${day} Jan 2026 10:00:00 +0000\nMessage-ID: <${day}@kith.example>\nSubject: ${script} of ${day}\n\nHello, shall we talk about optics?\n`

const me = 'me@home.example'
const stranger = `"${script}" <ada?bcc=all@engine.example>`
const mailbox = Array.from({ length: 12 }, (_, at) =>
  at % 2 === 0 ? mail(5 + at, stranger, me) : mail(5 + at, me, stranger),
).join('\n')

const shared = shareImport('hostile.mbox', mailbox, me)

const screens = ['/', '/people', '/plan', '/worth', '/discover', '/topics', '/outcomes', '/map', '/import']

test(
  'names, subjects, notes, tags, goals and views of strangers are shown as text, and their links lead to no script',
  { ...needsBrowser, timeout: 180_000 },
  async () => {
    const { page, errors } = await openPage(shared.browser)
    await page.goto(shared.kith.url)
    const ask = (method: string, path: string, body?: unknown): Promise<unknown> =>
      page.evaluate(
        async ([how, to, what]) => {
          const response = await fetch(`/api/v1${to}`, {
            method: how as string,
            headers: { 'x-kith': '1', 'content-type': 'application/json' },
            ...(what === undefined ? {} : { body: JSON.stringify(what) }),
          })
          const answer: unknown = await response.json()
          if (!response.ok) throw new Error(JSON.stringify(answer))
          return answer
        },
        [method, path, body] as const,
      )
    const { people } = (await ask('GET', '/people')) as { people: { id: number; name: string }[] }
    const person = people.find(({ name }) => name === script)
    expect(person).toBeDefined()
    const who = String(person?.id)
    await ask('POST', '/goals', { kind: 'referrals', target: 2, title: script.slice(0, 60) })
    await ask('POST', '/views', { name: script, sort: 'name' })
    await page.goto(`${shared.kith.url}/people/${who}`)
    const notes = page.getByRole('region', { name: 'Notes and tags' })
    await notes
      .getByRole('textbox', { name: 'Write a note' })
      .fill(`${script} ${link} [mail](mailto:a@b.example)`)
    await notes.getByRole('button', { name: 'Save' }).click()
    await notes.getByRole('link', { name: 'mail', exact: true }).waitFor()
    // An address stays one, whatever it has in it.
    const letters = await page
      .locator('main a[href^="mailto:ada"]')
      .evaluateAll((all) => all.map((letter) => letter.getAttribute('href')))
    expect(new Set(letters)).toEqual(new Set(['mailto:ada%3Fbcc%3Dall@engine.example']))
    const hostile = (): Promise<string[]> =>
      page.evaluate(() => [
        ...[...document.querySelectorAll('img[src="x"], [onerror]')].map(({ outerHTML }) => outerHTML),
        ...[...document.links].filter(({ protocol }) => protocol === 'javascript:').map(({ href }) => href),
        ...('ran' in globalThis ? ['a script ran'] : []),
      ])
    expect(await hostile()).toEqual([])
    for (const screen of [...screens, `/people/${who}`]) {
      await goTo(page, screen)
      expect([screen, await hostile()]).toEqual([screen, []])
    }
    expect(errors).toEqual([])
  },
)
