/** The messages of an mbox through mailparser, whole, one after the other: run by peers.ts in a process of its own. */
import { createRequire } from 'node:module'
import { MessageSplitter } from '#importers/mbox/message-splitter.ts'
import { fileBytes } from '#intake/file-bytes.ts'

type Parser = { readonly simpleParser: (message: Buffer) => Promise<unknown> }

const [from = '', mbox = ''] = process.argv.slice(2)
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- no dependency of kith: its types are not here
const { simpleParser } = createRequire(from)('mailparser') as Parser
let waiting: Buffer[] = []
const splitter = new MessageSplitter(({ bytes, start, end }) => {
  waiting.push(Buffer.from(bytes.subarray(bytes.indexOf(10, start) + 1, end)))
})
let parsed = 0
async function settle(): Promise<void> {
  const messages = waiting
  waiting = []
  for (const message of messages) {
    await simpleParser(message)
    parsed++
  }
}
for await (const chunk of fileBytes(mbox)) {
  splitter.push(chunk)
  await settle()
}
splitter.finish()
await settle()
console.log(parsed)
