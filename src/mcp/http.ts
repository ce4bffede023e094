import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
import type { Store } from '#store/store.ts'
import { createMcpServer } from './server.ts'

/**
 * Answers one request of an assistant over streamable HTTP, without a session: each request stands for itself, so
 * that nothing is kept and any of several servers can answer.
 */
export async function answerMcp(
  request: Request,
  options: {
    readonly store: () => Promise<Store>
    readonly version: string
    readonly allowWrites: boolean
  },
): Promise<Response> {
  const server = createMcpServer(options)
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true })
  await server.connect(transport)
  return await transport.handleRequest(request)
}
