import { sql } from 'kysely'
import type { Backend } from '../backend.ts'
import type { Tx } from '../owners.ts'

/** Takes what an import said of facts away; a fact that another import says, too, stays with the latest time left. */
export async function undoFacts(backend: Backend, tx: Tx, importId: number): Promise<number> {
  const said = await tx
    .selectFrom('fact_sources')
    .select('identity_id')
    .distinct()
    .where('import_id', '=', importId)
    .execute()
  const list = backend.listOf(said.map((row) => row.identity_id))
  await tx.deleteFrom('fact_sources').where('import_id', '=', importId).execute()
  const same = sql`s.identity_id = person_facts.identity_id and s.field = person_facts.field
    and s.source = person_facts.source and s.value_hash = person_facts.value_hash`
  const { numAffectedRows } = await sql`
    delete from person_facts where identity_id in ${list} and import_id is not null
      and not exists (select 1 from fact_sources s where ${same})`.execute(tx)
  await sql`
    update person_facts set
      at_ms = (select max(s.at_ms) from fact_sources s where ${same}),
      import_id = (select min(s.import_id) from fact_sources s where ${same})
    where identity_id in ${list} and import_id is not null`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** The same for what an import said of where people work, with the times that are left. */
export async function undoPositions(backend: Backend, tx: Tx, importId: number): Promise<void> {
  const said = await tx
    .selectFrom('position_sources')
    .select('identity_id')
    .distinct()
    .where('import_id', '=', importId)
    .execute()
  if (said.length === 0) return
  const list = backend.listOf(said.map((row) => row.identity_id))
  await tx.deleteFrom('position_sources').where('import_id', '=', importId).execute()
  const same = sql`s.identity_id = position_facts.identity_id and s.fact_hash = position_facts.fact_hash`
  await sql`
    delete from position_facts where identity_id in ${list} and import_id is not null
      and not exists (select 1 from position_sources s where ${same})`.execute(tx)
  await sql`
    update position_facts set
      first_ms = (select min(s.first_ms) from position_sources s where ${same}),
      last_ms = (select max(s.last_ms) from position_sources s where ${same}),
      seen_ms = (select min(s.seen_ms) from position_sources s where ${same}),
      import_id = (select min(s.import_id) from position_sources s where ${same})
    where identity_id in ${list} and import_id is not null`.execute(tx)
  await tx
    .updateTable('meta')
    .set((is) => ({ value: is('value', '+', 1) }))
    .where('name', '=', 'positions_version')
    .execute()
}

/** The same for stated ties of an owner, and lines of lists. */
export async function undoTies(tx: Tx, owner: number, importId: number): Promise<number> {
  await tx.deleteFrom('tie_sources').where('owner_id', '=', owner).where('import_id', '=', importId).execute()
  let gone = 0
  for (const [table, key] of [
    ['declarations', 'key_hash'],
    ['endorsements', 'key_hash'],
    ['list_entries', 'entry_hash'],
  ] as const) {
    const same = sql`s.owner_id = ${sql.ref(`${table}.owner_id`)} and s.kind = ${table}
      and s.key_hash = ${sql.ref(`${table}.${key}`)}`
    const { numAffectedRows } = await sql`
      delete from ${sql.table(table)} where owner_id = ${owner} and import_id = ${importId}
        and not exists (select 1 from tie_sources s where ${same})`.execute(tx)
    gone += Number(numAffectedRows ?? 0)
    await sql`
      update ${sql.table(table)} set import_id = (select min(s.import_id) from tie_sources s where ${same})
      where owner_id = ${owner} and import_id = ${importId}`.execute(tx)
  }
  return gone
}
