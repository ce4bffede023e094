import type { z } from 'zod'
import { KithError } from '#core/model/errors.ts'

/** What a value of a JSON type is called in a sentence. */
const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
}

const number = (n: number | bigint): string => n.toLocaleString('en')

const oneOf = (values: readonly unknown[]): string => {
  const words = values.map(String)
  const last = words.pop() ?? ''
  return words.length === 0 ? last : `one of ${words.join(', ')} or ${last}`
}

/** A bound on the size of a value: a number itself, the length of a text, the entries of a list. */
function bound(origin: string, words: string, n: number | bigint): string {
  if (origin === 'string') return `be ${words} ${number(n)} ${n === 1 ? 'character' : 'characters'} long`
  if (origin === 'array') return `have ${words} ${number(n)} ${n === 1 ? 'entry' : 'entries'}`
  return `be ${words} ${number(n)}`
}

/** What a value has to be, as it goes on after "has to"; null where there are no plain words for it. */
function expectation(issue: z.core.$ZodRawIssue): string | null {
  if (issue.code === 'invalid_type') return `be ${typeNames[issue.expected] ?? issue.expected}`
  if (issue.code === 'invalid_value') return `be ${oneOf(issue.values)}`
  if (issue.code === 'too_big')
    return bound(issue.origin, issue.inclusive === false ? 'less than' : 'at most', issue.maximum)
  if (issue.code === 'too_small')
    return bound(issue.origin, issue.inclusive === false ? 'more than' : 'at least', issue.minimum)
  return null
}

/** A field as it is called in a sentence: `limit`, `entry 2 of paths`. */
const fieldName = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((name, part) => {
    if (typeof part === 'number') return `entry ${part + 1} of ${name}`
    return name === '' ? String(part) : `${name}.${String(part)}`
  }, '')

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[part] : undefined,
    input,
  )

/**
 * The input of an operation as its schema reads it, defaults filled in.
 * @throws KithError 'invalid-input' with the fields and what each has to be, in plain words
 */
export function readInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  // A schema's own words ("name at least one file") come before these.
  const parsed = schema.safeParse(input, {
    error: (issue) => {
      const path = issue.path ?? []
      const field = path.length === 0 ? 'The input' : fieldName(path)
      const expected = expectation(issue)
      if (expected === null) return `${field} does not have the form that is expected`
      return path.length > 0 && valueAt(input, path) === undefined
        ? `${field} is missing; it has to ${expected}`
        : `${field} has to ${expected}`
    },
  })
  if (parsed.success) return parsed.data
  // A number can break two bounds at once; the last is the schema's own, the tighter one.
  const byField = new Map<string, string>()
  for (const { path, message } of parsed.error.issues) {
    const field = fieldName(path)
    const whole = field === '' || message.startsWith(`${field} `) ? message : `${field}: ${message}`
    byField.set(field, whole)
  }
  throw new KithError('invalid-input', `${[...byField.values()].join('; ')}.`)
}
