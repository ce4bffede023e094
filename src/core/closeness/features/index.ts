import type { Feature } from './feature.ts'
import { activeWeeksBoth } from './active-weeks-both.ts'
import { activeWeeksIn } from './active-weeks-in.ts'
import { activeWeeksOut } from './active-weeks-out.ts'
import { alterActivity } from './alter-activity.ts'
import { alterSilence } from './alter-silence.ts'
import { channelsUsed } from './channels-used.ts'
import { commonContacts120 } from './common-contacts120.ts'
import { commonContacts30 } from './common-contacts30.ts'
import { commonContacts7 } from './common-contacts7.ts'
import { daysSinceBoth } from './days-since-both.ts'
import { daysSinceContact } from './days-since-contact.ts'
import { daysSinceIn } from './days-since-in.ts'
import { daysSinceOut } from './days-since-out.ts'
import { exchanges } from './exchanges.ts'
import { mutualVolume } from './mutual-volume.ts'
import { mutualVolume120 } from './mutual-volume120.ts'
import { mutualVolume7 } from './mutual-volume7.ts'
import { mutualVolume720 } from './mutual-volume720.ts'
import { receivedTogether15 } from './received-together15.ts'
import { receivedTogether240 } from './received-together240.ts'
import { receivedTogether60 } from './received-together60.ts'
import { shareOfMine } from './share-of-mine.ts'
import { shareOfTheirs } from './share-of-theirs.ts'
import { tenure } from './tenure.ts'
import { turns120 } from './turns120.ts'
import { turns30 } from './turns30.ts'
import { twoWay } from './two-way.ts'
import { volumeIn120 } from './volume-in120.ts'
import { volumeIn30 } from './volume-in30.ts'
import { volumeIn7 } from './volume-in7.ts'
import { volumeIn720 } from './volume-in720.ts'
import { volumeOut120 } from './volume-out120.ts'
import { volumeOut30 } from './volume-out30.ts'
import { volumeOut7 } from './volume-out7.ts'
import { volumeOut720 } from './volume-out720.ts'
import { weeksBoth30 } from './weeks-both30.ts'
import { weeksBoth360 } from './weeks-both360.ts'
import { weeksBoth90 } from './weeks-both90.ts'

/** What is known of a tie from the ego's own side alone. */
export const tieFeatures: readonly Feature[] = [
  activeWeeksBoth,
  activeWeeksOut,
  daysSinceContact,
  mutualVolume,
  mutualVolume7,
  mutualVolume120,
  mutualVolume720,
  volumeOut7,
  volumeOut30,
  volumeOut120,
  volumeOut720,
  volumeIn7,
  volumeIn30,
  volumeIn120,
  volumeIn720,
  weeksBoth30,
  weeksBoth90,
  weeksBoth360,
  turns30,
  turns120,
  activeWeeksIn,
  daysSinceOut,
  daysSinceIn,
  daysSinceBoth,
  tenure,
  exchanges,
  twoWay,
  channelsUsed,
]

/** What is known of a tie only where the data shows the mail of others as well. */
export const networkFeatures: readonly Feature[] = [
  commonContacts7,
  commonContacts30,
  commonContacts120,
  receivedTogether15,
  receivedTogether60,
  receivedTogether240,
  shareOfMine,
  shareOfTheirs,
  alterActivity,
  alterSilence,
]

/** Every feature of closeness. A new one is a file here and a line in one of these lists. */
export const features: readonly Feature[] = [...tieFeatures, ...networkFeatures]
