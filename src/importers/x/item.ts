import type { SourceRecord } from '#core/model/records.ts'
import type { ReadOptions } from '../importer.ts'
import type { JsonObject } from '../text/json-parts.ts'

/** The records of one item of a file, perhaps none, or why it gives none. */
export type ItemReader = (item: JsonObject, options: ReadOptions) => readonly SourceRecord[] | string
