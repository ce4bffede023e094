import type { PersonRow } from '#store/store.ts'
import { isoTimeOrNull } from './dates.ts'
import type { Contact } from './schemas.ts'

/** A contact as kith shows it outside. */
export const contactOf = (row: PersonRow): Contact => ({
  id: row.personId,
  name: row.name,
  organisation: row.organisation,
  title: row.title,
  closeness: row.closeness,
  trust: row.trust,
  calibre: row.calibre,
  worth: row.worth,
  contribution: row.contribution,
  interactions: { in: row.interactionsIn, out: row.interactionsOut, together: row.interactionsTogether },
  lastAt: isoTimeOrNull(row.lastAt),
})
