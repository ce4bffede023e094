import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { KithError } from '#core/model/errors.ts'

/** No password or token is longer. */
const MAX_BYTES = 64 * 1024

async function allOfStdin(): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer)
    length += (chunk as Buffer).length
    if (length > MAX_BYTES)
      throw new KithError('usage', 'What stands on standard input is too long for a password.')
  }
  // The line end is of whoever wrote it, not of the password.
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '')
}

/** Asks at the terminal; what is typed is not shown. */
async function ask(): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  process.stderr.write('Password or token (not shown): ')
  const prompt = createInterface({ input: process.stdin, output: silent, terminal: true })
  try {
    return await new Promise((resolve, reject) => {
      // Ctrl-C or Ctrl-D before there is an answer.
      prompt.once('close', () => reject(new KithError('interrupted', 'Stopped; nothing was connected.')))
      prompt.question('').then(resolve, reject)
    })
  } finally {
    prompt.close()
    process.stderr.write('\n')
  }
}

/**
 * A password from standard input, or asked for without showing it.
 * @throws KithError 'usage' when there is none
 */
export async function readSecret(from: 'stdin' | 'person'): Promise<string> {
  const secret = from === 'stdin' ? await allOfStdin() : await ask()
  if (secret === '') throw new KithError('usage', 'There was no password.')
  return secret
}
