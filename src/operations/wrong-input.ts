import { z } from 'zod'
import { KithError } from '#core/model/errors.ts'
import { type Sentences, sentences } from '#core/sentences/index.ts'

type Words = Sentences['input']

/** A bound on the size of a value: a number itself, the length of a text, the entries of a list. */
function bound(origin: string, how: string, n: number | bigint, words: Words): string {
  if (origin === 'string') return words.length(how, n)
  return origin === 'array' ? words.entries(how, n) : words.size(how, n)
}

/** What a value has to be, as it goes on after "has to"; null where there are no plain words for it. */
function expectation(issue: z.core.$ZodRawIssue, words: Words): string | null {
  if (issue.code === 'invalid_type') return words.be(words.types[issue.expected] ?? issue.expected)
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String)
    const last = values.pop() ?? ''
    return words.be(words.oneOf(values, last))
  }
  const { under, most, over, least } = words.bounds
  if (issue.code === 'too_big')
    return bound(issue.origin, issue.inclusive === false ? under : most, issue.maximum, words)
  if (issue.code === 'too_small')
    return bound(issue.origin, issue.inclusive === false ? over : least, issue.minimum, words)
  return null
}

/** A field as it is called in a sentence: `limit`, `entry 2 of paths`. */
const fieldName = (path: readonly PropertyKey[], words: Words): string =>
  path.reduce<string>((name, part) => {
    if (typeof part === 'number') return words.entryOf(part + 1, name)
    return name === '' ? String(part) : `${name}.${String(part)}`
  }, '')

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[part] : undefined,
    input,
  )

/**
 * @throws KithError 'invalid-input' for a name that the operation does not know: a filter that is misspelt would
 * otherwise narrow nothing
 */
export function refuseUnknown(
  { name: operation, input }: { readonly name: string; readonly input: z.ZodType },
  names: readonly string[],
  further: readonly string[] = [],
): void {
  const known = [...(input instanceof z.ZodObject ? Object.keys(input.shape as object) : []), ...further]
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined)
    throw new KithError(
      'invalid-input',
      `${operation} takes no "${unknown.slice(0, 60)}"; it takes ${known.join(', ') || 'nothing'}.`,
    )
}

/**
 * The input of an operation as its schema reads it, defaults filled in.
 * @throws KithError 'invalid-input' with the fields and what each has to be, in plain words
 */
export function readInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  words: Words = sentences.en.input,
): z.output<Schema> {
  // A schema's own words ("name at least one file") come before these.
  const parsed = schema.safeParse(input, {
    error: (issue) => {
      const path = issue.path ?? []
      const field = path.length === 0 ? words.whole : fieldName(path, words)
      const expected = expectation(issue, words)
      if (expected === null) return words.wrongForm(field)
      return path.length > 0 && valueAt(input, path) === undefined
        ? words.missing(field, expected)
        : words.wrong(field, expected)
    },
  })
  if (parsed.success) return parsed.data
  // A number can break two bounds at once; the last is the schema's own, the tighter one.
  const byField = new Map<string, string>()
  for (const { path, message } of parsed.error.issues) {
    const field = fieldName(path, words)
    const whole = field === '' || message.startsWith(`${field} `) ? message : `${field}: ${message}`
    byField.set(field, whole)
  }
  throw new KithError('invalid-input', `${[...byField.values()].join('; ')}.`)
}
