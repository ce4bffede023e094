import type { Login } from '../connector.ts'
import { withImap } from './connection.ts'

/** Waits in the inbox (IDLE, RFC 2177) and tells when something arrives, until the signal or an error. */
export async function watchInbox(login: Login, changed: () => void, signal: AbortSignal): Promise<void> {
  await withImap(login, signal, async (client) => {
    await client.mailboxOpen('INBOX', { readOnly: true })
    client.on('exists', ({ count, prevCount }) => {
      if (count > prevCount) changed()
    })
    // Resolves when another command needs the connection; none does, so it is asked for again.
    while (!signal.aborted && client.usable) await client.idle()
  })
}
