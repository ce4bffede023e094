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
function meaning(word: string): string | null {
  if (word.length < 2 || EMPTY.has(word) || /^\d+$/.test(word)) return null
  const concept = whole.get(word) ?? beginnings.find(([beginning]) => word.startsWith(beginning))?.[1]
  return concept === undefined ? stem(word) : CONCEPT + concept
}

/** Marks a line of work, so that it differs from any stem. */
const CONCEPT = '#'

/** What a text is about. */
const meanings = (text: string): string[] =>
  foldWords(text)
    .map(meaning)
    .filter((each) => each !== null)

/**
 * Field relevance by words: what titles, organisations, industries and headlines share with the user's own
 * description of their field.
 *
 *   relevance = .25 + .75 · min(1, shared / min(2, meanings in the field))
 *
 * Words count by their meaning: a line of work has the same in seven languages, other words are compared without
 * their endings. Range [.25, 1], higher = nearer. Null (unknown) where the field is not described, or where the
 * texts share nothing with it and name no line of work that kith knows ("CEO, Acme Ltd"): unknown stays unknown.
 */
export function fieldRelevance(field: string): FieldRelevance {
  const wanted = new Set(meanings(field))
  return (texts) => {
    if (wanted.size === 0) return null
    const about = new Set(texts.flatMap((text) => (text == null ? [] : meanings(text))))
    let shared = 0
    let lines = 0
    for (const each of about) {
      if (wanted.has(each)) shared++
      if (each.startsWith(CONCEPT)) lines++
    }
    if (shared === 0 && lines === 0) return null
    return NO_SHARED_WORD + (1 - NO_SHARED_WORD) * Math.min(1, shared / Math.min(ENOUGH, wanted.size))
  }
}
