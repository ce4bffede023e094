/**
 * Runs before the page is drawn, as a script of its own that waits for nothing: sets theme and language as the user
 * chose them, and has everything the first screen needs on its way at once, while the frame is on screen already.
 */
import { chosenLanguage, languageOf } from '../texts/language.ts'
import { currentWorkspace, headersFor } from '../headers.ts'
import { askEarly } from './ahead.ts'

/** What the build knows: the files of each screen, and of each language. */
type Parts = {
  readonly screens: Readonly<Record<string, readonly string[]>>
  readonly texts: Readonly<Record<string, readonly string[]>>
}

/** What each screen asks first; the app takes the answers from here. */
const firstQuestions: Readonly<Record<string, readonly string[]>> = { '/': ['/worth', '/status'] }

const page = document.documentElement
const path = location.pathname
const screen = `/${path.split('/')[1] ?? ''}`
const language = chosenLanguage() ?? languageOf(navigator.languages)

const readTheme = (): 'light' | 'dark' => {
  const chosen = localStorage.getItem('mantine-color-scheme-value')
  if (chosen === 'light' || chosen === 'dark') return chosen
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

const preload = (file: string): void => {
  const link = document.createElement('link')
  link.rel = 'modulepreload'
  link.href = file
  document.head.append(link)
}

/** Says in the frame which screen is coming. */
const nameScreen = (): void => {
  if (screen === '/welcome') page.dataset['bare'] = ''
  const way = document.querySelector(`.frame a[href="${CSS.escape(screen)}"]`)
  way?.setAttribute('aria-current', 'page')
  // Somebody's page is named after them, which kith has yet to say.
  if (way?.matches('[data-titled]') && screen === path)
    document
      .querySelector('.frame h1')
      ?.replaceChildren(...[...way.children].slice(1).map((each) => each.cloneNode(true)))
}

page.lang = language
page.dataset['mantineColorScheme'] = readTheme()
page.dataset['workspace'] = currentWorkspace()
const parts = JSON.parse(
  document.querySelector<HTMLMetaElement>('meta[name="kith-parts"]')?.content ?? '{}',
) as Partial<Parts>
for (const file of [...(parts.texts?.[language] ?? []), ...(parts.screens?.[path] ?? [])]) preload(file)
for (const question of firstQuestions[path] ?? ['/status'])
  askEarly(`/api/v1${question}`, headersFor(currentWorkspace(), language))
document.addEventListener('readystatechange', nameScreen, { once: true })
