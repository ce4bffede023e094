/** The languages whose names of months are known: those of most accounts. */
const LANGUAGES =
  'en de fr es pt it nl pl cs sk sl hr hu ro sv da nb fi et lv lt bg ru uk el tr id ms vi ca eu gl is sr'.split(
    ' ',
  )

let known: ReadonlyMap<string, number> | null = null

/** The words for the months, as they stand alone and within a date. What is two months in two languages is left out. */
function words(): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  const twofold = new Set<string>()
  for (const language of LANGUAGES) {
    for (const style of ['long', 'short'] as const) {
      const within = new Intl.DateTimeFormat(language, {
        timeZone: 'UTC',
        day: 'numeric',
        month: style,
        year: 'numeric',
      })
      const alone = new Intl.DateTimeFormat(language, { timeZone: 'UTC', month: style })
      for (let month = 1; month <= 12; month++) {
        const day = Date.UTC(2020, month - 1, 15)
        for (const format of [within, alone]) {
          for (const { type, value } of format.formatToParts(day)) {
            const word = value.toLowerCase().replace(/\.$/, '')
            if (type !== 'month' || !/^\p{L}{3,}$/u.test(word)) continue
            if ((found.get(word) ?? month) !== month) twofold.add(word)
            found.set(word, month)
          }
        }
      }
    }
  }
  for (const word of twofold) found.delete(word)
  return found
}

/** The month that a word means in any of the languages, 1 to 12; null for other words, and for those that mean two. */
export function monthByName(word: string): number | null {
  known ??= words()
  return known.get(word.toLowerCase().replace(/\.$/, '')) ?? null
}
