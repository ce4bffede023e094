import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import type { z } from 'zod'
import { SOLE_OWNER } from '#core/model/ids.ts'
import type { Context, Operation } from '#operations/operation.ts'
import { runOperation } from '#operations/run.ts'
import type { Store } from '#store/store.ts'
import { offerPrompts } from './prompts.ts'
import { offerResources } from './resources.ts'
import { offerTools } from './tools.ts'

/** Runs an operation for an assistant. */
export type Run = <O extends Operation>(
  declared: O,
  input: unknown,
  signal: AbortSignal,
) => Promise<z.output<O['output']>>

/**
 * An MCP server made from the operations: tools, cards of people to read, and prompts.
 * @see https://modelcontextprotocol.io/specification
 */
export function createMcpServer(options: {
  readonly store: () => Promise<Store>
  readonly version: string
  readonly allowWrites: boolean
}): Server {
  const server = new Server(
    { name: 'kith', version: options.version },
    {
      capabilities: { tools: {}, resources: {}, prompts: {} },
      instructions:
        "The user's professional network: who has calibre in their field, how close each tie is, and whether they know enough people for their goals. Calibre is influence in a field, never a person's worth; null is unknown. Every figure comes with its evidence.",
    },
  )
  const run: Run = async (declared, input, signal) => {
    const context: Context = {
      store: await options.store(),
      owner: SOLE_OWNER,
      now: Date.now,
      at: null,
      version: options.version,
      progress: () => {},
      signal,
      run: (other, otherInput) => runOperation(other, context, otherInput),
    }
    return await runOperation(declared, context, input)
  }
  offerTools(server, run, options.allowWrites)
  offerResources(server, run)
  offerPrompts(server, run)
  return server
}
