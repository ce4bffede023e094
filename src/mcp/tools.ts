import type { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import { z } from 'zod'
import { KithError } from '#core/model/errors.ts'
import type { Described } from '#operations/catalogue.ts'
import { loadAll } from '#operations/index.ts'
import type { Operation } from '#operations/operation.ts'
import { refuseUnknown } from '#operations/wrong-input.ts'
import type { Run } from './server.ts'

/** What assistants call an operation: its own name with underscores, unless it says another. */
export const toolName = (declared: Operation): string =>
  declared.mcp?.name ?? declared.name.replaceAll('-', '_')

const jsonSchema = (
  type: z.ZodType,
  io: 'input' | 'output',
): { type: 'object' } & Record<string, unknown> => {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io, unrepresentable: 'any' }) as Record<
    string,
    unknown
  >
  return { ...schema, type: 'object' }
}

/** The operations as tools; those that change something only where the user allows it. */
export function offerTools(server: Server, run: Run, allowWrites: boolean): void {
  const offered = async (): Promise<readonly Described[]> =>
    (await loadAll()).filter((o) => o.mcp !== undefined && (o.mcp.readOnly || allowWrites))
  server.setRequestHandler(ListToolsRequestSchema, async () => ({
    tools: (await offered()).map((declared) => ({
      name: toolName(declared),
      title: declared.summary.replace(/\.$/, ''),
      description: [declared.summary, declared.description].filter((text) => text !== undefined).join(' '),
      inputSchema: jsonSchema(declared.input, 'input'),
      outputSchema: jsonSchema(declared.output, 'output'),
      annotations: { readOnlyHint: declared.mcp?.readOnly === true, openWorldHint: false },
    })),
  }))
  server.setRequestHandler(CallToolRequestSchema, async (request, extra) => {
    const declared = (await offered()).find((candidate) => toolName(candidate) === request.params.name)
    try {
      if (declared === undefined) throw new KithError('not-found', `There is no tool ${request.params.name}.`)
      const given = request.params.arguments ?? {}
      refuseUnknown({ name: toolName(declared), input: declared.input }, Object.keys(given))
      const whole = await run(declared, given, extra.signal)
      const result = declared.mcp?.brief?.(whole) ?? whole
      return {
        content: [{ type: 'text', text: JSON.stringify(result) }],
        structuredContent: result as Record<string, unknown>,
      }
    } catch (error) {
      return { isError: true, content: [{ type: 'text', text: sentenceOf(error) }] }
    }
  })
}

/** What an assistant is told of an error; what is no fault of the caller's goes to standard error whole. */
function sentenceOf(error: unknown): string {
  if (error instanceof KithError) return error.message
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  return 'Something went wrong inside kith; its log on standard error says what.'
}
