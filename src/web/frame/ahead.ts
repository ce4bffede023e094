/** Questions asked before the app's own code has come, by what tells one from another. */
type Ahead = Map<string, Promise<Response>>

const asked = (): Ahead => {
  const page = globalThis as { kithAhead?: Ahead }
  return (page.kithAhead ??= new Map())
}

const keyOf = (url: string, headers: Readonly<Record<string, string>>): string =>
  [url, headers['accept-language'], headers['x-kith-workspace'] ?? ''].join(' ')

/** What nobody has taken by then is out of date. */
const goodForMs = 10_000

/** Asks kith for what the first screen will ask for. */
export const askEarly = (url: string, headers: Readonly<Record<string, string>>): void => {
  const answer = fetch(url, { headers })
  // Whoever takes it hears of a failure; nobody else has to.
  answer.catch(() => {})
  const key = keyOf(url, headers)
  asked().set(key, answer)
  setTimeout(() => asked().delete(key), goodForMs)
}

/** The answer on its way to a question that was asked early; once, since it is of then. */
export const takeEarly = (
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<Response> | undefined => {
  const key = keyOf(url, headers)
  const answer = asked().get(key)
  asked().delete(key)
  return answer
}
