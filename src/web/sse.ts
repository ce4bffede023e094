/** One server-sent event. */
export type ServerEvent = { readonly event: string; readonly data: string }

/**
 * Takes server-sent events out of text that arrives in pieces.
 *
 * `push` returns the events that became complete. Knows what the HTML standard's event stream has and kith
 * uses: `event`, several `data` lines, comments, and lines ended by LF, CR or CR LF, also where a piece ends
 * between CR and LF. An event cut off by the end of the stream is dropped, as the standard says.
 */
export const createEventParser = (): { readonly push: (text: string) => ServerEvent[] } => {
  let rest = ''
  let event = ''
  let data: string[] = []

  const take = (line: string): ServerEvent | undefined => {
    if (line === '') {
      const done = data.length === 0 ? undefined : { event: event || 'message', data: data.join('\n') }
      event = ''
      data = []
      return done
    }
    if (line.startsWith(':')) return undefined
    const colon = line.indexOf(':')
    const field = colon === -1 ? line : line.slice(0, colon)
    const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (field === 'event') event = value
    if (field === 'data') data.push(value)
    return undefined
  }

  return {
    push: (text) => {
      rest += text
      const events: ServerEvent[] = []
      for (;;) {
        const end = rest.search(/[\r\n]/)
        if (end === -1) break
        const carriage = rest[end] === '\r'
        // A CR at the very end may be the first half of CR LF: wait for the next piece.
        if (carriage && end === rest.length - 1) break
        const line = rest.slice(0, end)
        rest = rest.slice(end + (carriage && rest[end + 1] === '\n' ? 2 : 1))
        const done = take(line)
        if (done) events.push(done)
      }
      return events
    },
  }
}

/** Reads the events of a response as they arrive. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const parser = createEventParser()
  const decoder = new TextDecoder()
  const reader = body.getReader()
  try {
    for (;;) {
      const piece = await reader.read()
      if (piece.done) break
      yield* parser.push(decoder.decode(piece.value, { stream: true }))
    }
    yield* parser.push(`${decoder.decode()}\n`)
  } finally {
    reader.releaseLock()
  }
}
