import { columnsInFold, emptyFold } from '#core/ledger/tie-fold.ts'
import type { Column, TieFold } from '#core/ledger/tie-fold.ts'
import type { Standing } from '#store/touches.ts'

/** What a scoring of everybody keeps, so that those whom new interactions touch can be scored alone. */
export type Everybody = {
  /** The version of kith: another one may keep something else. */
  readonly madeBy: string
  /** The time of the scores, and the newest interaction they see. */
  readonly at: number
  readonly seenTo: number
  /** People from this id on were not known when everybody was scored. */
  readonly nextPerson: number
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

const packed = (column: Column): string =>
  Buffer.from(column.buffer, column.byteOffset, column.byteLength).toString('base64')

/** The bytes of a packed column, in memory of their own. */
function bytesOf(text: string): ArrayBuffer {
  const bytes = Buffer.from(text, 'base64')
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
}

const floats = (text: string): Float64Array => new Float64Array(bytesOf(text))
const whole = (text: string): Int32Array => new Int32Array(bytesOf(text))
const marks = (text: string): Uint8Array => new Uint8Array(bytesOf(text))

/** A few bytes from the middle of a packed column: four characters stand for three. None where it ends before. */
function bytesWithin(text: string, from: number, length: number): Uint8Array {
  const group = Math.floor(from / 3)
  const groups = Math.ceil((from + length) / 3)
  const start = from - group * 3
  return Buffer.from(text.slice(group * 4, groups * 4), 'base64').subarray(start, start + length)
}

type PackedFold = {
  readonly reference: number
  readonly withDetail: boolean
  readonly columns: readonly string[]
}

/** A fold as text. Only `pickedFold` reads it. */
export const packedFold = (fold: TieFold): Standing['settled'] =>
  JSON.stringify({
    reference: fold.reference,
    withDetail: fold.detail !== null,
    columns: columnsInFold(fold).map(packed),
  } satisfies PackedFold)

/** Some ties of a packed fold, in the order given; a tie that is not in it has no events. */
export function pickedFold(text: Standing['settled'], ties: readonly number[]): TieFold {
  const { reference, withDetail, columns } = JSON.parse(text) as PackedFold
  const fold = emptyFold(ties.length, reference, withDetail)
  columnsInFold(fold).forEach((column, c) => {
    const size = column.BYTES_PER_ELEMENT
    const into = new Uint8Array(column.buffer, column.byteOffset, column.byteLength)
    ties.forEach((tie, i) => into.set(bytesWithin(columns[c] ?? '', tie * size, size), i * size))
  })
  return fold
}

type Texts<T> = {
  readonly [K in keyof T]: T[K] extends number | string
    ? T[K]
    : T[K] extends Column
      ? string
      : Readonly<Record<string, string>>
}

export function packedEverybody({ segments, ...all }: Everybody): Standing['current'] {
  const { madeBy, at, seenTo, nextPerson, person, closeness, trust, calibre, twoWay, worth, contribution } =
    all
  return JSON.stringify({
    madeBy,
    at,
    seenTo,
    nextPerson,
    person: packed(person),
    closeness: packed(closeness),
    trust: packed(trust),
    calibre: packed(calibre),
    twoWay: packed(twoWay),
    worth: packed(worth),
    contribution: packed(contribution),
    channels: packed(all.channels),
    listed: packed(all.listed),
    segments: Object.fromEntries([...segments].map(([key, members]) => [key, packed(members)])),
  } satisfies Texts<Everybody>)
}

export function everybodyFrom(text: Standing['current']): Everybody {
  const kept = JSON.parse(text) as Texts<Everybody>
  return {
    madeBy: kept.madeBy,
    at: kept.at,
    seenTo: kept.seenTo,
    nextPerson: kept.nextPerson,
    person: whole(kept.person),
    closeness: floats(kept.closeness),
    trust: floats(kept.trust),
    calibre: floats(kept.calibre),
    twoWay: marks(kept.twoWay),
    worth: floats(kept.worth),
    contribution: floats(kept.contribution),
    channels: whole(kept.channels),
    listed: marks(kept.listed),
    segments: new Map(Object.entries(kept.segments).map(([key, members]) => [key, marks(members)])),
  }
}
