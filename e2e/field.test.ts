import { expect, test } from 'vitest'
import { needsBrowser } from './browser.ts'
import { openPage } from './pages.ts'
import { shareImport } from './setup.ts'

const me = 'me@home.example'
const people = ['ada@engine.example', 'bob@engine.example', 'cy@engine.example', 'dee@choir.example']
const subjects = [
  'Pipeline storage',
  'Storage auction',
  'Cavern storage',
  'Storage fees',
  'Gas storage rates',
]

/** Everybody writes about storage, but for one who sings. */
const mailbox = people
  .flatMap((from, i) =>
    (i === 3 ? subjects.map((_, k) => `Choir rehearsal ${'abcde'[k]}song`) : subjects).map((subject, k) =>
      [
        'From - Wed May 20 00:00:00 2026',
        `From: <${k === 4 ? me : from}>`,
        `To: <${k === 4 ? from : me}>`,
        `Date: ${new Date(Date.UTC(2026, 0, 1 + k, i)).toUTCString().replace('GMT', '+0000')}`,
        `Message-ID: <${i}.${k}@test.example>`,
        `Subject: ${subject}`,
        '',
        'Text.',
        '',
      ].join('\n'),
    ),
  )
  .join('\n')

const shared = shareImport('in.mbox', mailbox, me)

test(
  'topics are picked and let go of by keyboard, taken back, and shown with a person',
  needsBrowser,
  async () => {
    const { page, errors } = await openPage(shared.browser)
    await page.goto(`${shared.kith.url}/settings`)
    const section = page.getByRole('region', { name: 'Field', exact: true })
    await section.getByRole('button', { name: /^storage · \d people whom it fits/ }).focus()
    await page.keyboard.press('Enter')
    const chip = section.getByRole('button', { name: 'Let go of the topic storage' })
    await chip.waitFor()
    // The suggestion is gone, and what it means is explained.
    await section.getByText('“storage” in subjects').first().waitFor()
    expect(await section.getByRole('button', { name: /^storage · / }).count()).toBe(0)
    await chip.focus()
    await page.keyboard.press('Enter')
    await section.getByText('None picked yet').waitFor()
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await chip.waitFor()

    await page.goto(`${shared.kith.url}/people`)
    await page.getByText('ada@engine.example').first().click()
    const relevance = page.getByRole('region', { name: 'In your field' })
    await relevance.getByText('storage · 4').waitFor()
    expect(errors).toEqual([])
  },
)
