import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { serve as listen } from '@hono/node-server'
import { KithError } from '#core/model/errors.ts'
import { createApp } from './app.ts'
import { Uploads } from './uploads.ts'
import { webFile } from './web-files.ts'

export type Served = { readonly url: string; readonly token: string; readonly close: () => Promise<void> }

/**
 * Serves the web app and the API on loopback.
 * @param options.port 0 takes a free one
 * @throws KithError 'conflict' when the port is taken
 */
export async function serve(options: {
  readonly location: string
  readonly version: string
  readonly port: number
  readonly onBug: (error: unknown) => void
}): Promise<Served> {
  const token = randomBytes(24).toString('base64url')
  const { app, close } = createApp({ ...options, token, uploads: new Uploads(), webFile })
  return await new Promise((resolve, reject) => {
    const server = listen(
      { fetch: app.fetch, hostname: '127.0.0.1', port: options.port },
      (info: AddressInfo) =>
        resolve({
          url: `http://127.0.0.1:${info.port}`,
          token,
          close: async () => {
            if ('closeAllConnections' in server) server.closeAllConnections()
            await new Promise((done) => server.close(done))
            await close()
          },
        }),
    )
    server.on('error', (error: NodeJS.ErrnoException) => {
      void close()
      reject(
        error.code === 'EADDRINUSE'
          ? new KithError(
              'conflict',
              `Port ${options.port} is taken, perhaps by another kith; choose one with --port.`,
              { cause: error },
            )
          : error,
      )
    })
  })
}
