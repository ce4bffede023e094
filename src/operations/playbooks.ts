import { z } from 'zod'
import { actionKinds } from '#core/model/action.ts'
import { KithError } from '#core/model/errors.ts'
import { MAX_PLAYBOOK_LENGTH, parsePlaybook } from '#core/playbooks/parse.ts'
import type { PlaybookProblem } from '#core/playbooks/parse.ts'
import { type Context, operation } from './operation.ts'
import {
  allPlaybooks,
  deletePlaybook,
  isPlaybook,
  playbookFolder,
  writePlaybook,
} from './playbooks/folder.ts'
import type { FoundPlaybook } from './playbooks/folder.ts'
import { howTheyWorked } from './playbooks/results.ts'
import type { PlaybookResult } from './playbooks/results.ts'
import { count, table } from './text.ts'

const id = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'letters a to z, digits and hyphens, at most 60')
  .describe('Name of its file without .md')

const problem = z.object({ line: z.number().int(), reason: z.string() })

const playbook = z.object({
  id: z.string(),
  source: z.enum(['shipped', 'yours']),
  title: z.string(),
  action: z.enum(actionKinds).nullable().describe('Null where the file cannot be read'),
  who: z.array(z.string()),
  when: z.array(z.string()),
  minutes: z.number().nullable(),
  text: z.string().describe('The Markdown, to copy and change'),
  problems: z.array(problem).describe('Why it is not used; empty when all is well'),
  used: z
    .object({
      proposed: z.number().int().describe('Actions that wait in the plan'),
      done: z.number().int(),
      skipped: z.number().int().describe('Put off or turned down'),
      answered: z.number().int().describe('Of those done, how many were answered within 30 days'),
      waiting: z.number().int().describe('Of those done, how many may still be answered'),
      outcomes: z.number().int().describe('Outcomes recorded of it'),
    })
    .describe('How it has worked for you'),
  worked: z.string().describe('How it has worked, in a sentence'),
})

function shown({ id: name, source, text, read }: FoundPlaybook, result: PlaybookResult | undefined) {
  const used = result ?? { proposed: 0, done: 0, skipped: 0, answered: 0, waiting: 0, outcomes: 0 }
  const common = { id: name, source, text, used, worked: inWords(used) }
  return isPlaybook(read)
    ? {
        ...common,
        title: read.title,
        action: read.action,
        who: read.who.map((condition) => condition.text),
        when: read.when.map((condition) => condition.text),
        minutes: read.minutes,
        problems: [],
      }
    : {
        ...common,
        title: name,
        action: null,
        who: [],
        when: [],
        minutes: null,
        problems: [...(read as readonly PlaybookProblem[])],
      }
}

function inWords(used: PlaybookResult): string {
  if (used.done === 0) return used.proposed > 0 ? 'In the plan, not tried yet.' : 'Not tried yet.'
  const decided = used.done - used.waiting
  const answers =
    decided === 0 ? 'no answer due yet' : `${used.answered} of ${decided} answered within 30 days`
  return `Done ${count(used.done, 'time')}: ${answers}${used.waiting > 0 && decided > 0 ? `, ${used.waiting} may still be` : ''}; ${count(used.outcomes, 'outcome')}.`
}

export const listPlaybooks = operation({
  name: 'list-playbooks',
  description:
    'A playbook is a short Markdown file: for whom, when, which action, and what to write. Put your own into the folder shown; one of the same name replaces a shipped one.',
  input: z.object({}),
  output: z.object({
    folder: z.string().nullable().describe('Where your own lie; null when there is no place for them'),
    playbooks: z.array(playbook),
    text: z.string(),
  }),
  examples: [],
  cli: {
    json: ({ playbooks }) => playbooks,
    print: ({ playbooks, text }) =>
      [
        table(
          ['id', 'title', 'action', 'for whom and when', 'so far'],
          playbooks.map((each) => [
            each.id,
            each.title,
            each.action ?? 'cannot be read',
            [...each.who, ...each.when].join(', '),
            each.worked,
          ]),
          46,
        ),
        ...playbooks.flatMap((each) =>
          each.problems.map(({ line, reason }) => `${each.id}.md, line ${line}: ${reason}`),
        ),
        text,
      ].join('\n'),
  },
  mcp: { readOnly: true },
  run: async (context) => {
    const found = await allPlaybooks(context)
    const results = await howTheyWorked(context)
    const folder = playbookFolder(context.store.location)
    const broken = found.filter(({ read }) => !isPlaybook(read)).length
    return {
      folder,
      playbooks: found.map((each) => shown(each, results.get(each.id))),
      text: `${folder === null ? 'For playbooks of your own set KITH_PLAYBOOKS to a folder.' : `Your own go into ${folder}; kith playbook <id> prints one to begin from.`}${broken > 0 ? ` ${count(broken, 'file is', 'files are')} not used: see above.` : ''}`,
    }
  },
})

async function find(context: Context, name: string) {
  const found = (await allPlaybooks(context)).find((each) => each.id.toLowerCase() === name)
  if (found === undefined)
    throw new KithError('not-found', `There is no playbook ${name}; kith playbooks lists those there are.`)
  return shown(found, (await howTheyWorked(context)).get(found.id))
}

export const getPlaybook = operation({
  name: 'get-playbook',
  input: z.object({ id }),
  output: playbook,
  examples: [{ title: 'One that kith ships', input: { id: 'dormant-but-trusted' } }],
  cli: { positionals: ['id'], print: ({ text }) => text.trimEnd() },
  mcp: { readOnly: true },
  run: (context, { id: name }) => find(context, name),
})

export const savePlaybook = operation({
  name: 'save-playbook',
  input: z.object({
    id,
    text: z.string().min(1).max(MAX_PLAYBOOK_LENGTH).describe('Front matter and message, Markdown'),
  }),
  output: playbook,
  examples: [],
  run: async (context, { id: name, text }) => {
    const read = parsePlaybook(name, text)
    if (!isPlaybook(read))
      throw new KithError(
        'invalid-input',
        (read as readonly PlaybookProblem[]).map(({ line, reason }) => `Line ${line}: ${reason}`).join(' '),
      )
    await writePlaybook(context, name, text)
    return find(context, name)
  },
})

export const removePlaybook = operation({
  name: 'remove-playbook',
  input: z.object({ id }),
  output: z.object({ removed: z.string(), text: z.string().describe('What it was, to bring it back') }),
  examples: [],
  run: async (context, { id: name }) => {
    const { source, text } = await find(context, name)
    if (source === 'shipped')
      throw new KithError(
        'conflict',
        `${name} came with kith and cannot be deleted; a playbook of your own with this name replaces it.`,
      )
    await deletePlaybook(context, name)
    return { removed: name, text }
  },
})
