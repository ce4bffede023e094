import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import { expect, test } from 'vitest'
import { percent } from '#operations/text.ts'
import type { Operation } from '#operations/operation.ts'
import { loadAll } from '#operations/index.ts'
import { openStore } from '#store/open-store.ts'
import type { Store } from '#store/store.ts'
import { answerMcp } from './http.ts'
import { createMcpServer } from './server.ts'
import { smallNetwork } from './testing/small-network.ts'
import { toolName } from './tools.ts'

/** The official client, connected to kith; on an empty database unless one is given. */
async function connect(allowWrites: boolean, filled?: Store) {
  const store = filled ?? (await openStore(':memory:'))
  const server = createMcpServer({ store: () => Promise.resolve(store), version: '0.0.0', allowWrites })
  const client = new Client({ name: 'test', version: '0' })
  const [ours, theirs] = InMemoryTransport.createLinkedPair()
  await Promise.all([server.connect(ours), client.connect(theirs)])
  return { client, close: () => Promise.all([client.close(), store.close()]) }
}

const all: readonly Operation[] = await loadAll()
const offered = (readOnly: boolean): readonly Operation[] => all.filter((o) => o.mcp?.readOnly === readOnly)

test('without leave to write only reading tools are offered', async () => {
  const { client, close } = await connect(false)
  const { tools } = await client.listTools()
  expect(tools.map((tool) => tool.name).sort()).toEqual(offered(true).map(toolName).sort())
  expect(tools.every((tool) => tool.annotations?.readOnlyHint === true)).toBe(true)
  const refused = await client.callTool({ name: 'add_goal', arguments: { kind: 'referrals', target: 3 } })
  expect(refused.isError).toBe(true)
  await close()
})

test('no two tools share a name', () => {
  const names = [...offered(true), ...offered(false)].map(toolName)
  expect(new Set(names).size).toBe(names.length)
})

test('with leave to write a goal can be set and shows in worth', async () => {
  const { client, close } = await connect(true)
  expect((await client.listTools()).tools.map((tool) => tool.name)).toContain('add_goal')
  await client.callTool({ name: 'add_goal', arguments: { kind: 'hires', target: 2, per: 'year' } })
  const worth = await client.callTool({ name: 'network_worth', arguments: {} })
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

test('an argument that a tool does not know is refused, and not passed over', async () => {
  const { client, close } = await connect(false)
  const answer = await client.callTool({ name: 'search_people', arguments: { serach: 'ada' } })
  expect(answer).toMatchObject({ isError: true })
  expect((answer.content as { text: string }[])[0]?.text).toMatch(
    /^search_people takes no "serach"; it takes .*search/,
  )
  await close()
})

test('a card says the same shares as the terminal', async () => {
  const { client, close } = await connect(false, await smallNetwork())
  const found = await client.callTool({ name: 'search_people', arguments: { search: 'ada' } })
  const { people } = found.structuredContent as { people: { id: number; closeness: number }[] }
  const { contents } = await client.readResource({ uri: `kith://people/${people[0]?.id}` })
  expect((contents[0] as { text: string }).text).toContain(
    `- Closeness ${percent(people[0]?.closeness ?? null)}:`,
  )
  await expect(client.readResource({ uri: 'kith://people/%' })).rejects.toThrow('Nobody you know fits "%"')
  await close()
})

test('every reading tool answers its own examples on a small network, or says in a sentence why not', async () => {
  const { client, close } = await connect(false, await smallNetwork())
  // The client checks structured content against the schema that the tool declares.
  await client.listTools()
  for (const declared of offered(true))
    for (const { input } of declared.examples) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as an assistant asks
      const answer = await client.callTool({ name: toolName(declared), arguments: input as never })
      const [content] = answer.content as { text: string }[]
      expect(content?.text).not.toContain('inside kith')
      if (answer.isError === true) expect(content?.text).toMatch(/\.$/)
    }
  await close()
})

test('a person is found, and their card reads like one', async () => {
  const { client, close } = await connect(false, await smallNetwork())
  const found = await client.callTool({ name: 'search_people', arguments: { search: 'ada' } })
  const { people } = found.structuredContent as { people: { id: number }[] }
  expect(people).toHaveLength(1)
  const uri = `kith://people/${people[0]?.id}`
  const { contents } = await client.readResource({ uri })
  expect(contents[0]).toMatchObject({ uri, mimeType: 'text/markdown' })
  const { text } = contents[0] as { text: string }
  expect(text).toMatch(/^# ada/i)
  expect(text).toContain('- Calibre unknown')
  expect(text).toContain('## Last exchanges\n- 2026-01-02, mail, from them: Re: engine')
  await close()
})

test('the people who matter most are listed as resources, all others by a template', async () => {
  const { client, close } = await connect(false, await smallNetwork())
  const { resources } = await client.listResources()
  expect(resources.map(({ name }) => name.toLowerCase())).toEqual(
    expect.arrayContaining([expect.stringContaining('ada')]),
  )
  const { resourceTemplates } = await client.listResourceTemplates()
  expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual(['kith://people/{who}'])
  await expect(client.readResource({ uri: 'kith://nothing' })).rejects.toThrow(/people are at/)
  await close()
})

test('a meeting is prepared from facts, and the dormant tie to write to is found', async () => {
  const { client, close } = await connect(false, await smallNetwork())
  const { prompts } = await client.listPrompts()
  expect(prompts.map(({ name }) => name)).toEqual(['prepare-meeting', 'write-to-dormant-tie'])
  const meeting = await client.getPrompt({ name: 'prepare-meeting', arguments: { who: 'ada' } })
  expect(JSON.stringify(meeting.messages)).toContain('Prepare me for a meeting')
  const dormant = await client.getPrompt({ name: 'write-to-dormant-tie' })
  expect(JSON.stringify(dormant.messages)).toContain('ben@old.example')
  await expect(client.getPrompt({ name: 'prepare-meeting' })).rejects.toThrow(/Say who/)
  await close()
})

test('the official client speaks to kith over HTTP', async () => {
  const store = await smallNetwork()
  const options = { store: () => Promise.resolve(store), version: '0.0.0', allowWrites: false }
  const client = new Client({ name: 'test', version: '0' })
  const transport = new StreamableHTTPClientTransport(new URL('http://127.0.0.1/mcp'), {
    fetch: async (url, init) => await answerMcp(new Request(url, init), options),
  })
  await client.connect(transport as never)
  expect((await client.listTools()).tools.map(({ name }) => name)).toContain('search_people')
  const found = await client.callTool({ name: 'search_people', arguments: { search: 'ben' } })
  expect(found.structuredContent).toMatchObject({ total: 1 })
  await client.close()
  await store.close()
})
