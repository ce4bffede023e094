import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import { expect, test } from 'vitest'
import { operations } from '#operations/index.ts'
import type { Operation } from '#operations/operation.ts'
import { openStore } from '#store/open-store.ts'
import { createMcpServer } from './serve.ts'

/** The official client, connected to kith on an empty database. */
async function connect(allowWrites: boolean) {
  const store = await openStore(':memory:')
  const server = createMcpServer({ store: () => Promise.resolve(store), version: '0.0.0', allowWrites })
  const client = new Client({ name: 'test', version: '0' })
  const [ours, theirs] = InMemoryTransport.createLinkedPair()
  await Promise.all([server.connect(ours), client.connect(theirs)])
  return { client, close: () => Promise.all([client.close(), store.close()]) }
}

const named = (readOnly: boolean) =>
  (Object.values(operations) as readonly Operation[])
    .filter((o) => o.mcp?.readOnly === readOnly)
    .map((o) => o.name.replaceAll('-', '_'))

test('without leave to write only reading tools are offered', async () => {
  const { client, close } = await connect(false)
  const { tools } = await client.listTools()
  expect(tools.map((tool) => tool.name).sort()).toEqual(named(true).sort())
  expect(tools.every((tool) => tool.annotations?.readOnlyHint === true)).toBe(true)
  const refused = await client.callTool({ name: 'add_goal', arguments: { kind: 'referrals', target: 3 } })
  expect(refused.isError).toBe(true)
  await close()
})

test('with leave to write a goal can be set and shows in worth', async () => {
  const { client, close } = await connect(true)
  expect((await client.listTools()).tools.map((tool) => tool.name)).toContain('add_goal')
  await client.callTool({ name: 'add_goal', arguments: { kind: 'hires', target: 2, per: 'year' } })
  const worth = await client.callTool({ name: 'get_worth', arguments: {} })
  expect(worth.structuredContent).toMatchObject({
    goals: [{ goal: { kind: 'hires', target: 2, per: 'year' }, assumed: false }],
  })
  await close()
})

test('wrong arguments come back as a sentence', async () => {
  const { client, close } = await connect(true)
  const answer = await client.callTool({ name: 'add_goal', arguments: { kind: 'fame', target: 1 } })
  expect(answer.isError).toBe(true)
  expect(answer.content).toEqual([
    {
      type: 'text',
      text: 'kind has to be one of referrals, partnerships, sales, support, help, replies, hires or investments.',
    },
  ])
  await close()
})

/** Tools that show one thing, with what is not there in an empty database. */
const showsOne: Readonly<Record<string, object>> = {
  get_person: { who: 'nobody' },
  list_positions: { who: 'nobody' },
  get_organisation: { which: 'nowhere' },
}

test('every reading tool answers on an empty database, and its answer fits its schema', async () => {
  const { client, close } = await connect(false)
  // The client checks structured content against the schema that the tool declares.
  await client.listTools()
  for (const name of named(true)) {
    const answer = await client.callTool({ name, arguments: { ...showsOne[name] } })
    expect([name, answer.isError ?? false]).toEqual([name, name in showsOne])
  }
  await close()
})
