import { foldWords } from '../calibre/words.ts'

const sequences = (text: string): readonly (readonly string[])[] =>
  text
    .split(',')
    .map((phrase) => phrase.trim().split(/\s+/))
    .sort((a, b) => b.length - a.length)

/** Legal forms and what else stands at the end of a name without being part of it, folded; the longest first. */
const LEGAL_FORMS = sequences(`
  inc, incorporated, corp, corporation, co, company, ltd, limited, llc, llp, lp, plc, pc, pllc, cic, na,
  gmbh, mbh, ggmbh, ag, kg, kgaa, ohg, gbr, ug, ev, eg, ek, se, haftungsbeschrankt, ug haftungsbeschrankt,
  sa, sas, sasu, sarl, sa rl, s a r l, eurl, snc, sci, srl, srls, spa, sapa, sl, slu, sau, scp, sc, lda, ltda,
  eireli, sgps, bv, nv, vof, cv, ab, as, asa, aps, oy, oyj, kft, zrt, nyrt, sro, spol s r o, spol sro, doo, dd,
  ooo, oao, zao, pao, sp z oo, sp zoo, spolka z oo, pte, pty, pvt, private, bhd, sdn, kk, kabushiki kaisha, ood, ead,
  group, gruppe, groupe, grupo, gruppo, groep, holding, holdings, and, und, et, y, e, en`)

const formsByLastWord = Map.groupBy(LEGAL_FORMS, (form) => form.at(-1)!)

/** What stands before a name without being part of it. */
const ARTICLES = new Set(['the'])

/** Answers to "where do you work" that name no organisation, as organisationKey() writes them. */
const NOWHERE = new Set(
  `self employed, selfemployed, self, freelance, freelancer, freelancing, independent, independent consultant,
  independent contractor, consultant, selbststandig, selbstandig, freiberuflich, freiberufler, independant, autonomo,
  autonoma, libero professionista, zzp, zelfstandig, zelfstandige, retired, rentner, im ruhestand, retraite, jubilado,
  pensionato, unemployed, none, no, na, n a, null, nil, unknown, not applicable, not available, confidential, private,
  privat, stealth, stealth startup, stealth mode, stealth mode startup, student, home, looking for opportunities,
  seeking new opportunities, open to work, various, misc, test, myself, me`
    .split(',')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' ')),
)

/** Words of a name without article, brackets and legal forms; at least one is left where there was one. */
function bareWords(name: string): string[] {
  const words = foldWords(name.replace(/\([^)]*\)\s*$/, ' ').replace(/[&+]/g, ' and '))
  if (words.length > 1 && ARTICLES.has(words[0]!)) words.shift()
  for (let shorter = true; shorter && words.length > 1;) {
    const form = formsByLastWord
      .get(words.at(-1)!)
      ?.find(
        (each) =>
          each.length < words.length &&
          each.every((word, i) => words[words.length - each.length + i] === word),
      )
    shorter = form !== undefined
    if (form) words.length -= form.length
  }
  return words
}

/**
 * The name of an organisation for comparison: folded, without article, brackets at the end and legal forms, so that
 * "The Acme Group, Inc." and "ACME GmbH & Co. KG" are both "acme". Null for what names no organisation ("self-employed").
 */
export function organisationKey(name: string): string | null {
  if (NOWHERE.has(foldWords(name).join(' '))) return null
  const key = bareWords(name).join(' ')
  return key === '' || NOWHERE.has(key) ? null : key
}

/** Words that give no letter to an abbreviation. */
const SMALL = new Set(
  'of and the for in on at de du des la le les der die das und fur von et y e del di da do van'.split(' '),
)

/** The initials of a key of several words, small words left out: "international business machines" gives "ibm". */
export function initials(key: string): string | null {
  const words = key.split(' ').filter((word) => !SMALL.has(word))
  return words.length < 2 ? null : words.map((word) => word.charAt(0)).join('')
}

/** The same key without the country at its end ("siemens deutschland" gives "siemens"); null where there is none. */
export function withoutCountry(key: string): string | null {
  const last = key.slice(key.lastIndexOf(' ') + 1)
  const shorter = countriesByLastWord.get(last)?.find((country) => key.endsWith(` ${country}`))
  return shorter === undefined ? null : key.slice(0, -shorter.length - 1)
}

/** Countries and regions that subsidiaries carry in their names, folded; the longest first. */
const COUNTRIES =
  `germany, deutschland, austria, osterreich, switzerland, schweiz, suisse, france, spain, espana, italy,
  italia, portugal, netherlands, nederland, belgium, belgie, belgique, luxembourg, uk, united kingdom, great britain,
  ireland, usa, us, united states, america, north america, canada, mexico, brazil, brasil, argentina, india, china,
  japan, singapore, hong kong, australia, new zealand, poland, polska, sweden, sverige, norway, norge, denmark, danmark,
  finland, turkey, turkiye, israel, south africa, europe, emea, dach, apac, asia, asia pacific, latam, international,
  global, worldwide`
    .split(',')
    .map((country) => country.trim())
    .sort((a, b) => b.length - a.length)

const countriesByLastWord = Map.groupBy(COUNTRIES, (country) => country.slice(country.lastIndexOf(' ') + 1))
