import type { Page } from 'playwright-core'
import { visit } from './visits.ts'

/** Something to press on a screen, and what shows that it was heard: what was asked for, or that it is on its way. */
type Control = {
  readonly what: string
  readonly on: string
  /** What is clicked, typed into, or there when a key is pressed. */
  readonly at: string
  readonly key?: string
  readonly letter?: string
  /** What fits once it was heard. What was there before is marked `data-before`. */
  readonly heard: string
}

const row = '.people-row[data-index="0"] a'
const dialog = '[role="dialog"]'

/** What is used most inside the screens, each begun from the overview. */
const controls: readonly Control[] = [
  {
    what: 'people: sort by name',
    on: '/people',
    at: '.people-name-column .people-sort',
    heard: '.people-name-column[aria-sort="ascending"]',
  },
  {
    what: 'people: a letter in the search',
    on: '/people',
    at: 'input[type="search"]',
    letter: 'p',
    heard: 'input[type="search"][value="p"]',
  },
  { what: 'people: the filters', on: '/people', at: 'button:has(.tabler-icon-filter)', heard: dialog },
  { what: 'people: a person', on: '/people', at: row, heard: 'main:not(:has(.people-table))' },
  { what: 'people: chosen', on: '/people', at: '.people-check', heard: '.people-check:checked' },
  {
    what: 'discover: a tab',
    on: '/discover',
    at: '[role="tab"]:nth-of-type(2)',
    heard: '[role="tab"]:nth-of-type(2)[aria-selected="true"]',
  },
  {
    what: 'worth: a goal to set',
    on: '/worth',
    at: '[aria-label="Goals"] button:has(.tabler-icon-plus)',
    heard: dialog,
  },
  {
    what: 'plan: an action done',
    on: '/plan',
    at: '[data-plan-action] button:has(.tabler-icon-check)',
    heard: 'main:not(:has([data-plan-action][data-before]))',
  },
  { what: 'palette: opened', on: '/worth', at: 'main h1', key: 'k', heard: '.mantine-Spotlight-search' },
]

/** Presses a control in the page; milliseconds until the frame in which it shows has been painted. */
const press = (page: Page, control: Control): Promise<number> =>
  page.evaluate(
    ({ at, key, letter, heard }) =>
      new Promise<number>((resolve, reject) => {
        const element = document.querySelector<HTMLElement>(at)
        if (element === null) return reject(new Error(`There is no ${at} on this page.`))
        document.querySelector('[data-plan-action]')?.setAttribute('data-before', '')
        const began = performance.now()
        const look = (): void => {
          if (document.querySelector(heard) === null) requestAnimationFrame(look)
          // A frame's callback comes before it is painted, a task after it.
          else setTimeout(() => resolve(performance.now() - began))
        }
        if (key !== undefined)
          document.documentElement.dispatchEvent(
            new KeyboardEvent('keydown', {
              key,
              code: 'KeyK',
              ctrlKey: true,
              bubbles: true,
              cancelable: true,
            }),
          )
        else if (letter !== undefined && element instanceof HTMLInputElement) {
          // React listens to the browser's own change of the value.
          Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(element, letter)
          element.dispatchEvent(new InputEvent('input', { bubbles: true, data: letter }))
        } else element.click()
        requestAnimationFrame(look)
      }),
    control,
  )

/** Presses each, on a screen that is whole. */
export async function pressAll(page: Page, tell: (what: string, tookMs: number) => void): Promise<void> {
  for (const control of controls) {
    if (new URL(page.url()).pathname !== '/') await visit(page, '/')
    await visit(page, control.on)
    await page.locator(control.at).first().waitFor()
    tell(control.what, await press(page, control))
    await page.keyboard.press('Escape')
  }
}
