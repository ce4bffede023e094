/** What a message may name; each is left out, with its line, where it is not known. */
export const placeholders = [
  'first name',
  'name',
  'last subject',
  'last date',
  'topic',
  'in common',
  'news',
  'gave',
  'goal',
  'introduces',
] as const
export type Placeholder = (typeof placeholders)[number]

export type MessageFacts = Partial<Readonly<Record<Placeholder, string>>>

/**
 * The message of a playbook for one person. A line that names something unknown is left out, so that nothing is
 * claimed that kith does not know; more than one empty line in a row becomes one.
 */
export function fillMessage(message: string, facts: MessageFacts): string {
  const lines = message.split('\n').flatMap((line) => {
    let known = true
    const filled = line.replace(/\{([^{}]*)\}/g, (_, name: string) => {
      const key = placeholders.find((each) => each === name.trim().toLowerCase())
      const fact = key === undefined ? undefined : facts[key]
      if (fact === undefined || fact === '') known = false
      return fact ?? ''
    })
    return known ? [filled] : []
  })
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
