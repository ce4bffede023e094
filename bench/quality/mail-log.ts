import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LedgerBuilder } from '#core/ledger/ledger.ts'
import type { Ledger } from '#core/ledger/ledger.ts'
import { receivedTogetherOf } from '#core/ledger/network-columns.ts'
import type { ReceivedTogether } from '#core/ledger/network-columns.ts'
import { eachTouchpoint } from '#core/ledger/touchpoints.ts'
import { channelCode, roleCode } from '#core/model/interaction.ts'

export type Message = { readonly atMs: number; readonly from: number; readonly to: readonly number[] }

/** The mail of one organisation, seen from everybody in it. */
export type MailLog = {
  readonly name: string
  /** Times of the messages, ascending: what a cut at 55 % of the messages is taken from. */
  readonly messageTimes: Float64Array
  /** One tie for each ordered pair of people who ever had contact. */
  readonly ledger: Ledger
  /** The ego of each tie, numbered from 0. */
  readonly egos: Int32Array
  /** The alter of each tie, numbered likewise. */
  readonly alters: Int32Array
  readonly egoCount: number
  /** Messages that several people of the log received together; null where only one side is known. */
  readonly received: ReceivedTogether | null
}

const MAIL = channelCode('mail')
const FROM = roleCode('from')
const TO = roleCode('to')

function mailLog(name: string, messages: readonly Message[]): MailLog {
  const builder = new LedgerBuilder()
  const ties = new Map<string, number>()
  const egoNumbers = new Map<number, number>()
  const egos: number[] = []
  const alters: number[] = []
  const numberOf = (person: number): number => {
    const number = egoNumbers.get(person) ?? egoNumbers.size
    egoNumbers.set(person, number)
    return number
  }
  for (const { atMs, from, to } of messages) {
    const participants = [{ person: from, role: FROM }, ...to.map((person) => ({ person, role: TO }))]
    eachTouchpoint(
      { channel: MAIL, bulk: false, participants },
      (ego, person, direction, audience, _, bulk) => {
        const pair = `${ego} ${person}`
        const tie = ties.get(pair) ?? ties.size
        if (tie === ties.size) {
          ties.set(pair, tie)
          egos.push(numberOf(ego))
          alters.push(numberOf(person))
        }
        builder.push(tie, atMs, direction, MAIL, audience, bulk)
      },
    )
  }
  const tieOfNumbers = new Map(egos.map((ego, tie) => [ego * egoNumbers.size + alters[tie]!, tie]))
  const received = receivedTogetherOf(
    messages.map(({ atMs, from, to }) => ({
      at: atMs,
      recipients: [...new Set(to)].filter((person) => person !== from).map(numberOf),
    })),
    ties.size,
    (ego, alter) => tieOfNumbers.get(ego * egoNumbers.size + alter) ?? -1,
  )
  return {
    name,
    messageTimes: Float64Array.from(messages, (message) => message.atMs).sort(),
    ledger: builder.finish(ties.size),
    egos: Int32Array.from(egos),
    alters: Int32Array.from(alters),
    egoCount: egoNumbers.size,
    received,
  }
}

async function lines(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8')
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('%'))
}

/** Mail among 156 Enron employees (Zhou et al. 2007). */
async function enron(folder: string): Promise<readonly Message[]> {
  const recipients = new Map<string, number[]>()
  for (const line of await lines(join(folder, 'recipients.tsv'))) {
    const [message = '', , receiver] = line.split('\t')
    const known = recipients.get(message)
    if (known) known.push(Number(receiver))
    else recipients.set(message, [Number(receiver)])
  }
  return (await lines(join(folder, 'messages.tsv'))).map((line) => {
    const [id = '', , seconds, , sender] = line.split('\t')
    return { atMs: Number(seconds) * 1000, from: Number(sender), to: recipients.get(id) ?? [] }
  })
}

/** Mail within a manufacturing company; rows of one sender and second are one message to several people. */
async function manufacturing(folder: string): Promise<readonly Message[]> {
  const messages = new Map<string, { atMs: number; from: number; to: number[] }>()
  for (const line of await lines(join(folder, 'out.radoslaw_email'))) {
    const [sender, receiver, , seconds] = line.split(/\s+/)
    const key = `${sender} ${seconds}`
    const known = messages.get(key)
    if (known) known.to.push(Number(receiver))
    else messages.set(key, { atMs: Number(seconds) * 1000, from: Number(sender), to: [Number(receiver)] })
  }
  return [...messages.values()]
}

/** The messages of the public logs that are there; says on standard error which are not. */
export async function readMessages(
  dataDir: string,
): Promise<{ readonly name: string; readonly messages: readonly Message[] }[]> {
  const logs: { name: string; messages: readonly Message[] }[] = []
  for (const [folder, name, read] of [
    ['enron', 'Enron', enron],
    ['manufacturing-mail', 'manufacturing mail', manufacturing],
  ] as const) {
    const path = join(dataDir, folder)
    if (existsSync(path)) logs.push({ name, messages: await read(path) })
    else console.error(`Skipped ${folder}: ${path} is not there; KITH_DATA says where the data lies.`)
  }
  return logs
}

/** The same as logs seen from everybody in them. */
export const mailLogs = async (dataDir: string): Promise<MailLog[]> =>
  (await readMessages(dataDir)).map(({ name, messages }) => mailLog(name, messages))
