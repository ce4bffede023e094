/** Languages of the interface. Each has a catalogue beside this file. */
export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]

/** What each language calls itself, which is how one finds it in a list one cannot read. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' }

const isLanguage = (text: string): text is Language => languages.some((language) => language === text)

/** The first of the wished-for languages, such as `de-AT`, that kith speaks; English where it speaks none. */
export const languageOf = (wishes: readonly string[]): Language =>
  wishes.map((wish) => wish.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en'

/** Browsers pass on what the system calls its language, `en-US@posix` too, at which Intl throws. */
const isLocale = (tag: string): boolean => {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0
  } catch {
    return false
  }
}

/**
 * The locale for dates: the user's own variety of the language (`de-CH`, `en-GB`) where the browser names one, else the
 * language itself. Dates in another language's style would not read as one text.
 */
export const localeOf = (language: Language, wishes: readonly string[]): string =>
  wishes.find((wish) => wish.slice(0, 2).toLowerCase() === language && isLocale(wish)) ?? language

const key = 'kith.language'

/** What the user chose in the settings; null while the browser's languages decide. */
export const chosenLanguage = (): Language | null => {
  const chosen = typeof localStorage === 'undefined' ? null : localStorage.getItem(key)
  return chosen !== null && isLanguage(chosen) ? chosen : null
}

export const chooseLanguage = (language: Language | null): void => {
  if (language === null) localStorage.removeItem(key)
  else localStorage.setItem(key, language)
}
