import { personId } from '#core/model/ids.ts'
import type { Backend, BulkTable } from './backend.ts'
import type { IdentityStore } from './identity-store.ts'
import { lockDirectory } from './owners.ts'

const questionRows: BulkTable = {
  table: 'match_questions',
  columns: [
    ['first_person_id', 'bigint'],
    ['second_person_id', 'bigint'],
    ['probability', 'double precision'],
    ['evidence', 'text'],
  ],
  conflict: 'on conflict do nothing',
}

export const matchQuestionsPart = (backend: Backend): Pick<IdentityStore, 'questions' | 'saveQuestions'> => ({
  async questions(limit) {
    const rows = await backend.db
      .selectFrom('match_questions')
      .selectAll()
      .orderBy('probability', 'desc')
      .orderBy('first_person_id')
      .orderBy('second_person_id')
      .limit(limit)
      .execute()
    return rows.map((row) => ({
      first: personId(row.first_person_id),
      second: personId(row.second_person_id),
      probability: row.probability,
      evidence: JSON.parse(row.evidence) as unknown,
    }))
  },

  saveQuestions: (rows, about) =>
    backend.write(async (tx) => {
      await lockDirectory(backend, tx, false)
      if (about === null) await tx.deleteFrom('match_questions').execute()
      else {
        const list = backend.listOf(about)
        await tx
          .deleteFrom('match_questions')
          .where((eb) => eb.or([eb('first_person_id', 'in', list), eb('second_person_id', 'in', list)]))
          .execute()
      }
      // Whoever was merged away meanwhile is asked about when the next import looks again.
      const wanted = [...new Set(rows.flatMap(({ first, second }) => [first, second]))]
      const there = await tx
        .selectFrom('people')
        .select('person_id')
        .where('person_id', 'in', backend.listOf(wanted))
        .execute()
      const known = new Set<number>(there.map((row) => row.person_id))
      const kept = rows
        .filter(({ first, second }) => known.has(first) && known.has(second))
        .map((row) => (row.first < row.second ? row : { ...row, first: row.second, second: row.first }))
      await backend.insert(tx, questionRows, [
        kept.map((row) => row.first),
        kept.map((row) => row.second),
        kept.map((row) => row.probability),
        kept.map((row) => JSON.stringify(row.evidence)),
      ])
    }),
})
