import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { KithError } from '#core/model/errors.ts'
import { databaseLocation, dataFolder } from './location.ts'
import type { Service } from './program.ts'

const DEFAULT_PORT = 5178

function portOf(text: unknown): number {
  if (typeof text !== 'string') return DEFAULT_PORT
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new KithError('usage', `--port ${text} is no port; use a number from 0 (any free one) to 65535.`)
  return port
}

/** Opens the browser the way the platform does; where there is none, the address has been printed anyway. */
function openBrowser(url: string): void {
  const [program, ...words] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url]
  const child = spawn(program as string, words, { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}

export const serveCommand: Service = {
  name: 'serve',
  summary: 'Serves the web app and the API on this machine.',
  options: [
    ['--port <number>', `port on 127.0.0.1; 0 takes a free one (default: ${DEFAULT_PORT})`],
    ['--open', 'open the app in the browser'],
    ['--show-token', 'print the token that programs need for the API'],
  ],
  run: async (options, terminal) => {
    // Loaded here, since no other command needs the server.
    const { serve } = await import('#server/serve.ts')
    const served = await serve({
      location: databaseLocation(options.db, terminal.env),
      dataFolder: dataFolder(),
      version: terminal.version,
      port: portOf(options['port']),
      answerMcp: async (request, asked) => await (await import('#mcp/http.ts')).answerMcp(request, asked),
      onBug: (error) =>
        process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
    })
    const token = options['showToken'] === true ? { token: served.token } : {}
    if (options.json === true || (options.quiet !== true && !terminal.interactive))
      terminal.out(`${JSON.stringify({ listening: served.url, ...token })}\n`)
    else if (options.quiet !== true)
      terminal.out(
        `kith is at ${served.url} (Ctrl-C stops it)\n${token.token === undefined ? '' : `Its token is ${token.token}\n`}`,
      )
    if (options['open'] === true) openBrowser(served.url)
    if (!terminal.signal.aborted) await once(terminal.signal, 'abort')
    await served.close()
  },
}

export const mcpCommand: Service = {
  name: 'mcp',
  summary: 'Serves your network to an AI assistant over standard input and output (MCP).',
  options: [['--allow-writes', 'offer the tools that change something too']],
  run: async (options, terminal) => {
    const { serveMcp } = await import('#mcp/serve.ts')
    await serveMcp({
      location: databaseLocation(options.db, terminal.env),
      version: terminal.version,
      allowWrites: options['allowWrites'] === true,
      signal: terminal.signal,
    })
  },
}
