import { columnsInFold, emptyFold } from '#core/ledger/tie-fold.ts'
import type { TieFold } from '#core/ledger/tie-fold.ts'
import type { Standing } from '#store/standings.ts'
import { packed, unpacked } from './packed-columns.ts'

/** What a scoring of everybody keeps, so that those whom new interactions touch can be scored alone. */
export type Everybody = {
  /** The version of kith: another one may keep something else. */
  readonly madeBy: string
  /** The time of the scores, and the newest interaction they see. */
  readonly at: number
  readonly seenTo: number
  /** People from this id on were not known when everybody was scored. */
  readonly nextPerson: number
  /** Whether the fold at the beginning of the day has what only learned models look at. */
  readonly withDetail: boolean
  /** Row j of each column belongs to `person[j]`; NaN is unknown. */
  readonly person: Int32Array
  readonly closeness: Float64Array
  readonly trust: Float64Array
  readonly calibre: Float64Array
  readonly twoWay: Uint8Array
  readonly worth: Float64Array
  readonly contribution: Float64Array
  readonly channels: Int32Array
  /** 1 = a contact with stored scores. */
  readonly listed: Uint8Array
  /** Who is in the segments of the goals, by their keys. */
  readonly segments: ReadonlyMap<string, Uint8Array>
}

/** Ties in one part: those whom a hundred messages touch lie all over a fold, and all of it takes ten times as long to read. */
const TIES_IN_PART = 32

/** The part in which a tie is. */
export const partOf = (tie: number): number => Math.floor(tie / TIES_IN_PART)

/** A fold as bytes, in parts. Only `pickedFold` reads them. */
export function packedFold(fold: TieFold): Standing['settled'] {
  const columns = columnsInFold(fold)
  return Array.from({ length: partOf(fold.closed.length + TIES_IN_PART - 1) }, (_, part) => {
    const from = part * TIES_IN_PART
    return packed({
      head: null,
      columns: columns.map((column) => column.subarray(from, from + TIES_IN_PART)),
    })
  })
}

/** Some ties of a packed fold, in the order given, from the parts in which they are; a tie in none has no events. */
export function pickedFold(
  parts: ReadonlyMap<number, Uint8Array>,
  ties: readonly number[],
  { at, withDetail }: Pick<Everybody, 'at' | 'withDetail'>,
): TieFold {
  const columnsOf = new Map([...parts].map(([part, bytes]) => [part, unpacked(bytes).columns]))
  const fold = emptyFold(ties.length, at, withDetail)
  const into = columnsInFold(fold)
  ties.forEach((tie, i) => {
    const from = columnsOf.get(partOf(tie))
    const place = tie % TIES_IN_PART
    if (from === undefined || place >= from[0]!.length) return
    into.forEach((column, c) => (column[i] = from[c]![place]!))
  })
  return fold
}

type EverybodyHead = Pick<Everybody, 'madeBy' | 'at' | 'seenTo' | 'nextPerson' | 'withDetail'> & {
  readonly segments: readonly string[]
}

/** Everybody as bytes. Only `everybodyFrom` reads them. */
export const packedEverybody = (all: Everybody): Standing['current'] =>
  packed<EverybodyHead>({
    head: {
      madeBy: all.madeBy,
      at: all.at,
      seenTo: all.seenTo,
      nextPerson: all.nextPerson,
      withDetail: all.withDetail,
      segments: [...all.segments.keys()],
    },
    columns: [
      all.person,
      all.closeness,
      all.trust,
      all.calibre,
      all.twoWay,
      all.worth,
      all.contribution,
      all.channels,
      all.listed,
      ...all.segments.values(),
    ],
  })

/** The columns are those of the bytes, and may be changed. */
export function everybodyFrom(bytes: Standing['current']): Everybody {
  const { head, columns } = unpacked<EverybodyHead>(bytes)
  const { segments, ...numbers } = head
  const [person, closeness, trust, calibre, twoWay, worth, contribution, channels, listed, ...members] =
    columns
  return {
    ...numbers,
    person: person as Int32Array,
    closeness: closeness as Float64Array,
    trust: trust as Float64Array,
    calibre: calibre as Float64Array,
    twoWay: twoWay as Uint8Array,
    worth: worth as Float64Array,
    contribution: contribution as Float64Array,
    channels: channels as Int32Array,
    listed: listed as Uint8Array,
    segments: new Map(segments.map((key, i) => [key, members[i] as Uint8Array])),
  }
}
