import { connect, createServer, type Socket } from 'node:net'

export type CuttingProxy = {
  readonly port: number
  /** Bytes that came back through it so far. */
  readonly passed: () => number
  readonly close: () => Promise<void>
}

/** Passes on to a port of this machine, and cuts the first connection once the server has sent so many bytes. */
export function cuttingProxy(to: number, afterBytes: number): Promise<CuttingProxy> {
  let left = afterBytes
  let passed = 0
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const upstream = connect(to, '127.0.0.1')
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        sockets.delete(socket)
        client.destroy()
        upstream.destroy()
      })
    }
    client.pipe(upstream)
    upstream.on('data', (chunk: Buffer) => {
      passed += chunk.length
      if (left > 0 && passed >= left) {
        left = 0
        client.destroy()
      } else client.write(chunk)
    })
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve({
        port: typeof address === 'object' && address !== null ? address.port : 0,
        passed: () => passed,
        close: () =>
          new Promise((done) => {
            for (const socket of sockets) socket.destroy()
            server.close(() => done())
          }),
      })
    })
  })
}
