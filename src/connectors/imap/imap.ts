import type { ImapFlow, StatusObject } from 'imapflow'
import { MailReading } from '#importers/mail/reading.ts'
import { mailIdentity } from '#core/identity/normalise.ts'
import type { Batch, ReadOptions } from '#importers/importer.ts'
import type { Checked, Connector, Login, SyncState, SyncStep } from '../connector.ts'
import { stopIfAborted } from '../failures.ts'
import { pushed } from '../pushed.ts'
import { withImap } from './connection.ts'
import { type Folder, foldersToRead, listFolders } from './folders.ts'
import { queryFor, takeMessage } from './messages.ts'
import { foldersIn, type FolderState } from './state.ts'
import { watchInbox } from './watch.ts'

/** Messages fetched and stored together: what a cut connection costs at most. */
const BATCH_MESSAGES = 500
/** Drafts remembered in one folder. */
const MAX_DRAFTS = 1_000

/** What is to be read in one folder. */
type Work = {
  readonly folder: Folder
  readonly uids: readonly number[]
  readonly begin: FolderState
  /** Once they are read, everything below was. */
  readonly end: number
}

/** Whether a folder is as it was when it was last read, by the three numbers that the server keeps of it. */
const untouched = (known: FolderState, status: StatusObject): boolean =>
  known.uidValidity === String(status.uidValidity) &&
  known.uidNext === status.uidNext &&
  (status.highestModseq === undefined || known.modSeq === String(status.highestModseq))

/** The numbers of messages at or above one, in order. */
async function uidsFrom(client: ImapFlow, first: number): Promise<number[]> {
  const found = await client.search({ uid: `${first}:*` }, { uid: true })
  // "n:*" names the last message even where it is below n.
  return (found === false || found === undefined ? [] : found)
    .filter((uid) => uid >= first)
    .sort((a, b) => a - b)
}

/** Drafts that were passed over and have been sent since, where the server tells what was modified. */
async function finishedDrafts(client: ImapFlow, known: FolderState): Promise<number[]> {
  if (known.drafts.length === 0) return []
  const query = { uid: true, flags: true } as const
  const since = known.modSeq === null ? {} : { changedSince: BigInt(known.modSeq) }
  const finished: number[] = []
  for await (const { uid, flags } of client.fetch(known.drafts.join(','), query, { uid: true, ...since }))
    if (flags?.has('\\Draft') === false) finished.push(uid)
  return finished
}

/** What is to be read in a folder; null where nothing changed. */
async function workIn(
  client: ImapFlow,
  folder: Folder,
  known: FolderState | undefined,
): Promise<Work | null> {
  if (known !== undefined) {
    const status = await client.status(folder.path, { uidNext: true, uidValidity: true, highestModseq: true })
    if (status !== false && untouched(known, status)) return null
  }
  const mailbox = await client.mailboxOpen(folder.path, { readOnly: true })
  const uidValidity = String(mailbox.uidValidity)
  const modSeq = mailbox.highestModseq === undefined ? null : String(mailbox.highestModseq)
  // Other numbers for the same messages: they are read again, and their keys tell that they are known.
  const same = known?.uidValidity === uidValidity ? known : undefined
  const finished = same === undefined ? [] : await finishedDrafts(client, same)
  const gone = new Set(finished)
  const uids = await uidsFrom(client, same?.uidNext ?? 1)
  return {
    folder,
    uids: [...finished, ...uids],
    end: Math.max(mailbox.uidNext, (uids.at(-1) ?? 0) + 1),
    begin: {
      uidValidity,
      uidNext: same?.uidNext ?? 1,
      modSeq,
      drafts: (same?.drafts ?? []).filter((uid) => !gone.has(uid)),
    },
  }
}

/** Reads the messages of a folder, batch by batch. */
async function* readFolder(
  client: ImapFlow,
  { folder, uids, begin, end }: Work,
  reading: MailReading,
  bodies: boolean,
  signal: AbortSignal,
): AsyncGenerator<{ readonly batch: Batch; readonly state: FolderState; readonly read: number }> {
  await client.mailboxOpen(folder.path, { readOnly: true })
  let state = begin
  for (let at = 0; at < uids.length; at += BATCH_MESSAGES) {
    stopIfAborted(signal)
    const some = uids.slice(at, at + BATCH_MESSAGES)
    const drafts: number[] = []
    // Taken whole first: a calendar of one cannot be asked for while the others still arrive.
    for (const message of await client.fetchAll(some, queryFor(bodies), { uid: true })) {
      if (message.flags?.has('\\Draft') === true) drafts.push(message.uid)
      else await takeMessage(client, message, reading)
    }
    await reading.settle()
    const last = at + some.length >= uids.length
    state = {
      ...state,
      uidNext: last ? end : Math.max(state.uidNext, ...some.map((uid) => uid + 1)),
      drafts: [...state.drafts, ...drafts].slice(-MAX_DRAFTS),
    }
    yield { batch: last ? reading.finish(0) : reading.flush(0), state, read: at + some.length }
  }
}

async function readAccount(
  login: Login,
  kept: SyncState,
  options: ReadOptions,
  signal: AbortSignal,
  step: (step: SyncStep) => Promise<void>,
): Promise<void> {
  await withImap(login, signal, async (client) => {
    const states = foldersIn(kept)
    const wanted = await foldersToRead(client, login.options.folders)
    const works: Work[] = []
    for (const folder of wanted) {
      stopIfAborted(signal)
      const work = await workIn(client, folder, states[folder.path])
      if (work !== null) works.push(work)
    }
    const total = works.reduce((sum, { uids }) => sum + uids.length, 0)
    let before = 0
    for (const work of works) {
      const { path, sent } = work.folder
      // Named as sent mail, the folder tells whose account it is.
      const reading = new MailReading(sent ? 'Sent' : path, options)
      const give = (batch: Batch, state: FolderState, done: number): Promise<void> => {
        states[path] = state
        return step({ place: path, batch, state: { folders: { ...states } }, done, total })
      }
      if (work.uids.length === 0) await give(reading.flush(0), { ...work.begin, uidNext: work.end }, before)
      let first = true
      for await (const { batch, state, read } of readFolder(
        client,
        work,
        reading,
        login.options.bodies === true,
        signal,
      )) {
        const records = first ? [...batch.records, ...ownerOf(login)] : batch.records
        first = false
        await give({ ...batch, records }, state, before + read)
      }
      before += work.uids.length
    }
  })
}

/** The account is its owner's. */
function ownerOf({ user }: Login): Batch['records'] {
  const identity = mailIdentity(user)
  return identity === null ? [] : [{ type: 'owner', basis: 'own', identity, count: 1 }]
}

const check = (login: Login, signal: AbortSignal): Promise<Checked> =>
  withImap(login, signal, async (client) => ({
    folders: (await listFolders(client)).map(({ path, chosen }) => ({ name: path, chosen })),
  }))

/** Mailboxes by IMAP4rev1 (RFC 3501) and rev2 (RFC 9051): headers and structure only, unless bodies are asked for. */
export const imap: Connector = {
  kind: 'imap',
  title: 'Mailbox (IMAP)',
  check,
  sync: (login, state, options, signal) => pushed((step) => readAccount(login, state, options, signal, step)),
  watch: watchInbox,
}
