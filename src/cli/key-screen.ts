import { emitKeypressEvents } from 'node:readline'

/** A terminal that somebody sits at: keys come one by one, and the whole screen is drawn anew. */
export type KeyScreen = {
  /** Columns. */
  readonly width: () => number
  readonly open: () => void
  readonly close: () => void
  readonly draw: (lines: readonly string[]) => void
  /**
   * The name of the next key (`j`, `up`, `ctrl-c`); null when the input ends or the signal says stop. Keys pressed
   * while nobody asks are lost: they were meant for what was shown then.
   */
  readonly next: (signal: AbortSignal) => Promise<string | null>
}

const ALTERNATE = '\u001b[?1049h\u001b[?25l'
const BACK = '\u001b[?25h\u001b[?1049l'
const CLEAR = '\u001b[H\u001b[2J'
const USUAL_WIDTH = 80

type Pressed = {
  readonly name?: string | undefined
  readonly ctrl?: boolean | undefined
  readonly sequence?: string | undefined
}

/** What a key is called here. */
export const keyName = (text: string | undefined, { name, ctrl, sequence }: Pressed): string =>
  ctrl === true ? `ctrl-${name ?? ''}` : (name ?? text ?? sequence ?? '').toLowerCase()

/** The screen of this process; null where keys or text go through a pipe. */
export function keyScreen(input: NodeJS.ReadStream, output: NodeJS.WriteStream): KeyScreen | null {
  if (!input.isTTY || !output.isTTY) return null
  return {
    width: () => output.columns || USUAL_WIDTH,
    open: () => {
      emitKeypressEvents(input)
      input.setRawMode(true)
      input.resume()
      output.write(ALTERNATE)
    },
    close: () => {
      input.setRawMode(false)
      input.pause()
      output.write(BACK)
    },
    draw: (lines) => {
      output.write(`${CLEAR}${lines.join('\r\n')}\r\n`)
    },
    next: (signal) => {
      const { promise, resolve } = Promise.withResolvers<string | null>()
      const pressed = (text: string | undefined, key: Pressed): void => resolve(keyName(text, key))
      const ended = (): void => resolve(null)
      input.once('keypress', pressed)
      input.once('end', ended)
      signal.addEventListener('abort', ended)
      if (signal.aborted) ended()
      return promise.finally(() => {
        input.off('keypress', pressed)
        input.off('end', ended)
        signal.removeEventListener('abort', ended)
      })
    },
  }
}
