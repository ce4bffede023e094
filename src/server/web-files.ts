import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { packageRoot } from './package-root.ts'

/** Built by Vite. */
const root = join(packageRoot(), 'dist', 'web')

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
}

/** A file of the web app, or null when there is none of that path. Hashed names may be kept for good. */
export async function webFile(path: string): Promise<Response | null> {
  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return null
  }
  const file = normalize(join(root, decoded))
  if (!file.startsWith(root + sep)) return null
  // Read whole: they are small, and a stream each makes the first load several times slower.
  const content = await readFile(file).catch(() => null)
  if (content === null) return null
  return new Response(content, {
    headers: {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'content-length': String(content.byteLength),
      'cache-control': decoded.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    },
  })
}
