import type { SourceRecord } from '#core/model/records.ts'
import type { ReadOptions } from '../../importer.ts'
import { memoryEntry, readAll, type Everything } from '../../text/entries.ts'
import { linkedin } from '../linkedin.ts'

// For tests: a table of the export, from a text or a fixture.

const options: ReadOptions = { region: 'DE', timeZone: 'Europe/Berlin', until: Date.UTC(2025, 0) }

export const read = (content: string | Uint8Array, path = 'x.csv'): Promise<Everything> =>
  readAll(linkedin, memoryEntry(path, content, 100), options)

/** Reads one of these files by its name. */
export const reader =
  (files: readonly { readonly path: string; readonly bytes: Uint8Array }[]) =>
  (name: string): Promise<Everything> =>
    read(files.find(({ path }) => path === name)?.bytes ?? '', name)

/** The records of one type. */
export const only = <T extends SourceRecord['type']>(
  all: Everything,
  type: T,
): Extract<SourceRecord, { type: T }>[] =>
  all.records.filter((record): record is Extract<SourceRecord, { type: T }> => record.type === type)

/** The identity of a member by their profile. */
export const member = (slug: string) => ({ kind: 'linkedin', value: slug })
