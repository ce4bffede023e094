import { concepts } from './field-concepts.ts'
import { foldWords } from './words.ts'

/** How near texts about a person are to the user's field, in [0, 1]; null is unknown. */
export type FieldRelevance = (texts: readonly (string | null | undefined)[]) => number | null

/** Where no word is shared. Not 0: words differ more easily than fields do. An assumption. */
export const NO_SHARED_WORD = 0.25

/** Concepts of the field that must be met for full relevance: a description lists more than one person does. */
const ENOUGH = 2

/** Words that say nothing about a line of work: small words, legal forms, ranks. */
const EMPTY = new Set(
  foldWords(
    `a an and the of for to in on at by with from my our we i is are as or who that this
    und der die das des dem den ein eine in im am an fur von mit bei zu auf oder ich wir
    et le la les de du des un une en pour avec dans chez au aux ou l d
    y el los las del un una por para con e o os as um uma do da dos das no na il lo gli i di dal della dello per con
    het een van voor met op bij
    inc ltd llc llp plc corp corporation company co gmbh ag kg kgaa ohg ug se ev eg mbh sa sas sarl srl spa sl slu
    lda ltda bv nv holding group gruppe groupe grupo gruppo international global world europe emea dach north south
    east west america usa uk
    ceo cfo cto coo cmo cio chief officer president vice vp svp evp director dir manager mgr head lead leader senior
    sr junior jr assistant asst associate assoc executive exec deputy principal partner founder cofounder owner chair
    chairman board member staff employee specialist analyst administrator coordinator representative professional
    expert team department division office business services service solutions management mng gen general
    leiter leitung geschaftsfuhrer geschaftsfuhrung vorstand inhaber mitarbeiter abteilung bereich firma unternehmen
    directeur directrice responsable chef gerant societe entreprise diretor gerente jefe jefa empresa sociedad
    direttore responsabile azienda societa directeur hoofd medewerker bedrijf`,
  ),
)

/** Endings that words of one family differ in; the longest first. */
const ENDINGS =
  /(?:ations|ation|ements|ement|ments|ment|ings|ing|ions|ion|ungen|ung|ants|ant|ancy|ers|er|ors|or|ies|ie|ia|es|en|s|y|e|a|o)$/
const SHORTEST_STEM = 4

/** A word without its ending, where enough of it remains. */
function stem(word: string): string {
  const bare = word.replace(ENDINGS, '')
  return bare.length >= SHORTEST_STEM ? bare : word
}

const whole = new Map<string, string>()
const beginnings: (readonly [string, string])[] = []
for (const [concept, words] of Object.entries(concepts)) {
  for (const word of words.split(', ')) {
    if (word.endsWith('-')) beginnings.push([word.slice(0, -1), concept])
    else whole.set(word, concept)
  }
}

/** What a word is about: the line of work it belongs to, its own stem otherwise; null for empty words and numbers. */
export function meaningOf(word: string): string | null {
  if (word.length < 2 || EMPTY.has(word) || /^\d+$/.test(word)) return null
  const concept = whole.get(word) ?? beginnings.find(([beginning]) => word.startsWith(beginning))?.[1]
  return concept === undefined ? stem(word) : CONCEPT + concept
}

/** Marks a line of work, so that it differs from any stem. */
const CONCEPT = '#'

/** What a text is about. */
const meanings = (text: string): string[] =>
  foldWords(text)
    .map(meaningOf)
    .filter((each) => each !== null)

/** What a description of a field is about. */
export const meaningsOfField = (field: string): ReadonlySet<string> => new Set(meanings(field))

/** How much each meaning of a field tells, in (0, 1]; what is missing tells all it can. */
export type FieldWeights = ReadonlyMap<string, number>

/** However many people share a word, it tells something. */
const LEAST_WEIGHT = 0.2

/**
 * Weights of the meanings of a field by inverse document frequency over a network: what everybody there does tells
 * nobody apart.
 *
 *   w(m) = max(.2, ln((1 + N) / (1 + N_m)) / ln(1 + N)), N people, N_m of them met by m
 *
 * Range [.2, 1], higher = rarer; .2 where nobody is met by it (it must not stand in the way of those who are near to
 * all else); all 1 where there are no people. Source: Spärck Jones (Journal of Documentation 1972).
 * @param people what texts say of each person
 */
export function fieldWeights(
  field: string,
  people: Iterable<readonly (string | null | undefined)[]>,
): FieldWeights {
  const met = new Map<string, number>([...new Set(meanings(field))].map((each) => [each, 0]))
  let count = 0
  if (met.size > 0)
    for (const texts of people) {
      count++
      const about = new Set(texts.flatMap((text) => (text == null ? [] : meanings(text))))
      for (const each of about) if (met.has(each)) met.set(each, (met.get(each) ?? 0) + 1)
    }
  const most = Math.log(1 + count)
  return new Map(
    [...met].map(([each, n]) => [
      each,
      count === 0
        ? 1
        : n === 0
          ? LEAST_WEIGHT
          : Math.max(LEAST_WEIGHT, Math.log((1 + count) / (1 + n)) / most),
    ]),
  )
}

/** How a field was understood: its meanings, each with the word of the description that has it. */
export function fieldTerms(
  field: string,
): readonly { readonly term: string; readonly meaning: string; readonly known: boolean }[] {
  const terms = new Map<string, { term: string; meaning: string; known: boolean }>()
  for (const word of foldWords(field)) {
    const found = meaningOf(word)
    if (found !== null && !terms.has(found))
      terms.set(found, { term: word, meaning: found, known: found.startsWith(CONCEPT) })
  }
  return [...terms.values()]
}

/** Which of these meanings the texts meet. */
export const meetsOf = (texts: readonly (string | null | undefined)[]): ReadonlySet<string> =>
  new Set(texts.flatMap((text) => (text == null ? [] : meanings(text))))

/**
 * Field relevance by words: what titles, organisations, industries and headlines share with the user's own
 * description of their field.
 *
 *   relevance = .25 + .75 · min(1, Σ w(shared) / Σ w(the two weightiest meanings of the field))
 *
 * Words count by their meaning: a line of work has the same in seven languages, other words are compared without
 * their endings. w are the weights of `fieldWeights`, 1 where none are given. Range [.25, 1], higher = nearer. Null
 * (unknown) where the field is not described, or where the texts share nothing with it and name no line of work that
 * kith knows ("CEO, Acme Ltd"): unknown stays unknown.
 */
export function fieldRelevance(field: string, weights: FieldWeights = new Map()): FieldRelevance {
  const wanted = new Map([...new Set(meanings(field))].map((each) => [each, weights.get(each) ?? 1]))
  const enough = [...wanted.values()]
    .sort((a, b) => b - a)
    .slice(0, ENOUGH)
    .reduce((sum, weight) => sum + weight, 0)
  return (texts) => {
    if (wanted.size === 0) return null
    let shared = 0
    let lines = 0
    for (const each of meetsOf(texts)) {
      shared += wanted.get(each) ?? 0
      if (each.startsWith(CONCEPT)) lines++
    }
    if (shared === 0 && lines === 0) return null
    return NO_SHARED_WORD + (1 - NO_SHARED_WORD) * Math.min(1, shared / enough)
  }
}
