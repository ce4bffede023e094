import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { kithCommand } from '../e2e/kith.ts'

/** Characters shown of an answer. */
const SHOWN = 900

/**
 * Makes docs/mcp.md: the official client starts `kith mcp` on the sample network, lists what it offers and calls the
 * tools an assistant needs most, one after the other, as a conversation would: `npm run docs:mcp`.
 */
const folder = mkdtempSync(join(tmpdir(), 'kith-mcp-'))
const db = join(folder, 'kith.db')
const client = new Client({ name: 'transcript', version: '1' })
const open = async (args: readonly string[]): Promise<void> => {
  await client.connect(
    new StdioClientTransport({ command: kithCommand, args: [...args, '--db', db], stderr: 'inherit' }),
  )
}

type Answer = { readonly structuredContent?: unknown; readonly content: { readonly text?: string }[] }

const lines: string[] = []
async function call(name: string, input: Readonly<Record<string, unknown>>): Promise<unknown> {
  const answer = (await client.callTool({ name, arguments: input }, undefined, {
    timeout: 300_000,
  })) as Answer
  const text = answer.content[0]?.text ?? ''
  const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)} …` : text
  lines.push(`### \`${name}\``, '', '```json', JSON.stringify(input), '```', '', '```json', shown, '```', '')
  return answer.structuredContent
}

try {
  execFileSync(kithCommand, ['sample', '--db', db, '--quiet'], { stdio: 'inherit' })
  await open(['mcp', '--allow-writes'])
  const { tools } = await client.listTools()
  const { prompts } = await client.listPrompts()
  lines.push(
    '# kith for assistants',
    '',
    'What the official MCP client gets from `kith mcp --allow-writes` on the sample network of invented people. Made by',
    '`npm run docs:mcp`; long answers are cut. Without `--allow-writes` only the tools marked *reads* are offered.',
    '',
    '## Tools',
    '',
    '| tool | | does |',
    '|---|---|---|',
    ...tools.map(
      ({ name, title, annotations }) =>
        `| \`${name}\` | ${annotations?.readOnlyHint === true ? 'reads' : 'writes'} | ${title ?? ''} |`,
    ),
    '',
    '## Resources and prompts',
    '',
    '`kith://plan` is the plan of the week, `kith://people/{who}` the card of a person, both Markdown.',
    '',
    ...prompts.map(({ name, description }) => `- \`${name}\`: ${description ?? ''}`),
    '',
    '## A conversation',
    '',
  )
  const found = (await call('search_people', { sort: 'closeness', limit: 2 })) as {
    people: { id: number }[]
  }
  const who = String(found.people[0]?.id ?? 1)
  await call('get_person', { who })
  await call('network_worth', {})
  const plan = (await call('weekly_plan', { minutes: 60 })) as { actions: { id: number }[] }
  await call('complete_action', { id: plan.actions[0]?.id ?? 1, minutes: 10 })
  const { people } = (await call('discover', { limit: 1 })) as { people: { id: number }[] }
  if (people[0] !== undefined) await call('find_introduction', { who: String(people[0].id) })
  await call('record_outcome', { kind: 'referral', from: who, note: 'Recommended me to a client' })
  await call('add_note', { who, text: 'Prefers to be called in the afternoon.' })
  const card = await client.readResource({ uri: `kith://people/${who}` })
  lines.push('## A card', '', '```markdown', (card.contents[0] as { text: string }).text, '```', '')
  writeFileSync(join(import.meta.dirname, '..', 'docs', 'mcp.md'), lines.join('\n'))
} finally {
  await client.close()
  rmSync(folder, { recursive: true, force: true })
}
