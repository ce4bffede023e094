/** The generated mailbox as the formats that the bench imports. */
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yazl from 'yazl'
import { MessageSplitter } from '#importers/mbox/message-splitter.ts'
import { fileBytes } from '#intake/file-bytes.ts'
import { bigMbox } from '#testing/big-mbox.ts'

const AT = Date.UTC(2026, 0, 1)

export async function writeMbox(file: string, messages: number): Promise<void> {
  await pipeline(Readable.from(bigMbox({ messages, seed: 1, at: AT })), createWriteStream(file))
}

export async function writeZip(file: string, mbox: string): Promise<void> {
  const zip = new yazl.ZipFile()
  zip.addFile(mbox, 'Takeout/Mail/All mail.mbox')
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(file))
}

/** One file a message; a message longer than the splitter holds is written as far as it is held. */
export async function writeMaildir(folder: string, mbox: string): Promise<void> {
  for (const name of ['cur', 'new', 'tmp']) mkdirSync(join(folder, name), { recursive: true })
  let n = 0
  const splitter = new MessageSplitter(({ bytes, start, end }) => {
    const line = bytes.indexOf(10, start)
    writeFileSync(
      join(folder, 'cur', `${String(n++).padStart(8, '0')}.kith:2,S`),
      bytes.subarray(line + 1, end),
    )
  })
  for await (const chunk of fileBytes(mbox)) splitter.push(chunk)
  splitter.finish()
}
