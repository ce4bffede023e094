import type { Kysely } from 'kysely'
import type { Spelling } from '../backend.ts'
import type { Tables } from '../schema.ts'
import { first } from './0001-first.ts'
import { keywords } from './0002-keywords.ts'
import { access } from './0003-access.ts'
import { organisations } from './0004-organisations.ts'
import { contactChannels } from './0005-contact-channels.ts'
import { entries } from './0006-entries.ts'
import { provenance } from './0007-provenance.ts'
import { closenessModels } from './0008-closeness-models.ts'
import { discover } from './0009-discover.ts'
import { identity } from './0010-identity.ts'
import { forgotten } from './0011-forgotten.ts'
import { ratingsAndLists } from './0012-ratings-and-lists.ts'
import { seeking } from './0013-seeking.ts'
import { accounts } from './0014-accounts.ts'
import { conclusions } from './0015-conclusions.ts'
import { readFolders } from './0016-read-folders.ts'
import { touches } from './0017-touches.ts'
import { standings } from './0018-standings.ts'
import { talk } from './0019-talk.ts'
import { brought } from './0020-brought.ts'
import { talkThatGoesOn } from './0021-talk-that-goes-on.ts'

/** In order, append only: the version of a schema is how many of these it has seen. */
export const migrations: readonly ((db: Kysely<Tables>, spelling: Spelling) => Promise<void>)[] = [
  first,
  keywords,
  access,
  organisations,
  contactChannels,
  entries,
  provenance,
  closenessModels,
  discover,
  identity,
  forgotten,
  ratingsAndLists,
  seeking,
  accounts,
  conclusions,
  readFolders,
  touches,
  standings,
  talk,
  brought,
  talkThatGoesOn,
]
