import { expect, test } from 'vitest'
import { memoryEntry, readAll } from '../text/entries.ts'
import { whatsapp } from './whatsapp.ts'

const options = { region: 'DE', timeZone: 'UTC', until: Date.UTC(2027, 0) }
const read = (line: string) =>
  readAll(
    whatsapp,
    memoryEntry('chat.txt', `13/01/2026, 22:15 - Jane: look\n13/01/2026, 22:16 - Max: ${line}\n`),
    options,
  )

test.each([
  'This message was deleted',
  'You deleted this message',
  '\u200eDiese Nachricht wurde gelöscht.',
  'Ce message a été supprimé',
  'Se eliminó este mensaje.',
  'Mensagem apagada',
  'Questo messaggio è stato eliminato',
  'Dit bericht is verwijderd',
  'Ta wiadomość została usunięta',
  'Bu mesaj silindi',
])('%s: it is none any more', async (line) => {
  const { read: count, skipped } = await read(line)
  expect([count, skipped]).toEqual([1, [{ where: 'line 2', reason: 'a message that was deleted' }]])
})

test('who only talks of it has written a message', async () => {
  expect((await read('This message was deleted by me, sorry')).skipped).toEqual([])
})
