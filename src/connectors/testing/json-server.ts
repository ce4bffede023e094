import { createServer, type IncomingHttpHeaders } from 'node:http'

export type Asked = {
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  readonly body: unknown
  /** Address of this server. */
  readonly base: string
}
export type Told = {
  readonly status?: number
  readonly headers?: Record<string, string>
  readonly body: unknown
}

export type JsonServer = {
  readonly url: string
  /** Paths that were asked for, in order. */
  readonly asked: string[]
  readonly stop: () => Promise<void>
}

/** A server of JSON on loopback. */
export function jsonServer(answer: (asked: Asked) => Told): Promise<JsonServer> {
  const asked: string[] = []
  let base = ''
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const url = new URL(request.url ?? '/', base)
      asked.push(url.pathname)
      const text = Buffer.concat(chunks).toString('utf8')
      const { status, headers, body } = answer({
        path: url.pathname,
        query: url.searchParams,
        headers: request.headers,
        body: text === '' ? null : (JSON.parse(text) as unknown),
        base,
      })
      response.writeHead(status ?? 200, { 'content-type': 'application/json', ...headers })
      response.end(JSON.stringify(body))
    })
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      base = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
      resolve({
        url: base,
        asked,
        stop: () =>
          new Promise((done) => {
            server.closeAllConnections()
            server.close(() => done())
          }),
      })
    })
  })
}
