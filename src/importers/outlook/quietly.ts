const nothing = (): void => {}
const methods = ['log', 'debug', 'info', 'warn', 'error'] as const

/**
 * What a function gives, without what it prints: both libraries write to the console when a file is damaged, and
 * kith's output belongs to the user. Only for work that does not wait.
 */
export function quietly<Result>(work: () => Result): Result {
  const { console } = globalThis
  const held = methods.map((name) => [name, console[name]] as const)
  for (const name of methods) console[name] = nothing
  try {
    return work()
  } finally {
    for (const [name, method] of held) console[name] = method
  }
}
