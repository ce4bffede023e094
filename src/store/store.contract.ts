import { contractOfAccounts } from './contract/accounts.contract.ts'
import { contractOfAccess } from './contract/access.contract.ts'
import { contractOfConclusions } from './contract/conclusions.contract.ts'
import { contractOfBackups } from './contract/backup.contract.ts'
import { contractOfEntries } from './contract/entries.contract.ts'
import { contractOfDiscover } from './contract/discover.contract.ts'
import { contractOfCalibre } from './contract/calibre.contract.ts'
import { contractOfEvidence } from './contract/evidence.contract.ts'
import { contractOfIdentity } from './contract/identity.contract.ts'
import { contractOfForgetting } from './contract/forget.contract.ts'
import { contractOfIngest } from './contract/ingest.contract.ts'
import { contractOfKeywords } from './contract/keywords.contract.ts'
import { contractOfMerges } from './contract/merges.contract.ts'
import { contractOfOrganisations } from './contract/organisations.contract.ts'
import { contractOfOrder } from './contract/order.contract.ts'
import { contractOfOwners } from './contract/owners.contract.ts'
import { contractOfSeeking } from './contract/seeking.contract.ts'
import { contractOfPeople } from './contract/people.contract.ts'
import { contractOfTalk } from './contract/talk.contract.ts'
import { contractOfTouchpoints } from './contract/touchpoints.contract.ts'
import { contractOfViews } from './contract/views.contract.ts'
import { contractOfWriters } from './contract/writers.contract.ts'
import { contractOfModels } from './contract/models.contract.ts'
import { contractOfStandings } from './contract/standings.contract.ts'
import type { StoreKind } from './contract/support/harness.ts'

/** What every store does, unedited. Register inside a `describe` of the backend. */
export function storeContract(kind: StoreKind): void {
  contractOfOwners(kind)
  contractOfIngest(kind)
  contractOfMerges(kind)
  contractOfIdentity(kind)
  contractOfTouchpoints(kind)
  contractOfEntries(kind)
  contractOfDiscover(kind)
  contractOfEvidence(kind)
  contractOfSeeking(kind)
  contractOfKeywords(kind)
  contractOfTalk(kind)
  contractOfPeople(kind)
  contractOfOrder(kind)
  contractOfViews(kind)
  contractOfWriters(kind)
  contractOfAccess(kind)
  contractOfBackups(kind)
  contractOfOrganisations(kind)
  contractOfModels(kind)
  contractOfForgetting(kind)
  contractOfCalibre(kind)
  contractOfAccounts(kind)
  contractOfConclusions(kind)
  contractOfStandings(kind)
}
