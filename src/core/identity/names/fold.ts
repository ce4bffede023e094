/**
 * Letters of other alphabets, and letters that Unicode does not decompose, in plain Latin. Where several
 * transliterations are in use the shortest is taken; `skeleton` evens out the rest.
 */
const letters: Readonly<Record<string, string>> = Object.fromEntries(
  `ß:ss æ:ae œ:oe ø:o å:a ł:l đ:d ð:d þ:th ı:i ħ:h ŋ:n
  а:a б:b в:v г:g ґ:g д:d е:e є:ye ж:zh з:z и:i і:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh
  щ:shch ъ: ы:y ь: э:e ю:yu я:ya ђ:dj ј:j љ:lj њ:nj ћ:c џ:dz
  α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:ch ψ:ps ω:o`
    .split(/\s+/)
    .map((pair): [string, string] => [pair.slice(0, 1), pair.slice(2)]),
)

/** Plain lower-case Latin letters, digits and single blanks; letters of scripts not in the table stay as they are. */
export const foldLetters = (text: string): string => (PLAIN.test(text) ? text.toLowerCase() : folded(text))

/** Words of plain letters: most there are, and nothing is to be done about them. */
const PLAIN = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/

const folded = (text: string): string =>
  // й is taken apart by NFKD, so letters of the table come first.
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/ο[υύ]/g, 'ou')
    .replace(/[^a-z0-9 ]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9 ]/g, (letter) => letters[letter] ?? letter)
    .replace(/['’`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Spellings of one sound in the transliterations and languages in use; applied in this order. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/tsch|tch|tsh/g, 'c'],
  [/shch|sch|sh|sz/g, 's'],
  [/ch|cz|kh/g, 'h'],
  [/zh|dj/g, 'j'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  // `Trotsky`, `Trockij`; `Kuznetsov`, `Kuznecov`; `Schultz`, `Schulz`.
  [/ck(?!i[ijy]?$|y$)|q/g, 'k'],
  [/tz/g, 'z'],
  [/ts/g, 'c'],
  [/ae/g, 'a'],
  [/oe/g, 'o'],
  [/ue/g, 'u'],
  [/ei|ey|ej|ai|ay|aj/g, 'ai'],
  [/ie|iy|ij|yi|ii|y|j/g, 'i'],
  [/w/g, 'v'],
  [/ou|oo/g, 'u'],
  [/x/g, 'ks'],
  [/ff$|v$/g, 'f'],
  [/(.)\1+/g, '$1'],
]

/**
 * One form for the spellings of a folded word that differ by transliteration or umlaut convention:
 * `mueller`, `muller`; `sergey`, `sergei`; `yusuf`, `jusuf`. Coarser than equality, finer than a phonetic code.
 */
export const skeleton = (word: string): string =>
  sounds.reduce((text, [spelling, sound]) => text.replace(spelling, sound), word)
