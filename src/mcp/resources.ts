import type { Server } from '@modelcontextprotocol/sdk/server/index.js'
import {
  ListResourceTemplatesRequestSchema,
  ListResourcesRequestSchema,
  ReadResourceRequestSchema,
} from '@modelcontextprotocol/sdk/types.js'
import { KithError } from '#core/model/errors.ts'
import { getPerson } from '#operations/get-person.ts'
import { listPeople } from '#operations/list-people.ts'
import { personCard } from './person-card.ts'
import type { Run } from './server.ts'

/** People listed one by one; all others are reached by the template. */
const LISTED = 25
const personUri = (id: number | string): string => `kith://people/${id}`

/** Cards of people, as Markdown to read into a conversation. */
export function offerResources(server: Server, run: Run): void {
  server.setRequestHandler(ListResourcesRequestSchema, async (_, extra) => {
    const { people } = await run(listPeople, { limit: LISTED }, extra.signal)
    return {
      resources: people.map(({ id, name, title, organisation }) => ({
        uri: personUri(id),
        name,
        description: [title, organisation].filter((text) => text !== null).join(', ') || 'Contact',
        mimeType: 'text/markdown',
      })),
    }
  })
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({
    resourceTemplates: [
      {
        uriTemplate: personUri('{who}'),
        name: 'A person',
        description: 'Card of a contact by id, name or address: scores with their evidence, last exchanges',
        mimeType: 'text/markdown',
      },
    ],
  }))
  server.setRequestHandler(ReadResourceRequestSchema, async ({ params: { uri } }, extra) => {
    const who = /^kith:\/\/people\/(.+)$/.exec(uri)?.[1]
    if (who === undefined)
      throw new KithError('not-found', `There is nothing at ${uri}; people are at ${personUri('<id>')}.`)
    const person = await run(getPerson, { who: decodeURIComponent(who) }, extra.signal)
    return { contents: [{ uri, mimeType: 'text/markdown', text: personCard(person) }] }
  })
}
