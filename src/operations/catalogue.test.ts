import { expect, test } from 'vitest'
import { z } from 'zod'
import { entries, loadAll } from './index.ts'

const repeated = (words: readonly string[]): readonly string[] =>
  words.filter((word, i) => words.indexOf(word) !== i)

test('no two operations share a route or a command', () => {
  expect(repeated(entries.map(({ method, path }) => `${method} ${path}`))).toEqual([])
  expect(repeated(entries.flatMap(({ command }) => (command === null ? [] : [command.join(' ')])))).toEqual(
    [],
  )
})

test('every summary is one sentence', () => {
  for (const { summary } of entries) expect(summary).toMatch(/^[A-Z].*\.$/)
})

test('an operation bears the name it is listed under, and prints in the terminal only where it has a command', async () => {
  for (const [i, declared] of (await loadAll()).entries()) {
    expect(declared.name).toBe(entries[i]?.name)
    if (declared.command === null) expect(declared.cli, declared.name).toBeUndefined()
  }
})

test('a word that commands share is a command itself, or a group that stands before them', () => {
  const known = new Set<string>()
  for (const { command } of entries) {
    if (command === null) continue
    for (let end = 1; end < command.length; end += 1) known.add(`group ${command.slice(0, end).join(' ')}`)
    expect([...known], 'list it before the commands below it').not.toContain(`group ${command.join(' ')}`)
  }
})

test('an operation is loaded once', () => {
  for (const entry of entries) expect(entry.load()).toBe(entry.load())
})

test('every field that a person or program can give says what it is for', async () => {
  const untold = (await loadAll()).flatMap(({ name, input }) => {
    const { properties = {} } = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })
    return Object.entries(properties)
      .filter(([, property]) => typeof property !== 'object' || !property.description)
      .map(([field]) => `${name}: ${field}`)
  })
  expect(untold).toEqual([])
})
