import type { NotificationData } from '@mantine/notifications'
import { sentenceOf } from './client.ts'
import { UndoMessage } from './components/UndoMessage.tsx'
import { isKept } from './outbox.ts'

/** How long one may take to change one's mind. */
const undoMs = 30_000

const show = async (note: NotificationData): Promise<string> => {
  const { notifications } = await import('./notes.ts')
  return notifications.show({ withBorder: true, ...note })
}

const hide = async (note: Promise<string>): Promise<void> => {
  const { notifications } = await import('./notes.ts')
  notifications.hide(await note)
}

/** Says what was done. */
export const tell = (message: string): void => {
  void show({ message, autoClose: 3_000 })
}

/** Says what went wrong, in kith's sentence. */
export const tellError = (error: unknown): void => {
  // Kept until kith is back is no failure.
  if (isKept(error)) return tell(sentenceOf(error))
  void show({ color: 'red', message: sentenceOf(error) })
}

/** Says what was done, with a way back. Gives a way to take the note off, for where a key did the undoing. */
export const tellUndo = (text: string, onUndo: () => void): (() => void) => {
  const takeOff = (): void => void hide(note)
  const note = show({
    autoClose: undoMs,
    message: (
      <UndoMessage
        text={text}
        onUndo={() => {
          takeOff()
          onUndo()
        }}
      />
    ),
  })
  return takeOff
}
