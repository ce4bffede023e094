import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { type Plugin, type Rolldown, build, runnerImport } from 'vite'
import type * as Frame from '../src/web/frame/frame.tsx'

const root = join(import.meta.dirname, '..')
const web = join(root, 'src/web')

/** Screens whose own files are worth asking for before the app's code has said so, by their address. */
const screenFiles: Readonly<Record<string, string>> = {
  '/people': 'screens/people/People.tsx',
  '/plan': 'screens/plan/Plan.tsx',
  '/worth': 'screens/worth/Worth.tsx',
}

/** One script that a page can run before anything else. */
async function bootScript(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2023',
      lib: { entry: join(web, 'frame/boot.ts'), formats: ['iife'], name: 'boot' },
    },
  })) as Rolldown.RolldownOutput[]
  return built[0]?.output[0].code ?? ''
}

const chunksOf = (bundle: Rolldown.OutputBundle): Rolldown.OutputChunk[] =>
  Object.values(bundle).filter((each) => each.type === 'chunk')

/** The files that a module's part of the app needs before it runs, but for those that are known to be there. */
function filesOf(
  bundle: Rolldown.OutputBundle,
  isStart: (chunk: Rolldown.OutputChunk) => boolean,
  known: readonly string[] = [],
): string[] {
  const chunks = chunksOf(bundle)
  const start = chunks.find(isStart)
  if (start === undefined) throw new Error('A screen or a language has no part of its own in the web app.')
  const found = new Set([start.fileName])
  for (const file of found)
    for (const next of chunks.find(({ fileName }) => fileName === file)?.imports ?? []) found.add(next)
  return [...found].map((file) => `/${file}`).filter((file) => !known.includes(file))
}

/**
 * Puts into index.html what is to be seen before the app's code has come: the frame, its style, and the script that
 * has the first screen's parts and answers on their way. The app's own styles stay in the head: the browser appends
 * there what screens bring later, which has to come behind them to win.
 */
export const frame = (): Plugin => ({
  name: 'kith-frame',
  apply: 'build',
  async buildStart() {
    this.emitFile({ type: 'asset', name: 'boot.js', source: await bootScript() })
  },
  transformIndexHtml: {
    order: 'post',
    async handler(html, { bundle }) {
      if (bundle === undefined) return html
      const fileOf = (name: string): string => {
        const file = Object.values(bundle).find((each) => each.type === 'asset' && each.names.includes(name))
        if (file === undefined) throw new Error(`The build has no ${name}.`)
        return `/${file.fileName}`
      }
      const { module } = await runnerImport<typeof Frame>(join(web, 'frame/frame.tsx'), { configFile: false })
      const known = filesOf(bundle, ({ isEntry }) => isEntry)
      const partOf = (module: string): string[] =>
        filesOf(bundle, ({ facadeModuleId }) => facadeModuleId === join(web, module), known)
      const parts = {
        screens: Object.fromEntries(Object.entries(screenFiles).map(([path, file]) => [path, partOf(file)])),
        texts: Object.fromEntries(
          ['en', 'de'].map((language) => [language, partOf(`texts/${language}/index.ts`)]),
        ),
      }
      return html
        .replace(
          '</title>',
          `</title>\n<meta name="kith-parts" content='${JSON.stringify(parts)}'>\n<style>${module.frameStyle().replace(/\s*\n\s*/g, '')}</style>\n<script src="${fileOf('boot.js')}"></script>`,
        )
        .replace('<div id="root"></div>', `${module.frameHtml(fileOf('icon.svg'))}\n<div id="root"></div>`)
    },
  },
})

/** Smaller ones travel in one packet anyway. */
const WORTH_PACKING_BYTES = 1_400
/** Of eleven; the last two take twenty times as long for a twentieth. */
const BROTLI_QUALITY = 9

/** Packs each file beside itself, so that the server has nothing to do but send it. */
export const packed = (): Plugin => ({
  name: 'kith-packed',
  apply: 'build',
  async writeBundle({ dir = '' }, bundle) {
    const pack = promisify(brotliCompress)
    await Promise.all(
      Object.values(bundle).map(async (file) => {
        const content = Buffer.from(file.type === 'chunk' ? file.code : file.source)
        if (content.length < WORTH_PACKING_BYTES || !/\.(?:js|css|html|svg)$/.test(file.fileName)) return
        const small = await pack(content, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } })
        await writeFile(join(dir, `${file.fileName}.br`), small)
      }),
    )
  },
})
