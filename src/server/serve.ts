import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { serve as listen } from '@hono/node-server'
import { KithError } from '#core/model/errors.ts'
import { type AppOptions, createApp } from './app.ts'
import { databaseFolder, sampleLocation } from './location.ts'
import { Uploads } from './uploads.ts'
import { webFile } from './web-files.ts'

export type Served = { readonly url: string; readonly token: string; readonly close: () => Promise<void> }

/**
 * Serves the web app and the API on loopback.
 * @param options.dataFolder the user's own, for the sample network where the database is on a server
 * @param options.port 0 takes a free one
 * @throws KithError 'conflict' when the port is taken, 'database' when the database cannot be opened
 */
export async function serve(options: {
  readonly location: string
  readonly dataFolder: string
  readonly version: string
  readonly port: number
  readonly answerMcp: AppOptions['answerMcp']
  readonly onBug: (error: unknown) => void
}): Promise<Served> {
  const token = randomBytes(24).toString('base64url')
  const folder = databaseFolder(options.location)
  const sample = sampleLocation(options.location, options.dataFolder)
  // Where it cannot be made, opening the sample says so.
  if (folder === null && sample !== ':memory:')
    await mkdir(options.dataFolder, { recursive: true, mode: 0o700 }).catch(() => {})
  // Beside the database, so that mail lies where the user expects it even if kith is killed.
  const uploads = new Uploads(folder ?? tmpdir())
  await uploads.clearLeftovers()
  const { app, open, close, keepUp, warmUp } = createApp({
    ...options,
    sampleLocation: sample,
    token,
    uploads,
    webFile,
  })
  try {
    await open()
  } catch (error) {
    await close()
    throw error
  }
  return await new Promise((resolve, reject) => {
    const server = listen(
      { fetch: app.fetch, hostname: '127.0.0.1', port: options.port },
      (info: AddressInfo) => {
        const keeping = keepUp()
        warmUp()
        resolve({
          url: `http://127.0.0.1:${info.port}`,
          token,
          close: async () => {
            if ('closeAllConnections' in server) server.closeAllConnections()
            await new Promise((done) => server.close(done))
            await keeping.stop()
            await close()
          },
        })
      },
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
