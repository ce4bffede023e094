import type { BulkTable } from './backend.ts'

const owner = ['owner_id', 'bigint'] as const

export const peopleRows: BulkTable = {
  table: 'people',
  columns: [
    ['person_id', 'bigint'],
    ['name', 'text'],
    ['name_key', 'text'],
    ['organisation', 'text'],
    ['title', 'text'],
    ['industry', 'text'],
    ['place', 'text'],
    ['is_person', 'integer'],
    ['search_text', 'text'],
  ],
  conflict:
    'on conflict (person_id) do update set name = excluded.name, name_key = excluded.name_key, ' +
    'organisation = excluded.organisation, title = excluded.title, industry = excluded.industry, ' +
    'place = excluded.place, is_person = excluded.is_person, search_text = excluded.search_text',
}

/** Of people who are not there yet. */
export const newPeopleRows: BulkTable = { ...peopleRows, conflict: '' }

export const identityRows: BulkTable = {
  table: 'identities',
  columns: [
    ['identity_id', 'bigint'],
    ['key_hash', 'text'],
    ['kind', 'text'],
    ['value', 'text'],
    ['person_id', 'bigint'],
    ['import_id', 'bigint'],
  ],
  conflict: '',
}

/** The latest time a source says a fact stays; a repeated fact writes nothing. */
export const factRows: BulkTable = {
  table: 'person_facts',
  columns: [
    ['identity_id', 'bigint'],
    ['field', 'text'],
    ['source', 'text'],
    ['value_hash', 'text'],
    ['value', 'text'],
    ['at_ms', 'bigint'],
    ['import_id', 'bigint'],
  ],
  conflict:
    'on conflict (identity_id, field, source, value_hash) do update set at_ms = excluded.at_ms ' +
    'where excluded.at_ms is not null and (person_facts.at_ms is null or person_facts.at_ms < excluded.at_ms)',
}

export const interactionRows: BulkTable = {
  table: 'interactions',
  columns: [
    owner,
    ['interaction_id', 'bigint'],
    ['key_hash', 'text'],
    ['occurred_ms', 'bigint'],
    ['time_quality', 'integer'],
    ['channel', 'integer'],
    ['bulk', 'integer'],
    ['subject', 'text'],
    ['words', 'bigint'],
    ['thread', 'text'],
    ['import_id', 'bigint'],
  ],
  conflict: '',
}

export const participantRows: BulkTable = {
  table: 'participants',
  columns: [
    owner,
    ['interaction_id', 'bigint'],
    ['identity_id', 'bigint'],
    ['role', 'integer'],
    ['import_id', 'bigint'],
  ],
  conflict: '',
}

export const touchpointRows: BulkTable = {
  table: 'touchpoints',
  columns: [
    owner,
    ['person_id', 'bigint'],
    ['occurred_ms', 'bigint'],
    ['interaction_id', 'bigint'],
    ['direction', 'integer'],
    ['channel', 'integer'],
    ['audience', 'integer'],
    ['role', 'integer'],
    ['bulk', 'integer'],
  ],
  conflict:
    'on conflict (owner_id, person_id, occurred_ms, interaction_id) do update set direction = excluded.direction, ' +
    'channel = excluded.channel, audience = excluded.audience, role = excluded.role, bulk = excluded.bulk',
}

/** Copies keep the first by spelling, so that no order of imports matters. */
export const keywordRows: BulkTable = {
  table: 'interaction_keywords',
  columns: [owner, ['interaction_id', 'bigint'], ['keywords', 'text'], ['import_id', 'bigint']],
  conflict:
    'on conflict (owner_id, interaction_id) do update set keywords = excluded.keywords ' +
    'where excluded.keywords < interaction_keywords.keywords',
}

export const waitingRows: BulkTable = {
  table: 'waiting_interactions',
  columns: [owner, ['interaction_id', 'bigint']],
  conflict: 'on conflict do nothing',
}

export const declarationRows: BulkTable = {
  table: 'declarations',
  columns: [
    owner,
    ['key_hash', 'text'],
    ['kind', 'text'],
    ['from_identity_id', 'bigint'],
    ['to_identity_id', 'bigint'],
    ['at_ms', 'bigint'],
    ['import_id', 'bigint'],
  ],
  conflict: 'on conflict do nothing',
}

export const endorsementRows: BulkTable = {
  table: 'endorsements',
  columns: [
    owner,
    ['key_hash', 'text'],
    ['kind', 'text'],
    ['from_identity_id', 'bigint'],
    ['to_identity_id', 'bigint'],
    ['topic', 'text'],
    ['at_ms', 'bigint'],
    ['import_id', 'bigint'],
  ],
  conflict: 'on conflict do nothing',
}

/** A version that is there already is replaced. */
export const versionRows: BulkTable = {
  table: 'interaction_versions',
  columns: [owner, ['interaction_id', 'bigint'], ['import_id', 'bigint'], ['told', 'text']],
  conflict: 'on conflict (owner_id, interaction_id, import_id) do update set told = excluded.told',
}

export const repeatRows: BulkTable = {
  table: 'interaction_repeats',
  columns: [owner, ['import_id', 'bigint'], ['position', 'bigint'], ['ranges', 'text']],
  conflict: '',
}

export const factSourceRows: BulkTable = {
  table: 'fact_sources',
  columns: [
    ['identity_id', 'bigint'],
    ['field', 'text'],
    ['source', 'text'],
    ['value_hash', 'text'],
    ['import_id', 'bigint'],
    ['at_ms', 'bigint'],
  ],
  conflict:
    'on conflict (identity_id, field, source, value_hash, import_id) do update set at_ms = excluded.at_ms ' +
    'where excluded.at_ms is not null and (fact_sources.at_ms is null or fact_sources.at_ms < excluded.at_ms)',
}

export const positionSourceRows: BulkTable = {
  table: 'position_sources',
  columns: [
    ['identity_id', 'bigint'],
    ['fact_hash', 'text'],
    ['import_id', 'bigint'],
    ['first_ms', 'bigint'],
    ['last_ms', 'bigint'],
    ['seen_ms', 'bigint'],
  ],
  conflict:
    'on conflict (identity_id, fact_hash, import_id) do update set ' +
    'first_ms = case when position_sources.first_ms is null or excluded.first_ms < position_sources.first_ms ' +
    'then excluded.first_ms else position_sources.first_ms end, ' +
    'last_ms = case when position_sources.last_ms is null or excluded.last_ms > position_sources.last_ms ' +
    'then excluded.last_ms else position_sources.last_ms end ' +
    'where excluded.first_ms is not null',
}

export const claimRows: BulkTable = {
  table: 'identity_claims',
  columns: [
    ['identity_id', 'bigint'],
    ['other_id', 'bigint'],
    ['import_id', 'bigint'],
  ],
  conflict: 'on conflict do nothing',
}

export const tieSourceRows: BulkTable = {
  table: 'tie_sources',
  columns: [owner, ['kind', 'text'], ['key_hash', 'text'], ['import_id', 'bigint']],
  conflict: 'on conflict do nothing',
}

export const skipRows: BulkTable = {
  table: 'skips',
  columns: [owner, ['import_id', 'bigint'], ['position', 'bigint'], ['place', 'text'], ['reason', 'text']],
  conflict: '',
}

export const trendRows: BulkTable = {
  table: 'tie_trends',
  columns: [
    owner,
    ['person_id', 'bigint'],
    ['closeness_before', 'double precision'],
    ['gap_days', 'double precision'],
    ['mean_gap_days', 'double precision'],
  ],
  conflict: '',
}

export const scoreRows: BulkTable = {
  table: 'scores',
  columns: [
    owner,
    ['person_id', 'bigint'],
    ['closeness', 'double precision'],
    ['trust', 'double precision'],
    ['calibre', 'double precision'],
    ['worth', 'double precision'],
    ['contribution', 'double precision'],
    ['interactions_out', 'bigint'],
    ['interactions_in', 'bigint'],
    ['interactions_together', 'bigint'],
    ['last_ms', 'bigint'],
    ['sought', 'double precision'],
    ['seekers', 'bigint'],
    ['sought_seekers', 'bigint'],
    ['channels', 'integer'],
  ],
  conflict: '',
}

/** The span in which it was said to hold grows; a repeated statement writes nothing. */
export const positionFactRows: BulkTable = {
  table: 'position_facts',
  columns: [
    ['identity_id', 'bigint'],
    ['fact_hash', 'text'],
    ['source', 'text'],
    ['organisation', 'text'],
    ['domain', 'text'],
    ['title', 'text'],
    ['started_ms', 'bigint'],
    ['ended_ms', 'bigint'],
    ['first_ms', 'bigint'],
    ['last_ms', 'bigint'],
    ['seen_ms', 'bigint'],
    ['import_id', 'bigint'],
  ],
  conflict:
    'on conflict (identity_id, fact_hash) do update set ' +
    'first_ms = case when position_facts.first_ms is null or excluded.first_ms < position_facts.first_ms ' +
    'then excluded.first_ms else position_facts.first_ms end, ' +
    'last_ms = case when position_facts.last_ms is null or excluded.last_ms > position_facts.last_ms ' +
    'then excluded.last_ms else position_facts.last_ms end ' +
    'where excluded.first_ms is not null and (position_facts.first_ms is null ' +
    'or excluded.first_ms < position_facts.first_ms or excluded.last_ms > position_facts.last_ms)',
}

export const organisationRows: BulkTable = {
  table: 'organisations',
  columns: [
    ['organisation_id', 'bigint'],
    ['name', 'text'],
    ['name_key', 'text'],
    ['names', 'text'],
    ['domains', 'text'],
    ['search_text', 'text'],
  ],
  conflict: '',
}

export const organisationKeyRows: BulkTable = {
  table: 'organisation_keys',
  columns: [
    ['key_hash', 'text'],
    ['organisation_id', 'bigint'],
  ],
  conflict: '',
}

export const positionRows: BulkTable = {
  table: 'positions',
  columns: [
    ['person_id', 'bigint'],
    ['place', 'bigint'],
    ['organisation_id', 'bigint'],
    ['title', 'text'],
    ['started_ms', 'bigint'],
    ['ended_ms', 'bigint'],
    ['first_ms', 'bigint'],
    ['last_ms', 'bigint'],
    ['is_current', 'integer'],
    ['sources', 'text'],
  ],
  conflict: '',
}

export const positionChangeRows: BulkTable = {
  table: 'position_changes',
  columns: [
    ['person_id', 'bigint'],
    ['change_id', 'text'],
    ['kind', 'text'],
    ['from_organisation_id', 'bigint'],
    ['from_title', 'text'],
    ['to_organisation_id', 'bigint'],
    ['to_title', 'text'],
    ['noticed_ms', 'bigint'],
    ['last_before_ms', 'bigint'],
    ['source', 'text'],
  ],
  conflict: '',
}

/** A line that is there already stays as it is. */
export const listEntryRows: BulkTable = {
  table: 'list_entries',
  columns: [
    owner,
    ['entry_hash', 'text'],
    ['list', 'text'],
    ['name', 'text'],
    ['name_key', 'text'],
    ['identity_id', 'bigint'],
    ['level', 'double precision'],
    ['field', 'text'],
    ['year', 'integer'],
    ['import_id', 'bigint'],
  ],
  conflict: 'on conflict do nothing',
}
