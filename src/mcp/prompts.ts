import type { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { GetPromptRequestSchema, ListPromptsRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import { KithError } from '#core/model/errors.ts'
import { getPerson } from '#operations/get-person.ts'
import { listPeople } from '#operations/list-people.ts'
import { personCard } from './person-card.ts'
import type { Run } from './server.ts'

type Prompt = {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly who: { readonly required: boolean; readonly description: string }
  /** What the assistant is asked to do with the card of the person. */
  readonly task: string
}

const facts =
  'Use only what the card says; do not invent shared history. Calibre is influence in a field and never a judgement of a person: do not quote scores to them.'

const prompts: readonly Prompt[] = [
  {
    name: 'prepare-meeting',
    title: 'Prepare a meeting',
    description:
      'A short briefing before you meet somebody: who they are, where you stand, what to bring up.',
    who: { required: true, description: 'Name, address or id of the person you meet' },
    task: `Prepare me for a meeting with this person. In at most twelve lines: who they are, how our tie stands and what the evidence is, what we last spoke of, what is open between us, and two questions worth asking. ${facts}`,
  },
  {
    name: 'write-to-dormant-tie',
    title: 'Write to somebody you lost touch with',
    description: 'A few honest lines to somebody who trusts you and whom you have not spoken to for long.',
    who: {
      required: false,
      description: 'Name, address or id; left out, the one whose trust is highest among those out of touch',
    },
    task: `Draft three to five lines that take up contact again with this person. Begin with what we last exchanged, say why I write now, ask one easy question; no flattery, no excuse longer than half a sentence. ${facts}`,
  },
]

/** People looked at to find the tie to take up again. */
const SEARCHED = 500

async function mostTrustedDormant(run: Run, signal: AbortSignal): Promise<string> {
  const { people } = await run(listPeople, { sort: 'trust', limit: SEARCHED }, signal)
  const found = people.find(({ trust, closeness }) => trust >= 0.5 && closeness < 0.2)
  if (found === undefined)
    throw new KithError('not-found', 'Nobody who trusts you is out of touch; name somebody to write to.')
  return String(found.id)
}

/** Tasks that an assistant can be given with a click, each with the card of the person it is about. */
export function offerPrompts(server: Server, run: Run): void {
  server.setRequestHandler(ListPromptsRequestSchema, () => ({
    prompts: prompts.map(({ name, title, description, who }) => ({
      name,
      title,
      description,
      arguments: [{ name: 'who', ...who }],
    })),
  }))
  server.setRequestHandler(GetPromptRequestSchema, async ({ params }, extra) => {
    const prompt = prompts.find(({ name }) => name === params.name)
    if (prompt === undefined) throw new KithError('not-found', `There is no prompt ${params.name}.`)
    const asked = params.arguments?.['who']?.trim() ?? ''
    if (asked === '' && prompt.who.required)
      throw new KithError('invalid-input', `Say who ${prompt.name} is about.`)
    const who = asked === '' ? await mostTrustedDormant(run, extra.signal) : asked
    const card = personCard(await run(getPerson, { who }, extra.signal))
    return {
      description: prompt.description,
      messages: [{ role: 'user', content: { type: 'text', text: `${prompt.task}\n\n${card}` } }],
    }
  })
}
