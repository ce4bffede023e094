import { DEFAULT_FIELD_MEAN } from '#core/calibre/combine.ts'
import { LedgerBuilder } from '#core/ledger/ledger.ts'
import { byTie } from '#core/ledger/by-tie.ts'
import type { Goal } from '#core/model/goal.ts'
import { planWeek } from '#core/plan/plan-week.ts'
import type { PlanTie } from '#core/plan/tie.ts'
import { seededRng } from '#core/stats/rng.ts'
import { leaveOneOut } from '#core/worth/leave-one-out.ts'
import { probabilityOfAtLeast } from '#core/worth/poisson-binomial.ts'
import { bestFirst, rightNumber } from '#core/worth/right-number.ts'
import { sharedShock } from '#core/worth/shared-shock.ts'
import { contactValues } from '#core/worth/values.ts'
import type { ContactColumns } from '#core/worth/values.ts'
import { PreparedWhatIf } from '#core/worth/prepared-what-if.ts'
import { standingIf } from '#core/worth/what-if.ts'
import type { Bench } from './bench.ts'
import { tableLines } from './table.ts'

const DAY_MS = 86_400_000
const AT = 20_000 * DAY_MS
const RUNS = 5
/** Positions of the slider that are tried. */
const ANSWERS = 20
const goal: Goal = {
  kind: 'referrals',
  target: 15,
  period: 'quarter',
  confidence: 0.8,
  weight: 1,
  baseRate: null,
}

/** Contacts as a mailbox has them: few close, most hardly known; the same for the same size. */
function contactsOf(size: number): ContactColumns & { readonly silent: Float64Array } {
  const rng = seededRng(5178)
  const closeness = Float64Array.from({ length: size }, () => rng() ** 6)
  return {
    closeness,
    silent: closeness.map((value) => value * 0.4),
    trust: closeness.map((value) => Math.min(1, value + 0.2 * rng())),
    calibre: Float64Array.from({ length: size }, () => (rng() < 0.5 ? NaN : rng())),
    twoWay: Uint8Array.from({ length: size }, () => (rng() < 0.4 ? 1 : 0)),
  }
}

function planInput(contacts: ContactColumns) {
  const rng = seededRng(99)
  const size = contacts.closeness.length
  const builder = new LedgerBuilder()
  const lastInMs = new Float64Array(size).fill(NaN)
  const contribution = contactValues(contacts, goal, DEFAULT_FIELD_MEAN)
  const ties = Array.from({ length: size }, (_, tie): PlanTie => {
    const days = 400 * rng()
    if (contacts.twoWay[tie] === 1) {
      for (let n = 0; n < 6; n++) builder.push(tie, AT - (days + n * 20 * rng()) * DAY_MS, n % 2, 0, 1, false)
      lastInMs[tie] = AT - days * DAY_MS
    }
    return {
      person: tie,
      name: `contact ${tie}`,
      closeness: contacts.closeness[tie]!,
      trust: contacts.trust[tie]!,
      calibre: Number.isNaN(contacts.calibre[tie]!) ? null : contacts.calibre[tie]!,
      dormant: contacts.trust[tie]! >= 0.5 && contacts.closeness[tie]! < 0.2,
      daysSince: days,
      daysSinceIn: days,
      daysSinceOut: days + 1,
      daysSinceMet: null,
      in: 3,
      out: 3,
      together: 0,
      answers: 0.3 + 0.5 * rng(),
      contribution: contribution[tie]!,
      owed: rng() < 0.01 ? { days: 20 * rng(), subject: null } : null,
      waiting: rng() < 0.01 ? { days: 40 * rng(), subject: null } : null,
      change: null,
      given: null,
      introduces: null,
    }
  })
  return {
    at: AT,
    ties,
    ledger: byTie(builder.finish(size)),
    tieOf: Int32Array.from({ length: size }, (_, tie) => tie),
    calibre: contacts.calibre,
    twoWay: contacts.twoWay,
    contribution,
    overlap: Float64Array.from({ length: size }, () => rng()),
    lastInMs,
    groups: Array.from({ length: size }, (_, tie) => `organisation ${tie % 400}`),
    segments: new Map<string, Uint8Array>(),
  }
}

const milliseconds = (work: () => unknown, runs = RUNS): number => {
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const before = performance.now()
    work()
    times.push(performance.now() - before)
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!
}

/** P(N ≥ target) by the whole distribution, without a shared shock: O(n²) time, what kith avoids. */
function wholeDistribution(values: Float64Array, target: number): number {
  const mass = new Float64Array(values.length + 1)
  mass[0] = 1
  for (let j = 0; j < values.length; j++)
    for (let k = j + 1; k >= 0; k--)
      mass[k] = mass[k]! * (1 - values[j]!) + (k > 0 ? mass[k - 1]! * values[j]! : 0)
  return mass.subarray(target).reduce((sum, p) => sum + p, 0)
}

/** `worth [contacts]`. */
export const worthBench: Bench = {
  name: 'worth',
  summary: 'worth, right number, worth of each contact, what-if and plan: milliseconds, median of five',
  run: async ({ json, parts }) => {
    const size = Number(parts[0] ?? 50_000)
    const contacts = contactsOf(size)
    const shock = sharedShock()
    const values = contactValues(contacts, goal, DEFAULT_FIELD_MEAN)
    const counting = values.filter((value) => value > 0)
    const network = planInput(contacts)
    const memory = { marks: new Map(), past: new Map() }
    const few = counting.subarray(0, 400)
    const lost = leaveOneOut(few, goal.target, shock)
    const whole = probabilityOfAtLeast(few, goal.target, shock)
    let worst = 0
    for (let j = 0; j < few.length; j++) {
      const without = few.filter((_, i) => i !== j)
      worst = Math.max(worst, Math.abs(whole - probabilityOfAtLeast(without, goal.target, shock) - lost[j]!))
    }
    const oneRecount = milliseconds(() => probabilityOfAtLeast(values, goal.target, shock))
    const goal20 = { ...goal, target: 20 }
    const change = { minutesPerWeek: 120, without: new Set([1, 2, 3]), more: 10 }
    const prepared = new PreparedWhatIf(contacts, contacts.silent, goal, DEFAULT_FIELD_MEAN)
    prepared.standing(change, 20)
    const changes = Array.from({ length: ANSWERS }, (_, i) => ({
      minutesPerWeek: 15 * (i + 1),
      without: new Set([i, 7 * i + 1, 90 * i + 2]),
      more: i,
    }))
    const furtherAnswers = (of: PreparedWhatIf): number =>
      milliseconds(() => {
        for (const one of changes) of.standing(one, 20)
      })
    const rows: readonly (readonly [string, number])[] = [
      ['values of all contacts', milliseconds(() => contactValues(contacts, goal, DEFAULT_FIELD_MEAN))],
      ['worth: P(N ≥ 15) with shared shock', oneRecount],
      [
        'right number',
        milliseconds(() => rightNumber(bestFirst(values), goal.target, goal.confidence, shock)),
      ],
      ['worth of every contact, by removal', milliseconds(() => leaveOneOut(values, goal.target, shock))],
      ['worth of every contact, by recounting (one × contacts who count)', oneRecount * counting.length],
      [
        'what-if, 2 hours a week, target 20, three people fewer, ten more: recounting everybody',
        milliseconds(() => standingIf(contacts, contacts.silent, goal20, DEFAULT_FIELD_MEAN, change)),
      ],
      [
        'the same, the first time: preparing and answering',
        milliseconds(() =>
          new PreparedWhatIf(contacts, contacts.silent, goal, DEFAULT_FIELD_MEAN).standing(change, 20),
        ),
      ],
      ['the same while the slider moves: each further answer', furtherAnswers(prepared) / ANSWERS],
      [
        'greatest difference between the two, over those answers',
        Math.max(
          ...changes.map((one) =>
            Math.abs(
              prepared.standing(one, 20).probability -
                standingIf(contacts, contacts.silent, goal20, DEFAULT_FIELD_MEAN, one).probability,
            ),
          ),
        ),
      ],
      [
        'plan of 180 minutes',
        milliseconds(() => planWeek(network, memory, [goal], 180, DEFAULT_FIELD_MEAN, AT)),
      ],
      [
        `whole distribution of the ${counting.length} who count, O(n²), one case of the shock`,
        milliseconds(() => wholeDistribution(counting, goal.target), 1),
      ],
      [
        'the same by kith, one case of the shock',
        milliseconds(() => probabilityOfAtLeast(counting, goal.target)),
      ],
      ['greatest difference between removal and recounting, 400 contacts', worst],
    ]
    if (json) for (const [what, value] of rows) console.log(JSON.stringify({ contacts: size, what, value }))
    else
      for (const line of tableLines(
        [`${size.toLocaleString('en')} contacts`, 'ms'],
        rows.map(([what, value]) => [what, value < 1e-3 ? value.toExponential(1) : value.toFixed(1)]),
      ))
        console.log(line)
  },
}
