import { type FormatterModule, type Resource, createInstance } from 'i18next'
import { useSyncExternalStore } from 'react'
import type { ArgumentsOf, TextKey } from './keys.ts'
import { type Language, chooseLanguage, chosenLanguage, languageOf, localeOf } from './language.ts'

/** A catalogue of its own chunk each: the browser gets only the language in use, from kith itself. */
const catalogues: Readonly<Record<Language, () => Promise<Resource[string]>>> = {
  en: async () => ({ translation: (await import('./en/index.ts')).en }),
  de: async () => ({ translation: (await import('./de/index.ts')).de }),
}

/** The languages that the browser asks for; in tests, where there is none, English. */
const wishes = (): readonly string[] => (typeof navigator === 'undefined' ? [] : navigator.languages)

const wished = (): Language => chosenLanguage() ?? languageOf(wishes())

let spoken: Language | null = null
let format = new Intl.NumberFormat('en')
const listeners = new Set<() => void>()

const text = (value: unknown): string => (typeof value === 'number' ? format.format(value) : String(value))

const i18n = createInstance().use({
  // Numbers in a text are written as in the sentences of the server, whatever the user's variety of the language.
  type: 'formatter',
  init: () => undefined,
  format: text,
  add: () => undefined,
  addCached: () => undefined,
} satisfies FormatterModule)

/** Switches to a language: loads its catalogue, then tells whoever shows texts. */
export const speak = async (language: Language): Promise<void> => {
  const resources = await catalogues[language]()
  format = new Intl.NumberFormat(language)
  await i18n.init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: resources },
    // React escapes what it shows.
    interpolation: { escapeValue: false, alwaysFormat: true },
  })
  spoken = language
  for (const listener of listeners) listener()
}

/** Speaks the chosen language, or the browser's where none was chosen. */
export const speakChosen = (): Promise<void> => speak(wished())

/** Notes the choice (null: the browser's language) and speaks it. */
export const changeLanguage = (language: Language | null): Promise<void> => {
  chooseLanguage(language)
  return speakChosen()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The language in use; what shows texts is drawn anew when it changes. */
export const useLanguage = (): Language => useSyncExternalStore(subscribe, currentLanguage)

/** The language in use, or about to be: a screen's first questions go out while its texts are on the way. */
export const currentLanguage = (): Language => spoken ?? wished()

/** The locale for dates that goes with the language in use. */
export const currentLocale = (): string => localeOf(currentLanguage(), wishes())

/**
 * The text at an address, with its variables put in; the plural form follows `count`.
 * Call it while drawing or acting, never when a module loads: no language is spoken by then.
 */
export const t = <Key extends TextKey>(key: Key, ...[variables]: ArgumentsOf<Key>): string => {
  if (spoken === null) throw new Error(`The text ${key} was asked for before any language was spoken.`)
  return i18n.t(key, variables ?? {})
}

export { i18n }
