/** Languages that kith makes its sentences in. */
export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]

const isLanguage = (text: string): text is Language => languages.some((language) => language === text)

/** The first language that kith speaks of those wished for, as in `Accept-Language: de-AT, en;q=0.5`; else English. */
export const wishedLanguage = (wishes: string | null | undefined): Language =>
  (wishes ?? '')
    .split(',')
    .map((wish) => wish.trim().slice(0, 2).toLowerCase())
    .find(isLanguage) ?? 'en'
