import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import { openStore } from '#store/open-store.ts'
import type { Store } from '#store/store.ts'
import { createMcpServer } from './server.ts'

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
