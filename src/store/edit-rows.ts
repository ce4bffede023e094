import type { EditKind, EditMaker } from '#core/identity/edits.ts'
import type { Tables } from './schema.ts'

/** Ids that an edit keeps as text. */
export const numbersIn = (json: string): number[] => JSON.parse(json) as number[]
/** A person that an edit took away, as it was. */
export const rowIn = (json: string): Tables['people'] => JSON.parse(json) as Tables['people']
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only kinds are stored
export const kindOf = (stored: string): EditKind => stored as EditKind
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only makers are stored
export const makerOf = (stored: string): EditMaker => stored as EditMaker
