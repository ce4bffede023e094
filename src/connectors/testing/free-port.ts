import { createServer } from 'node:net'

/** A port on loopback that nobody listens at. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

/** Waits until somebody listens at a port, as long as `alive` says that somebody may. */
export async function listening(port: number, alive: () => boolean): Promise<void> {
  const { connect } = await import('node:net')
  const { setTimeout: pause } = await import('node:timers/promises')
  while (alive()) {
    const up = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1')
      socket.once('connect', () => {
        socket.destroy()
        resolve(true)
      })
      socket.once('error', () => resolve(false))
    })
    if (up) return
    await pause(50)
  }
  throw new Error(`nothing listens at ${port}: the server ended`)
}
