import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { meaningsOfField } from '#core/calibre/field.ts'
import { FieldSubjects, talkNearness, usualTalk } from '#core/calibre/talk.ts'
import { BULK_AUDIENCE } from '#core/model/interaction.ts'
import { descending, weightedAuc } from '#core/stats/auc.ts'
import { bootstrapInterval } from '#core/stats/bootstrap.ts'
import { seededRng } from '#core/stats/rng.ts'
import type { Row } from '../table.ts'

/*
 * Protocol. Mail among 156 Enron employees with their departments as truth (Perry and Wolfe 2013); titles, departments
 * and names are hidden, subjects are all there is. For each field: does relevance put those who work in it above the
 * others? AUC over people; who has too few subjects stands at the middle. From all mail, and from the mailbox of each
 * employee who has at least five others of either kind among their contacts, averaged. Bulk (to more than 50) is left
 * out. The constants of talk were chosen while looking at the first table, as docs/the-maths/calibre.md says.
 */

const RESAMPLES = 1000
const SEED = 20010902
/** Of either kind, in a mailbox. */
const ENOUGH = 5

type Employee = { readonly department: string; readonly long: string }

const fields: readonly (readonly [field: string, who: string, works: (one: Employee) => boolean])[] = [
  ['law: contracts, litigation', 'Legal', ({ department }) => department === 'Legal'],
  ['legal agreements, master agreement, ISDA', 'Legal', ({ department }) => department === 'Legal'],
  ['energy trading: gas and power', 'Trading', ({ department }) => department === 'Trading'],
  [
    'natural gas trading',
    'gas traders',
    ({ department, long }) => department === 'Trading' && long.includes('Gas'),
  ],
  ['power trading, electricity markets', 'power desks', ({ long }) => long.includes('Power')],
  ['gas pipelines, transport and storage', 'ETS', ({ long }) => long === 'ETS'],
  ['regulatory affairs, government, FERC', 'government affairs', ({ long }) => long.startsWith('Regulatory')],
]

type Mail = { readonly subject: string; readonly from: number; readonly to: readonly number[] }

async function readMail(folder: string) {
  const rows = async (name: string): Promise<string[][]> =>
    (await readFile(join(folder, name), 'utf8'))
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.split('\t'))
  const table = await rows('employees.tsv')
  const rowOf = new Map(table.map(([id = ''], i) => [id, i]))
  const recipients = Map.groupBy(await rows('recipients.tsv'), (row) => row[0] ?? '')
  const mail = (await rows('messages.tsv')).flatMap((row): Mail[] => {
    const to = [...new Set((recipients.get(row[0] ?? '') ?? []).map((one) => one[2] ?? ''))]
    const from = rowOf.get(row.at(-1) ?? '') ?? -1
    if (from < 0 || to.length > BULK_AUDIENCE) return []
    return [
      {
        subject: row[3] ?? '',
        from,
        to: to.map((one) => rowOf.get(one) ?? -1).filter((one) => one >= 0 && one !== from),
      },
    ]
  })
  const employees = table.map((row): Employee => ({ department: row[2] ?? '', long: row[3] ?? '' }))
  return { employees, mail }
}

type Scores = Float64Array

/** How near each employee's talk is to a field, in these messages; NaN is unknown. */
function byTalk(
  field: string,
  employees: number,
  mail: readonly Mail[],
  whose: (one: Mail) => number[],
): Scores {
  const subjects = new FieldSubjects(field)
  const marks = Array.from({ length: employees }, (): number[] => [])
  for (const one of mail) {
    const mark = subjects.mark(one.subject, [])
    for (const person of whose(one)) marks[person]!.push(mark)
  }
  const talks = marks.map((mine) => subjects.talkOf(Float64Array.from(mine)) ?? undefined)
  const nearness = talkNearness(
    usualTalk(
      field,
      talks.filter((talk) => talk !== undefined),
    ),
  )
  return Float64Array.from(talks, (talk) => nearness(talk) ?? NaN)
}

/** How many messages with a word of the field each took part in. */
function byVolume(field: string, employees: number, mail: readonly Mail[]): Scores {
  const subjects = new FieldSubjects(field)
  const counts = new Float64Array(employees)
  for (const one of mail)
    if (subjects.mark(one.subject, []) % 2 === 1)
      for (const person of new Set([one.from, ...one.to])) counts[person]!++
  return counts
}

const everyone = ({ from, to }: Mail): number[] => [from, ...to]

/** Unknown stands at the middle of what is known. */
function settled(scores: Scores): Scores {
  const known = scores.filter((score) => !Number.isNaN(score)).sort()
  const middle = known[known.length >> 1] ?? 0
  return scores.map((score) => (Number.isNaN(score) ? middle : score))
}

function aucRow(set: string, method: string, scores: Scores, labels: Uint8Array): Row {
  const order = descending(scores)
  return {
    set,
    method,
    metric: 'AUC, titles hidden',
    value: weightedAuc(scores, labels, order, null)!,
    ...bootstrapInterval(
      scores.length,
      (drawn) => weightedAuc(scores, labels, order, drawn),
      RESAMPLES,
      seededRng(SEED),
    ),
    n: scores.length,
  }
}

/** The mean over the mailboxes of single employees, of the people each is in touch with. */
function oneMailbox(field: string, labels: Uint8Array, mail: readonly Mail[]) {
  const found: number[] = []
  for (let ego = 0; ego < labels.length; ego++) {
    const mine = mail.filter(({ from, to }) => from === ego || to.includes(ego))
    const scores = byTalk(field, labels.length, mine, ({ from, to }) => (from === ego ? [...to] : [from]))
    const contacts = new Set(mine.flatMap(({ from, to }) => (from === ego ? to : [from])))
    contacts.delete(ego)
    const people = [...contacts]
    const inside = people.filter((person) => labels[person] === 1).length
    if (inside < ENOUGH || people.length - inside < ENOUGH) continue
    const some = settled(Float64Array.from(people, (person) => scores[person]!))
    found.push(
      weightedAuc(
        some,
        Uint8Array.from(people, (person) => labels[person]!),
        descending(some),
        null,
      )!,
    )
  }
  return { value: found.reduce((sum, one) => sum + one, 0) / found.length, n: found.length }
}

/** How well relevance by talk alone finds who works in a field, on Enron. */
export async function talkQuality(dataDir: string): Promise<Row[]> {
  const folder = join(dataDir, 'enron')
  if (!existsSync(folder)) {
    console.error(`Skipped enron: ${folder} is not there; KITH_DATA says where the data lies.`)
    return []
  }
  const { employees, mail } = await readMail(folder)
  return fields.flatMap(([field, who, works]): Row[] => {
    if (meaningsOfField(field).size === 0) return []
    const labels = Uint8Array.from(employees, (one) => Number(works(one)))
    const set = `field "${field}": ${who}`
    const all = employees.length
    return [
      aucRow(set, 'talk (shipped)', settled(byTalk(field, all, mail, everyone)), labels),
      aucRow(set, 'talk, of writers alone', settled(byTalk(field, all, mail, ({ from }) => [from])), labels),
      aucRow(set, 'messages with a word of the field', byVolume(field, all, mail), labels),
      {
        set,
        method: 'talk, from one mailbox',
        metric: 'AUC, titles hidden',
        ...oneMailbox(field, labels, mail),
      },
    ]
  })
}
