import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import { z } from 'zod'
import { KithError } from '#core/model/errors.ts'
import { SOLE_OWNER } from '#core/model/ids.ts'
import { operations } from '#operations/index.ts'
import type { Context, Operation } from '#operations/operation.ts'
import { runOperation } from '#operations/run.ts'
import { openStore } from '#store/open-store.ts'
import type { Store } from '#store/store.ts'

const list = Object.values(operations) as readonly Operation[]

const toolName = (declared: Operation): string => declared.name.replaceAll('-', '_')

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

/**
 * An MCP server made from the operations: one tool each that is offered to assistants. Tools that change something
 * only where the user allows it.
 * @see https://modelcontextprotocol.io/specification
 */
export function createMcpServer(options: {
  readonly store: () => Promise<Store>
  readonly version: string
  readonly allowWrites: boolean
}): Server {
  const offered = list.filter((o) => o.mcp !== undefined && (o.mcp.readOnly || options.allowWrites))
  const server = new Server(
    { name: 'kith', version: options.version },
    {
      capabilities: { tools: {} },
      instructions:
        "The user's professional network: who has calibre in their field, how close each tie is, and whether they know enough people for their goals. Calibre is influence in a field, never a person's worth; null is unknown. Every figure comes with its evidence.",
    },
  )
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: offered.map((declared) => ({
      name: toolName(declared),
      title: declared.summary.replace(/\.$/, ''),
      description: [declared.summary, declared.description].filter((text) => text !== undefined).join(' '),
      inputSchema: jsonSchema(declared.input, 'input'),
      outputSchema: jsonSchema(declared.output, 'output'),
      annotations: { readOnlyHint: declared.mcp?.readOnly === true, openWorldHint: false },
    })),
  }))
  server.setRequestHandler(CallToolRequestSchema, async (request, extra) => {
    const declared = offered.find((candidate) => toolName(candidate) === request.params.name)
    try {
      if (declared === undefined) throw new KithError('not-found', `There is no tool ${request.params.name}.`)
      const context: Context = {
        store: await options.store(),
        owner: SOLE_OWNER,
        now: Date.now,
        at: null,
        version: options.version,
        progress: () => {},
        signal: extra.signal,
        run: (other, input) => runOperation(other, context, input),
      }
      const result = await runOperation(declared, context, request.params.arguments ?? {})
      return {
        content: [{ type: 'text', text: JSON.stringify(result) }],
        structuredContent: result as Record<string, unknown>,
      }
    } catch (error) {
      const sentence =
        error instanceof KithError
          ? error.message
          : 'Something went wrong inside kith; its log on standard error says what.'
      if (!(error instanceof KithError))
        process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
      return { isError: true, content: [{ type: 'text', text: sentence }] }
    }
  })
  return server
}

/** Serves until the other side hangs up or the signal aborts; standard output carries the protocol alone. */
export async function serveMcp(options: {
  readonly location: string
  readonly version: string
  readonly allowWrites: boolean
  readonly signal: AbortSignal
  readonly transport?: Transport
}): Promise<void> {
  let opened: Promise<Store> | null = null
  const server = createMcpServer({
    version: options.version,
    allowWrites: options.allowWrites,
    store: () => (opened ??= openStore(options.location)),
  })
  const ended = new Promise<void>((resolve) => {
    server.onclose = resolve
    options.signal.addEventListener('abort', () => void server.close(), { once: true })
    process.stdin.once('end', () => void server.close())
  })
  await server.connect(options.transport ?? new StdioServerTransport())
  await ended
  await (await (opened as Promise<Store> | null))?.close()
}
