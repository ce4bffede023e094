import { connectAccount } from './accounts/connect.ts'
import { disconnectAccount } from './accounts/disconnect.ts'
import { editCardOperation } from './accounts/edit-card.ts'
import { listAccounts } from './accounts/list.ts'
import { syncAccount } from './accounts/sync.ts'
import { backupDatabase, restoreBackup } from './backup.ts'
import { backtestPast } from './backtest.ts'
import { exportNetwork } from './export-network.ts'
import { checkHealth } from './check-health.ts'
import { getClosenessModel, useClosenessModel } from './closeness-models.ts'
import { discoverPeople } from './discover-people.ts'
import { explainField } from './explain-field.ts'
import { suggestField } from './suggest-field.ts'
import { getField, pickTopics, setField } from './field.ts'
import { explainRelevance } from './explain-relevance.ts'
import { findPath } from './find-path.ts'
import { getMap } from './get-map.ts'
import { getPerson } from './get-person.ts'
import { getStructure } from './get-structure.ts'
import { listChanges } from './list-changes.ts'
import { getWorth } from './get-worth.ts'
import { getReturn } from './get-return.ts'
import { addGoal, editGoal, listGoalPresets, listGoals, removeGoal, undoGoal } from './goals.ts'
import { acceptQuestions, mergePeople, splitPerson, tellApart } from './identity/edit-people.ts'
import { getIdentitySettings, setIdentitySettings } from './identity/identity-settings.ts'
import { listEdits, undoEdit } from './identity/journal.ts'
import { listQuestions } from './identity/list-questions.ts'
import { resolveIdentities } from './identity/resolve-identities.ts'
import { changePeople, takeBack } from './change-people.ts'
import { commonGround } from './common-ground.ts'
import { importFiles } from './import-files.ts'
import { listImports, listSkipped, listSources } from './imports.ts'
import { deleteEverything } from './delete-everything.ts'
import { deletePerson } from './delete-person.ts'
import { listInteractions } from './list-interactions.ts'
import { choosePeople, countPeople, listPeople, plotPeople } from './list-people.ts'
import { askIntroduction, listIntroductions, removeIntroduction, setIntroduction } from './introductions.ts'
import { listTopics } from './list-topics.ts'
import { loadSample } from './load-sample.ts'
import { getMe, setMe } from './me.ts'
import { learnClosenessNow } from './learn-closeness.ts'
import { listMoves, listPositions } from './moves.ts'
import { getOrganisation, listOrganisations } from './organisations.ts'
import { getNotebook, markPerson, removeEntry, undoEntry } from './notebook.ts'
import { addNote, editNote, listNotes } from './notes.ts'
import { outcomeRates } from './outcome-rates.ts'
import { dismissOutcome, listOutcomes, recordOutcome, removeOutcome, suggestOutcomes } from './outcomes.ts'
import { completeAction, skipAction, snoozeAction, undoAction } from './plan/actions.ts'
import { sendDigest, setDigestMail, weeklyDigest } from './plan/digest.ts'
import { listPromises } from './plan/list-promises.ts'
import { planCalendar } from './plan/plan-calendar.ts'
import { weeklyPlan } from './plan/weekly-plan.ts'
import { addReminder, completeReminder, listReminders } from './reminders.ts'
import { getPlaybook, listPlaybooks, removePlaybook, savePlaybook } from './playbooks.ts'
import { matchListing, refuseListing, reviewLists, undecideListing } from './lists.ts'
import { ratePerson } from './rate-person.ts'
import { scoreFiles } from './score-files.ts'
import { scoreNetwork } from './score-network.ts'
import { addToken, listTokens, removeToken } from './tokens.ts'
import { getClosenessTrend, listTrends } from './trends.ts'
import { getStatus } from './status.ts'
import { addTag, listTags } from './tags.ts'
import { listViews, removeView, renameView, saveView } from './views.ts'
import { getWorkingTime, setWorkingTime } from './working-time.ts'
import { getAttentionCosts, resetAttentionCosts, setAttentionCosts } from './attention-costs.ts'
import { whatIf } from './what-if.ts'
import { getAttentionCurve, sizingCurve, worthHistory } from './worth-curves.ts'
import { undoImport } from './undo-import.ts'
import { studyNetwork } from './study-network.ts'

/** Everything a person can ask kith to do. Commands, routes, tools and the web client's types are made from this. */
export const operations = {
  importFiles,
  scoreFiles,
  listPeople,
  plotPeople,
  choosePeople,
  countPeople,
  getPerson,
  listInteractions,
  deletePerson,
  setField,
  getField,
  pickTopics,
  explainRelevance,
  addGoal,
  listGoals,
  editGoal,
  removeGoal,
  undoGoal,
  listGoalPresets,
  getWorth,
  whatIf,
  getAttentionCosts,
  setAttentionCosts,
  resetAttentionCosts,
  sizingCurve,
  getAttentionCurve,
  worthHistory,
  weeklyPlan,
  completeAction,
  snoozeAction,
  skipAction,
  undoAction,
  planCalendar,
  weeklyDigest,
  setDigestMail,
  sendDigest,
  listPromises,
  recordOutcome,
  listOutcomes,
  removeOutcome,
  suggestOutcomes,
  dismissOutcome,
  outcomeRates,
  getReturn,
  addNote,
  listNotes,
  editNote,
  addTag,
  listTags,
  markPerson,
  addReminder,
  listReminders,
  completeReminder,
  getNotebook,
  removeEntry,
  undoEntry,
  getMe,
  setMe,
  listSources,
  listImports,
  listSkipped,
  undoImport,
  loadSample,
  scoreNetwork,
  backtest: backtestPast,
  getClosenessTrend,
  listTrends,
  getClosenessModel,
  learnCloseness: learnClosenessNow,
  useClosenessModel,
  getStatus,
  exportNetwork,
  listChanges,
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
  studyNetwork,
  discoverPeople,
  findPath,
  askIntroduction,
  listIntroductions,
  setIntroduction,
  removeIntroduction,
  getStructure,
  listTopics,
  getMap,
  listPlaybooks,
  getPlaybook,
  savePlaybook,
  removePlaybook,
  listQuestions,
  mergePeople,
  splitPerson,
  tellApart,
  acceptQuestions,
  listEdits,
  undoEdit,
  resolveIdentities,
  getIdentitySettings,
  setIdentitySettings,
  ratePerson,
  explainField,
  suggestField,
  reviewLists,
  matchListing,
  refuseListing,
  undecideListing,
  changePeople,
  takeBack,
  listViews,
  saveView,
  renameView,
  removeView,
  commonGround,
  deleteEverything,
  getWorkingTime,
  setWorkingTime,
  connectAccount,
  listAccounts,
  syncAccount,
  disconnectAccount,
  editCard: editCardOperation,
}
