import type { Server } from '@modelcontextprotocol/sdk/server/index.js'
import {
  ListResourceTemplatesRequestSchema,
  ListResourcesRequestSchema,
  ReadResourceRequestSchema,
} from '@modelcontextprotocol/sdk/types.js'
import type { z } from 'zod'
import { decodePercent } from '#core/identity/profile-urls.ts'
import { KithError } from '#core/model/errors.ts'
import { getPerson } from '#operations/get-person.ts'
import { listPeople } from '#operations/list-people.ts'
import { weeklyPlan } from '#operations/plan/weekly-plan.ts'
import { personCard } from './person-card.ts'
import type { Run } from './server.ts'

/** People listed one by one; all others are reached by the template. */
const LISTED = 25
const PLAN = 'kith://plan'
const personUri = (id: number | string): string => `kith://people/${id}`

/** The plan as a list to read. */
function planText({ text, actions }: z.output<(typeof weeklyPlan)['output']>): string {
  return [
    '# The plan of the week',
    text,
    '',
    ...actions.map(
      ({ id, kind, about, why, minutes }) =>
        `- ${id}: ${kind}, ${about?.name ?? 'nobody in particular'} (${minutes} minutes). ${why}`,
    ),
  ].join('\n')
}

/** Cards of people, and the plan, as Markdown to read into a conversation. */
export function offerResources(server: Server, run: Run): void {
  server.setRequestHandler(ListResourcesRequestSchema, async (_, extra) => {
    const { people } = await run(listPeople, { limit: LISTED }, extra.signal)
    return {
      resources: [
        {
          uri: PLAN,
          name: 'The plan of the week',
          description: 'What to do next, why, and how long it takes',
          mimeType: 'text/markdown',
        },
        ...people.map(({ id, name, title, organisation }) => ({
          uri: personUri(id),
          name,
          description: [title, organisation].filter((text) => text !== null).join(', ') || 'Contact',
          mimeType: 'text/markdown',
        })),
      ],
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
    if (uri === PLAN) {
      const text = planText(await run(weeklyPlan, {}, extra.signal))
      return { contents: [{ uri, mimeType: 'text/markdown', text }] }
    }
    const who = /^kith:\/\/people\/(.+)$/.exec(uri)?.[1]
    if (who === undefined)
      throw new KithError(
        'not-found',
        `There is nothing at ${uri}; people are at ${personUri('<id>')}, the plan at ${PLAN}.`,
      )
    const person = await run(getPerson, { who: decodePercent(who) }, extra.signal)
    return { contents: [{ uri, mimeType: 'text/markdown', text: personCard(person) }] }
  })
}
