import { expect, test } from 'vitest'
import { operations } from '#operations/index.ts'
import { type OperationName, routes } from './client.ts'

const declared = new Map<string, string>(
  Object.values(operations).map(({ name, method, path }) => [name, `${method.toUpperCase()} ${path}`]),
)

test.each(Object.keys(routes) as OperationName[])('%s is asked for where the operation answers', (name) => {
  expect(routes[name]).toBe(declared.get(name))
})
