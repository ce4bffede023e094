import type { Contact } from './client.ts'
import { useReading } from './queries.ts'

const most = 8

/** The contacts who fit a search best; the most worth while nothing is searched for. */
export const useFoundPeople = (search: string): readonly Contact[] =>
  useReading('list-people', { search, limit: most, sort: 'worth' }, { keep: true }).data?.people ?? []
