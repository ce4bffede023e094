import { dirname, join } from 'node:path'

/** The folder of the database's file; null when it is in memory or on a server. */
export const databaseFolder = (location: string): string | null =>
  location === ':memory:' || /^postgres(?:ql)?:/i.test(location) ? null : dirname(location)

/**
 * Where the sample network lives: beside the real data, never in it.
 * @param dataFolder the user's own, where the real data is on a server
 */
export function sampleLocation(location: string, dataFolder: string): string {
  if (location === ':memory:') return ':memory:'
  return join(databaseFolder(location) ?? dataFolder, 'kith-sample.db')
}
