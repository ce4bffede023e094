import { Option } from 'commander'
import { z } from 'zod'
import type { Operation } from '#operations/operation.ts'

type Property = {
  type?: string
  description?: string
  enum?: string[]
  default?: unknown
  items?: { enum?: string[] }
  anyOf?: Property[]
}

export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** The fields of an operation's input as JSON Schema properties, with the required ones. */
export function inputProperties(declared: Operation): {
  readonly properties: Readonly<Record<string, Property>>
  readonly required: readonly string[]
} {
  const schema = z.toJSONSchema(declared.input, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, Property>
    required?: string[]
  }
  return { properties: schema.properties ?? {}, required: schema.required ?? [] }
}

/** Lists come as `--me a,b`, as `--me a --me b`, or both. */
const gather = (value: string, before: unknown): string[] => [
  ...(Array.isArray(before) ? (before as string[]) : []),
  ...value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
]

/** The options of a command: every field of the input that is no plain word. */
export function optionsOf(declared: Operation): Option[] {
  const { properties, required } = inputProperties(declared)
  const words = new Set(declared.cli?.positionals ?? [])
  return Object.entries(properties)
    .filter(([name]) => !words.has(name) && name !== declared.secretField)
    .map(([name, property]) => {
      const flag = `--${kebab(name)}`
      const help = property.description ?? ''
      if (property.type === 'boolean') return new Option(flag, help)
      if (property.type === 'array')
        return new Option(`${flag} <${kebab(name)},…>`, help).argParser<string[]>(gather)
      const option = new Option(
        `${flag} <${property.type === 'string' ? 'text' : property.type === 'integer' || property.type === 'number' ? 'number' : 'value'}>`,
        help,
      )
      if (property.enum) option.choices(property.enum)
      // Said in the help only: the schema fills it in, so that it stands in one place.
      if (
        typeof property.default === 'number' ||
        (typeof property.default === 'string' && property.default !== '')
      )
        option.description = `${help}${help === '' ? '' : ' '}(default: ${property.default})`
      if (required.includes(name)) option.makeOptionMandatory()
      return option
    })
}

/** The input of an operation from the words and options of a command line. */
export function inputFrom(
  declared: Operation,
  words: readonly unknown[],
  options: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const input: Record<string, unknown> = {}
  const { properties } = inputProperties(declared)
  for (const name of Object.keys(properties)) if (options[name] !== undefined) input[name] = options[name]
  for (const [i, name] of (declared.cli?.positionals ?? []).entries()) {
    const word = words[i]
    // An optional word that takes all that remain comes as an empty list where none was given.
    if (word === undefined || (Array.isArray(word) && word.length === 0)) continue
    const list = properties[name]?.type === 'array'
    input[name] = Array.isArray(word) && !list ? word.join(' ') : word
  }
  return input
}
