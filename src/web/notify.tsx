import { notifications } from '@mantine/notifications'
import { sentenceOf } from './client.ts'
import { UndoMessage } from './components/UndoMessage.tsx'
import { isKept } from './outbox.ts'

/** How long one may take to change one's mind. */
const undoMs = 30_000

/** Says what was done. */
export const tell = (message: string): void => {
  notifications.show({ message, withBorder: true, autoClose: 3_000 })
}

/** Says what went wrong, in kith's sentence. */
export const tellError = (error: unknown): void => {
  // Kept until kith is back is no failure.
  if (isKept(error)) return tell(sentenceOf(error))
  notifications.show({ color: 'red', withBorder: true, message: sentenceOf(error) })
}

/** Says what was done, with a way back. Gives a way to take the note off, for where a key did the undoing. */
export const tellUndo = (text: string, onUndo: () => void): (() => void) => {
  const note = notifications.show({
    autoClose: undoMs,
    withBorder: true,
    message: (
      <UndoMessage
        text={text}
        onUndo={() => {
          notifications.hide(note)
          onUndo()
        }}
      />
    ),
  })
  return () => notifications.hide(note)
}
