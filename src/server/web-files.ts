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

/** Hashed files that were asked for: what is in them never changes, and the next browser asks for the same. */
const kept = new Map<string, Promise<Buffer | null>>()

const isHashed = (path: string): boolean => path.startsWith('/assets/')

/** The content of a file of the app, or null where there is none. */
function contentOf(path: string): Promise<Buffer | null> {
  const known = kept.get(path)
  if (known !== undefined) return known
  const file = normalize(join(root, path))
  if (!file.startsWith(root + sep)) return Promise.resolve(null)
  // Read whole: they are small, and a stream each makes the first load several times slower.
  const content = readFile(file).catch(() => null)
  if (isHashed(path)) {
    kept.set(path, content)
    void content.then((found) => found === null && kept.delete(path))
  }
  return content
}

/** Reads what a page names, before the browser has seen it and asks for it. */
function readAhead(page: Buffer, suffix: string): void {
  for (const [, path = ''] of page.toString().matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g))
    void contentOf(path + suffix)
}

/**
 * A file of the web app, or null when there is none of that path. Hashed names may be kept for good.
 * @param encodings what the browser says it can unpack; the build packed all that gains by it
 */
export async function webFile(path: string, encodings: string): Promise<Response | null> {
  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return null
  }
  const suffix = /\bbr\b/.test(encodings) ? '.br' : ''
  const packed = suffix === '' ? null : await contentOf(decoded + suffix)
  const content = packed ?? (await contentOf(decoded))
  if (content === null) return null
  if (decoded === '/index.html')
    void contentOf(decoded).then((page) => page !== null && readAhead(page, suffix))
  return new Response(content, {
    headers: {
      'content-type': types[extname(decoded)] ?? 'application/octet-stream',
      'content-length': String(content.byteLength),
      'cache-control': isHashed(decoded) ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'accept-encoding',
      ...(packed === null ? {} : { 'content-encoding': 'br' }),
    },
  })
}
