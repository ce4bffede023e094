import type { OwnerId } from '#core/model/ids.ts'
import type { Backend } from './backend.ts'
import type { BulkTable } from './backend.ts'
import { lockOwner, meOf } from './owners.ts'

/** All contacts of an owner as columns, ordered by person: what the arithmetic of worth and plan reads. */
export type ScoredColumns = {
  readonly length: number
  readonly person: Int32Array
  readonly closeness: Float64Array
  readonly trust: Float64Array
  /** NaN is unknown. */
  readonly calibre: Float64Array
  /** 1 = there was an exchange in both directions or a meeting. */
  readonly twoWay: Uint8Array
  readonly contribution: Float64Array
  /** Epoch milliseconds; NaN = never. */
  readonly lastMs: Float64Array
  /** Closeness after a quarter of silence; NaN is unknown. */
  readonly silent: Float64Array
  /** Share of the people they exchange with who are contacts of the owner too; NaN is unknown. */
  readonly overlap: Float64Array
}

export type Outlooks = {
  readonly person: ArrayLike<number>
  readonly silent: ArrayLike<number>
  /** NaN is unknown. */
  readonly overlap: ArrayLike<number>
}

export interface OutlookStore {
  readonly scoredColumns: (owner: OwnerId) => Promise<ScoredColumns>
  /** Replaces all outlooks of the owner. */
  readonly saveOutlooks: (owner: OwnerId, outlooks: Outlooks) => Promise<void>
}

export const outlookRows: BulkTable = {
  table: 'outlooks',
  columns: [
    ['owner_id', 'bigint'],
    ['person_id', 'bigint'],
    ['silent', 'double precision'],
    ['overlap', 'double precision'],
  ],
  conflict: '',
}

const number = (value: unknown): number => (value === null ? NaN : Number(value))

export const outlookPart = (backend: Backend): OutlookStore => ({
  async scoredColumns(owner) {
    const me = await meOf(backend, owner)
    const query = backend.db
      .selectFrom('scores as s')
      .innerJoin('people as p', 'p.person_id', 's.person_id')
      .leftJoin('outlooks as o', (on) =>
        on.onRef('o.owner_id', '=', 's.owner_id').onRef('o.person_id', '=', 's.person_id'),
      )
      .select(['s.person_id', 's.closeness', 's.trust', 's.calibre', 's.contribution', 's.last_ms'])
      .select(['s.interactions_out', 's.interactions_in', 's.interactions_together'])
      .select(['o.silent', 'o.overlap'])
      .where('s.owner_id', '=', owner)
      .where('p.is_person', '=', 1)
      .$if(me !== null, (some) => some.where('s.person_id', '!=', me ?? 0))
      .orderBy('s.person_id')
    const columns = Array.from({ length: 9 }, (): number[] => [])
    await backend.scan(query.compile(), (row) => {
      const [person, closeness, trust, calibre, contribution, last, out, inward, together, silent, overlap] =
        row
      const twoWay = Number(together) > 0 || (Number(out) > 0 && Number(inward) > 0)
      const values = [person, closeness, trust, calibre, twoWay ? 1 : 0, contribution, last, silent, overlap]
      for (let i = 0; i < values.length; i++) columns[i]?.push(number(values[i]))
    })
    const [person, closeness, trust, calibre, twoWay, contribution, lastMs, silent, overlap] = columns.map(
      (column) => Float64Array.from(column),
    )
    const none = new Float64Array(0)
    return {
      length: person?.length ?? 0,
      person: Int32Array.from(person ?? none),
      closeness: closeness ?? none,
      trust: trust ?? none,
      calibre: calibre ?? none,
      twoWay: Uint8Array.from(twoWay ?? none),
      contribution: contribution ?? none,
      lastMs: lastMs ?? none,
      silent: silent ?? none,
      overlap: overlap ?? none,
    }
  },

  saveOutlooks: (owner, { person, silent, overlap }) =>
    backend.write(async (tx) => {
      await lockOwner(backend, tx, owner)
      await tx.deleteFrom('outlooks').where('owner_id', '=', owner).execute()
      const people = Array.from(person)
      await backend.insert(tx, outlookRows, [
        people.map(() => owner),
        people,
        Array.from(silent),
        Array.from(overlap, (value) => (Number.isNaN(value) ? null : value)),
      ])
    }),
})
