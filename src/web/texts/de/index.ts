import type { en } from '../en/index.ts'
import type { Translation } from '../keys.ts'
import { accounts } from './accounts.ts'
import { backtest } from './backtest.ts'
import { calibre } from './calibre.ts'
import { charts } from './charts.ts'
import { common } from './common.ts'
import { discover } from './discover.ts'
import { format } from './format.ts'
import { goals } from './goals.ts'
import { imports } from './import.ts'
import { map } from './map.ts'
import { outcomes } from './outcomes.ts'
import { overview } from './overview.ts'
import { people } from './people.ts'
import { person } from './person.ts'
import { plan } from './plan.ts'
import { review } from './review.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'
import { topics } from './topics.ts'
import { welcome } from './welcome.ts'
import { words } from './words.ts'
import { worth } from './worth.ts'

/** Every text of the interface in German. A text that is missing, or that English does not have, is a type error. */
export const de: Translation<typeof en> = {
  common,
  format,
  words,
  shell,
  charts,
  overview,
  goals,
  people,
  person,
  imports,
  settings,
  welcome,
  worth,
  plan,
  outcomes,
  discover,
  topics,
  map,
  backtest,
  review,
  calibre,
  accounts,
}
