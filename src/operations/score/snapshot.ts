import type { SnapshotBody } from '#core/model/entry.ts'
import { goalWords } from '#core/worth/wording.ts'
import type { Context } from '../operation.ts'
import type { Worth } from '../schemas.ts'

const snapshotOf = (report: Worth, contacts: number): SnapshotBody => ({
  worth: report.worth,
  contacts,
  counting: report.goals[0]?.have ?? 0,
  pillars: {
    calibre: report.pillars.calibre.value,
    closeness: report.pillars.closeness.value,
    number: report.pillars.number.value,
  },
  goals: report.goals.map(({ goal, probability, needed, have }) => ({
    id: goal.id,
    text: goalWords({ kind: goal.kind, target: goal.target, period: goal.per, segment: goal.segment }),
    probability,
    needed,
    have,
  })),
})

/**
 * Keeps how the network stands, for the history of worth, when the numbers differ from the last time. Looking at the
 * past (--at) keeps nothing.
 */
export async function keepSnapshot(
  context: Context,
  report: Worth,
  contacts: number,
  at: number,
): Promise<void> {
  if (context.at !== null || contacts === 0) return
  const { store, owner } = context
  const body = snapshotOf(report, contacts)
  const last = (await store.entries(owner, 'snapshot')).reduce<
    { madeAt: number; body: SnapshotBody } | undefined
  >((latest, row) => (latest === undefined || row.madeAt >= latest.madeAt ? row : latest), undefined)
  if (last !== undefined && JSON.stringify(last.body) === JSON.stringify(body)) return
  await store.addEntries(owner, 'snapshot', [{ about: null, at, body }], context.now())
}
