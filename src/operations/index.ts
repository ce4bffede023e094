import { backupDatabase, restoreBackup } from './backup.ts'
import { checkHealth } from './check-health.ts'
import { getField, setField } from './field.ts'
import { getPerson } from './get-person.ts'
import { getWorth } from './get-worth.ts'
import { addGoal, listGoals, removeGoal } from './goals.ts'
import { importFiles } from './import-files.ts'
import { listImports, listSkipped, listSources } from './imports.ts'
import { countPeople, listPeople, plotPeople } from './list-people.ts'
import { loadSample } from './load-sample.ts'
import { getMe, setMe } from './me.ts'
import { listMoves, listPositions } from './moves.ts'
import { getOrganisation, listOrganisations } from './organisations.ts'
import { scoreFiles } from './score-files.ts'
import { scoreNetwork } from './score-network.ts'
import { addToken, listTokens, removeToken } from './tokens.ts'
import { getStatus } from './status.ts'
import { undoImport } from './undo-import.ts'

/** Everything a person can ask kith to do. Commands, routes, tools and the web client's types are made from this. */
export const operations = {
  importFiles,
  scoreFiles,
  listPeople,
  plotPeople,
  countPeople,
  getPerson,
  setField,
  getField,
  addGoal,
  listGoals,
  removeGoal,
  getWorth,
  getMe,
  setMe,
  listSources,
  listImports,
  listSkipped,
  undoImport,
  loadSample,
  scoreNetwork,
  getStatus,
  backupDatabase,
  restoreBackup,
  addToken,
  listTokens,
  removeToken,
  checkHealth,
  listOrganisations,
  getOrganisation,
  listPositions,
  listMoves,
}
