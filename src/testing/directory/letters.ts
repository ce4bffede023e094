import type { Random } from '../random.ts'

/** Two ways in use to write Cyrillic in Latin letters. */
const popular: Readonly<Record<string, string>> = Object.fromEntries(
  'а:a б:b в:v г:g д:d е:e ё:yo ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ: ы:y ь: э:e ю:yu я:ya'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
)
const scholarly: Readonly<Record<string, string>> = {
  ...popular,
  ё: 'e',
  й: 'j',
  х: 'h',
  ц: 'c',
  щ: 'sch',
  ю: 'ju',
  я: 'ja',
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** A name in Latin letters, by one of the two ways. */
export const latin = (name: string, way: 0 | 1): string =>
  /[а-яё]/i.test(name)
    ? name
        .split(' ')
        .map((word) =>
          capital(
            Array.from(word.toLowerCase())
              .map((letter) => (way === 0 ? popular : scholarly)[letter] ?? letter)
              .join(''),
          ),
        )
        .join(' ')
    : name

/** Umlauts and accents written without them: `Müller` as `Mueller` or `Muller`. */
export const plain = (name: string, way: 0 | 1): string =>
  (way === 0
    ? name
        .replace(/ä/g, 'ae')
        .replace(/ö/g, 'oe')
        .replace(/ü/g, 'ue')
        .replace(/Ä/g, 'Ae')
        .replace(/Ö/g, 'Oe')
        .replace(/Ü/g, 'Ue')
    : name
  )
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')

/** What stands in a local part or handle. */
export const forAddress = (name: string): string =>
  plain(latin(name, 0), 0)
    .toLowerCase()
    .replace(/[^a-z]+/g, '')

/** One slip of the finger: a letter doubled, dropped, swapped with the next, or another one. */
export function typo(random: Random, word: string): string {
  if (word.length < 4) return word
  const at = 1 + random.below(word.length - 2)
  const [before, here, after] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)]
  switch (random.below(4)) {
    case 0:
      return before + here + here + after
    case 1:
      return before + after
    case 2:
      return before + (after[0] ?? '') + here + after.slice(1)
    default:
      return before + random.pick(Array.from('aeiourtnsl')) + after
  }
}
