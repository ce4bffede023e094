import { accountsPart } from './accounts.ts'
import type { Backend } from './backend.ts'
import { backupPart } from './backup.ts'
import { companyPart } from './company.ts'
import { calibrePart } from './calibre.ts'
import { directoryPart } from './directory.ts'
import { entriesPart } from './entries.ts'
import { evidencePart } from './evidence.ts'
import { clearPart } from './clear.ts'
import { conclusionsPart } from './conclusions.ts'
import { forgetPart } from './forget-person.ts'
import { goalsPart } from './goals.ts'
import { healthPart } from './health.ts'
import { identityEditsPart } from './identity-edits.ts'
import { importsPart } from './imports.ts'
import { ingestPart } from './ingest.ts'
import { keptRowsPart } from './kept-rows.ts'
import { portablePart } from './portable.ts'
import { keptAnswersPart } from './kept-answers.ts'
import { introductionsPart } from './introductions.ts'
import { keywordsPart } from './keywords.ts'
import { matchQuestionsPart } from './match-questions.ts'
import { partPeoplePart } from './part-people.ts'
import { mePart } from './me.ts'
import { modelsPart } from './models.ts'
import { organisationsPart } from './organisations.ts'
import { ownersPart } from './owners.ts'
import { peoplePart } from './people.ts'
import type { Store } from './store.ts'
import { tokensPart } from './tokens.ts'
import { readFoldersPart } from './read-folders.ts'
import { outlookPart } from './outlook.ts'
import { threadsPart } from './threads.ts'
import { studyPart } from './study.ts'
import { standingsPart } from './standings.ts'
import { talkPart } from './talk.ts'
import { touchesPart } from './touches.ts'
import { touchpointsPart } from './touchpoints.ts'
import { provenancePart } from './undo/undo-import.ts'
import { trendsPart } from './trends.ts'

/** The store over a backend whose schema is the newest. Errors of the database arrive as plain sentences. */
export function sqlStore(backend: Backend): Store {
  const parts = {
    ...ownersPart(backend),
    ...mePart(backend),
    ...directoryPart(backend),
    ...ingestPart(backend),
    ...touchpointsPart(backend),
    ...touchesPart(backend),
    ...standingsPart(backend),
    ...talkPart(backend),
    ...evidencePart(backend),
    ...keywordsPart(backend),
    ...studyPart(backend),
    ...introductionsPart(backend),
    ...peoplePart(backend),
    ...companyPart(backend),
    ...identityEditsPart(backend),
    ...matchQuestionsPart(backend),
    ...partPeoplePart(backend),
    ...goalsPart(backend),
    ...forgetPart(backend),
    ...clearPart(backend),
    ...entriesPart(backend),
    ...outlookPart(backend),
    ...threadsPart(backend),
    ...importsPart(backend),
    ...provenancePart(backend),
    ...healthPart(backend),
    ...tokensPart(backend),
    ...backupPart(backend),
    ...keptRowsPart(backend),
    ...portablePart(backend),
    ...keptAnswersPart(backend),
    ...organisationsPart(backend),
    ...modelsPart(backend),
    ...trendsPart(backend),
    ...calibrePart(backend),
    ...accountsPart(backend),
    ...conclusionsPart(backend),
    ...readFoldersPart(backend),
  }
  return { location: backend.location, close: backend.close, ...explained(parts, backend.explain) }
}

/** The same methods, their errors explained. */
function explained<Methods extends object>(methods: Methods, explain: (error: unknown) => unknown): Methods {
  const wrapped = Object.entries(methods).map(
    ([name, method]: [string, (...args: unknown[]) => Promise<unknown>]) => [
      name,
      async (...args: unknown[]): Promise<unknown> => {
        try {
          return await method(...args)
        } catch (error) {
          throw explain(error)
        }
      },
    ],
  )
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each method keeps its name and type
  return Object.fromEntries(wrapped) as Methods
}
