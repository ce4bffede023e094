/** Code pages as Windows numbers them, where their character set has no name made of the number. */
const NAMES: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1_200: 'utf-16le',
  1_201: 'utf-16be',
  10_000: 'macintosh',
  20_127: 'us-ascii',
  20_866: 'koi8-r',
  20_932: 'euc-jp',
  20_936: 'gbk',
  21_866: 'koi8-u',
  38_598: 'iso-8859-8-i',
  50_220: 'iso-2022-jp',
  50_221: 'iso-2022-jp',
  50_222: 'iso-2022-jp',
  51_932: 'euc-jp',
  51_936: 'gbk',
  51_949: 'euc-kr',
  51_950: 'big5',
  54_936: 'gb18030',
  65_001: 'utf-8',
}

/** ISO 8859-12, of which there never was a standard. */
const NO_LATIN = 28_602

/** The character set (as WHATWG's encoding standard names it) of a code page of Windows; undefined where it has none. */
export function charsetOfCodePage(page: number): string | undefined {
  const name = NAMES[page]
  if (name !== undefined) return name
  if (page === 874 || (page >= 1_250 && page <= 1_258)) return `windows-${page}`
  if (page > 28_590 && page <= 28_606 && page !== NO_LATIN) return `iso-8859-${page - 28_590}`
  return page === 866 ? 'ibm866' : undefined
}
