import type { Context } from '../operation.ts'

/**
 * Brings organisations, positions and moves up to date with what the sources say and with who is who; nothing happens
 * where they are.
 */
export async function freshOrganisations(context: Context): Promise<void> {
  const { derived, now } = await context.store.organisationsVersion()
  if (derived.directory === now.directory && derived.positions === now.positions) return
  // Loaded where it is needed: the names of all mail providers and public suffixes are 350 kB.
  const { deriveAnew } = await import('./derive-anew.ts')
  await deriveAnew(context, now)
}
