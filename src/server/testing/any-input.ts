import fc from 'fast-check'
import { z } from 'zod'
import type { Operation } from '#operations/operation.ts'

type Schema = {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly minimum?: number
  readonly maximum?: number
}

/** Values that have broken programs before. */
const odd = fc.oneof(
  fc.constantFrom('', '0', '-1', '1e999', 'null', '\0', '../..', '%', '<script>', '😀', 'a'.repeat(5_000)),
  fc.constantFrom(null, 0, -1, 1e308, 2 ** 53, NaN, true, [], {}),
  fc.string(),
  fc.jsonValue(),
)

function fitting(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map(fitting))
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'integer':
      return fc.integer({
        min: Math.max(schema.minimum ?? 0, -1e6),
        max: Math.min(schema.maximum ?? 100, 1e6),
      })
    case 'number':
      return fc.double({ min: schema.minimum ?? 0, max: schema.maximum ?? 1e6, noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'array':
      return fc.array(fitting(schema.items ?? {}), { maxLength: 3 })
    case 'object':
      return objectOf(schema, 0)
    default:
      return fc.oneof(fc.constantFrom('ann', '2026-01-01', '2026-01-01T00:00:00.000Z', '1'), fc.string())
  }
}

/** An object of a schema; each field is odd, or missing, with some probability. */
function objectOf(schema: Schema, oddity: number): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.entries(schema.properties ?? {}).map(
    ([name, field]): [string, fc.Arbitrary<unknown>] => [
      name,
      oddity === 0
        ? fitting(field)
        : fc.oneof({ weight: 3, arbitrary: fitting(field) }, { weight: oddity, arbitrary: odd }),
    ],
  )
  const required = schema.required ?? []
  return fc.record(Object.fromEntries(fields), {
    requiredKeys: oddity === 0 ? [...required] : [],
  }) as fc.Arbitrary<Record<string, unknown>>
}

/** Inputs that fit an operation's schema, or nearly do. */
export function anyInput(declared: Operation): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const schema = z.toJSONSchema(declared.input, { io: 'input', unrepresentable: 'any' }) as Schema
  return fc.oneof(objectOf(schema, 0), objectOf(schema, 2))
}
