import asc from 'assemblyscript/asc'

/** As small and quick as the compiler makes it; one page of memory, and nothing of a runtime. */
const OPTIONS = '-O3 --noAssert --converge --runtime stub --use abort= --enable simd --initialMemory 1'.split(
  ' ',
)

/**
 * An AssemblyScript source compiled to WebAssembly, as the module that kith loads it from.
 * @throws Error with what the compiler says when it does not compile
 */
export async function wasmModule(source: string, name: string): Promise<string> {
  const made = new Map<string, string | Uint8Array>()
  let said = ''
  const { error } = await asc.main([name, ...OPTIONS, '-o', 'out'], {
    readFile: (file) => (file === name ? source : null),
    writeFile: (file, contents) => void made.set(file, contents),
    listFiles: () => [],
    stderr: { write: (text) => void (said += String(text)) },
  })
  const bytes = made.get('out')
  if (error !== null || bytes === undefined) throw new Error(`${name} does not compile: ${said}`)
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,96}/g) ?? []
  return [
    `// Compiled from assembly/${name} by \`npm run wasm\`.`,
    'export const wasm =',
    ...lines.map((line, i) => `  '${line}'${i < lines.length - 1 ? ' +' : ''}`),
    '',
  ].join('\n')
}
