import { effectInWords } from '#core/identity/matching/explain-match.ts'
import type { Question } from '#operations/identity/list-questions.ts'
import { percent } from '#operations/text.ts'
import { keysHelp, type ReviewState, shownQuestion, waiting } from './review-state.ts'

/** Narrower than this two people do not fit side by side. */
const NARROWEST = 40
const WIDEST = 110
const LABEL = 14

const wide = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u
const widthOf = (text: string): number => {
  let width = 0
  for (const letter of text) width += /\p{M}/u.test(letter) ? 0 : wide.test(letter) ? 2 : 1
  return width
}

/** One line without anything that a terminal would obey. */
const plain = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ')

/** Text in lines of at most `width`, broken at blanks where there are any. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of plain(text).split(' ')) {
    let rest = word
    if (line !== '' && widthOf(line) + 1 + widthOf(rest) > width) {
      lines.push(line)
      line = ''
    }
    while (widthOf(rest) > width) {
      let cut = ''
      for (const letter of rest) {
        if (widthOf(cut + letter) > width) break
        cut += letter
      }
      lines.push(cut)
      rest = rest.slice(cut.length)
    }
    line = line === '' ? rest : `${line} ${rest}`
  }
  return [...lines, line]
}

const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)))

type Side = Question['first']

const rows: readonly (readonly [label: string, values: (side: Side) => readonly string[]])[] = [
  ['', (side) => [`${side.name} (${side.id})${side.isMe ? ', you' : ''}`]],
  ['Names', (side) => side.names],
  ['Addresses', (side) => side.identities.map(({ value }) => value)],
  ['Title', (side) => (side.title === null ? [] : [side.title])],
  ['Organisation', (side) => (side.organisation === null ? [] : [side.organisation])],
  ['Place', (side) => (side.place === null ? [] : [side.place])],
  ['Exchanges', (side) => [String(side.interactions)]],
]

/** Values of a side that are shown; more do not help to decide. */
const SHOWN = 4

function cell(values: readonly string[], width: number): string[] {
  if (values.length === 0) return ['—']
  const lines = values.slice(0, SHOWN).flatMap((value) => wrap(value, width))
  return values.length > SHOWN ? [...lines, `and ${values.length - SHOWN} more`] : lines
}

/** Two people side by side, what agrees, what differs, and by how much each makes it likelier. */
export function questionLines(question: Question, width: number): string[] {
  const across = Math.min(WIDEST, Math.max(NARROWEST, width))
  const column = Math.floor((across - LABEL - 2) / 2)
  const lines: string[] = []
  for (const [label, values] of rows) {
    const [left, right] = [cell(values(question.first), column), cell(values(question.second), column)]
    for (let i = 0; i < Math.max(left.length, right.length); i++)
      lines.push(
        `${padded(i === 0 ? label : '', LABEL)}${padded(left[i] ?? '', column)}  ${right[i] ?? ''}`.trimEnd(),
      )
  }
  const speaking = (heading: string, which: (bits: number) => boolean): string[] => {
    const parts = question.parts.filter(({ bits }) => which(bits))
    if (parts.length === 0) return []
    return [
      '',
      heading,
      ...parts.flatMap(({ words, bits }) =>
        wrap(`${words}: ${effectInWords(bits)}`, across - 2).map(
          (line, i) => `${i === 0 ? '  ' : '    '}${line}`,
        ),
      ),
    ]
  }
  return [
    ...lines,
    ...speaking('Speaks for one person', (bits) => bits > 0),
    ...speaking('Speaks for two people', (bits) => bits <= 0),
  ]
}

/** The whole screen. */
export function reviewLines(state: ReviewState, width: number): string[] {
  const question = shownQuestion(state)
  const across = Math.min(WIDEST, Math.max(NARROWEST, width))
  const said = state.said === '' ? [] : ['', ...wrap(state.said, across)]
  if (question === null)
    return [
      state.skipped.size > 0
        ? `Nothing else to decide; ${state.skipped.size} left for another time.`
        : 'Nothing to decide: nobody looks like somebody else.',
      ...said,
      '',
      ...wrap(state.made.length > 0 ? 'u undo · q quit' : 'q quit', across),
    ]
  return [
    `Same person? ${state.at + 1} of ${waiting(state)}, ${percent(question.probability)} sure`,
    '',
    ...questionLines(question, across),
    ...said,
    '',
    ...wrap(keysHelp, across),
  ]
}
