/** A line after which everything is older or not the author's. */
const divider =
  /^(?:-{2,}\s*(?:original|forwarded|urspr|weitergeleitet|message d'origine|mensaje original|messaggio originale|oorspronkelijk|doorgestuurd)|-- ?\r?$|_{20,}|begin forwarded message|from:\s.*<.*@|\*?from:\*?\t)/i
/** `On …, Ann wrote:` in the languages of most mail. */
const attribution =
  /(?:wrote|writes|schrieb|écrit|crit|escribió|escribi.{1,2}|scritto|schreef|escreveu|skrev|kirjoitti|napisał.?)\b[^:]{0,80}:\s*$/i

/** Bytes of a line that are looked at. */
const LOOKED_AT = 120

const LF = 10
const SPACE = 32
const COLON = 58

/** Where the line ends that `at` lies in. */
export function lineEnd(bytes: Buffer, at: number, end: number): number {
  const newline = bytes.indexOf(LF, at)
  return newline < 0 || newline > end ? end : newline
}

/** Whether the line whose first sign stands at `first` says that what follows is older or not the author's. */
export const divides = (bytes: Buffer, first: number, end: number): boolean =>
  divider.test(bytes.toString('latin1', first, Math.min(lineEnd(bytes, first, end), first + LOOKED_AT)))

/** Whether the line that begins at `first` and ends before `end` says `On …, Ann wrote:`. */
export function attributes(bytes: Buffer, first: number, end: number): boolean {
  let last = end - 1
  while (bytes[last]! <= SPACE) last--
  return (
    bytes[last] === COLON &&
    attribution.test(bytes.toString('latin1', Math.max(first, last - LOOKED_AT), last + 1))
  )
}
