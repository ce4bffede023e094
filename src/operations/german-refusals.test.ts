import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, type ESTree } from 'vite'
import { expect, test } from 'vitest'
import { germanOf } from '#core/sentences/translated/translate.ts'

const src = join(import.meta.dirname, '..')

type Node = { readonly type: string } & Readonly<Record<string, unknown>>

function* nodesIn(value: unknown): Iterable<Node> {
  if (Array.isArray(value)) for (const one of value) yield* nodesIn(one)
  else if (typeof value === 'object' && value !== null) {
    if ('type' in value) yield value as Node
    for (const one of Object.values(value)) yield* nodesIn(one)
  }
}

/** Each form that an expression of words may take, with `X` for what is only known when it runs. */
function forms(node: ESTree.Expression | ESTree.PrivateIdentifier): string[] {
  if (node.type === 'Literal') return [String(node.value)]
  if (node.type === 'TemplateLiteral')
    return node.quasis.reduce<string[]>(
      (said, { value }, i) => {
        const next = node.expressions[i]
        const filled = next === undefined ? [''] : next.type === 'ConditionalExpression' ? forms(next) : ['X']
        return said.flatMap((before) => filled.map((one) => before + (value.cooked ?? '') + one))
      },
      [''],
    )
  if (node.type === 'BinaryExpression')
    return forms(node.left).flatMap((left) => forms(node.right).map((right) => left + right))
  if (node.type === 'ConditionalExpression') return [...forms(node.consequent), ...forms(node.alternate)]
  if (node.type === 'LogicalExpression') return [...forms(node.left), ...forms(node.right)]
  return ['X']
}

const isSentence = (text: string): boolean => text.replaceAll('X', '').trim().split(/\s+/).length > 2

/** What only the terminal can meet: the folder of the database, the port, where the data is kept. */
const forTheTerminal =
  /with --db|--port|holds the tables|newer kith \(schema|PostgreSQL database\. It looks|SQLite's log|--scope|Idempotency-Key|x-kith|is for the page and the terminal|feeds only|What was just written|no such feed|--me all|may only/

/** What is said where, of each file of some rooms. */
function* saidIn(
  rooms: string,
  expressionOf: (node: Node) => unknown,
): Iterable<{ readonly file: string; readonly sentence: string }> {
  for (const file of globSync(`${rooms}/**/*.ts`, { cwd: src })) {
    if (/\.test\.ts$|testing\/|contract\//.test(file)) continue
    for (const node of nodesIn(parseSync(file, readFileSync(join(src, file), 'utf8')).program)) {
      const said = expressionOf(node)
      if (said === undefined || said === null) continue
      for (const sentence of forms(said as ESTree.Expression))
        if (isSentence(sentence)) yield { file, sentence }
    }
  }
}

const withoutGerman = (all: readonly { readonly file: string; readonly sentence: string }[]): string[] =>
  all
    .filter(({ sentence }) => germanOf(sentence) === null)
    .map(({ file, sentence }) => `${file}: ${sentence}`)

test('every refusal that the page can show has its German', () => {
  const refusals = [
    ...saidIn('{operations,server,store,connectors,intake,importers}', (node) => {
      const { callee, arguments: given } = node as unknown as ESTree.NewExpression
      return node.type === 'NewExpression' && callee.type === 'Identifier' && callee.name === 'KithError'
        ? given[1]
        : undefined
    }),
  ].filter(({ sentence }) => !forTheTerminal.test(sentence))
  expect(refusals.length).toBeGreaterThan(150)
  expect(withoutGerman(refusals)).toEqual([])
})

test('so has every reason for leaving a record out', () => {
  const reasons = [
    ...saidIn('{importers,intake}', (node) => {
      if (node.type === 'ReturnStatement') return (node as unknown as ESTree.ReturnStatement).argument
      if (node.type === 'Property') {
        const { key, value } = node as unknown as ESTree.ObjectProperty
        return key.type === 'Identifier' &&
          ['skip', 'skipped', 'broken', 'problem', 'reason'].includes(key.name)
          ? value
          : undefined
      }
      if (node.type !== 'CallExpression') return undefined
      const { callee, arguments: given } = node as unknown as ESTree.CallExpression
      return callee.type === 'MemberExpression' &&
        callee.property.type === 'Identifier' &&
        callee.property.name === 'skip'
        ? given[1]
        : undefined
    }),
  ]
  expect(reasons.length).toBeGreaterThan(80)
  expect(withoutGerman(reasons)).toEqual([])
})

test('what stands in a sentence stands in its German, and what is such a sentence itself is German as well', () => {
  expect(germanOf('its start "soon" is no date')).toBe('der Beginn „soon“ ist kein Datum')
  expect(
    germanOf(
      'imap.acme.example refuses to let jane in: check the user name and the password; many servers want an app password.',
    ),
  ).toBe(
    'imap.acme.example lässt jane nicht ein: prüfen Sie Benutzernamen und Passwort; viele Server verlangen ein App-Passwort.',
  )
  expect(germanOf('a sentence of tomorrow')).toBeNull()
})
