import { effectOf } from '#core/identity/matching/explain-match.ts'
import type { Question } from '#operations/identity/list-questions.ts'

/** A question about two invented people, for tests. */
export const question = (first: number, second: number, more: Partial<Question> = {}): Question => ({
  first: side(first),
  second: side(second),
  probability: 0.876,
  parts: [part('name', 'same', 9.2, 'the same name'), part('title', 'different', -1.4, 'different titles')],
  ...more,
})

const part = (field: string, level: string, bits: number, words: string): Question['parts'][number] => ({
  field,
  level,
  bits,
  words,
  effect: effectOf(bits),
  first: [],
  second: [],
})

const side = (id: number): Question['first'] => ({
  id,
  name: `Person ${id}`,
  organisation: 'Umbervale',
  title: null,
  place: null,
  identities: [{ id: id * 10, kind: 'mail', value: `person${id}@umbervale.example` }],
  names: [`Person ${id}`],
  interactions: id,
  isMe: false,
})
