import type { AccountKind, AccountOptions } from '#core/model/account.ts'
import type { Batch, ReadOptions } from '#importers/importer.ts'

/** What a connector needs to sign in. The secret goes to the server and nowhere else. */
export type Login = {
  readonly server: string
  readonly user: string
  readonly secret: string
  readonly options: AccountOptions
}

/** How far an account was read, in the words of its connector; kept as JSON, so nothing in it may be taken for granted. */
export type SyncState = Readonly<Record<string, unknown>>

/** A stretch of what a server had. Once its batch is stored, `state` says where to go on from. */
export type SyncStep = {
  /** Where on the server, for people to read: a folder, an address book. */
  readonly place: string
  readonly batch: Batch
  readonly state: SyncState
  /** Of all that this reading will bring, as far as is known. */
  readonly done: number
  readonly total: number
}

/** What a server said when it was asked for the first time. */
export type Checked = {
  /** Folders, address books or calendars there are; those that are read unless the user chooses are marked. */
  readonly folders: readonly { readonly name: string; readonly chosen: boolean }[]
}

/** Keeps up with accounts of one kind. It knows neither the store nor the clock. */
export type Connector = {
  readonly kind: AccountKind
  readonly title: string
  /**
   * Signs in and looks, without reading.
   * @throws KithError with a sentence that holds no secret
   */
  readonly check: (login: Login, signal: AbortSignal) => Promise<Checked>
  /**
   * Reads what is new since `state`. It may be left at any step and begun again from the state of that step: what it
   * then gives twice has the same keys.
   * @throws KithError with a sentence that holds no secret
   */
  readonly sync: (
    login: Login,
    state: SyncState,
    options: ReadOptions,
    signal: AbortSignal,
  ) => AsyncIterable<SyncStep>
  /** Waits on the server until something is new there, as often as that happens, until the signal or an error. */
  readonly watch?: (login: Login, changed: () => void, signal: AbortSignal) => Promise<void>
}
