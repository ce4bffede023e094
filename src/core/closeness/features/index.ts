import type { Feature } from './feature.ts'
import { activeWeeksBoth } from './active-weeks-both.ts'
import { activeWeeksIn } from './active-weeks-in.ts'
import { activeWeeksOut } from './active-weeks-out.ts'
import { alterActivity } from './alter-activity.ts'
import { alterSilence } from './alter-silence.ts'
import { channelsUsed } from './channels-used.ts'
import { commonContacts } from './common-contacts.ts'
import { daysSinceBoth } from './days-since-both.ts'
import { daysSinceContact } from './days-since-contact.ts'
import { daysSinceIn } from './days-since-in.ts'
import { daysSinceOut } from './days-since-out.ts'
import { exchanges } from './exchanges.ts'
import { inTouch } from './in-touch.ts'
import { mutualVolume, mutualVolumes } from './mutual-volume.ts'
import { receivedTogether } from './received-together.ts'
import { shareOfMine } from './share-of-mine.ts'
import { shareOfTheirs } from './share-of-theirs.ts'
import { tenure } from './tenure.ts'
import { turns } from './turns.ts'
import { twoWay } from './two-way.ts'
import { volumeIn } from './volume-in.ts'
import { volumeOut } from './volume-out.ts'
import { weeksBoth } from './weeks-both.ts'

/** What is known of a tie from the ego's own side alone. */
export const tieFeatures: readonly Feature[] = [
  activeWeeksBoth,
  activeWeeksOut,
  daysSinceContact,
  mutualVolume,
  ...mutualVolumes,
  ...volumeOut,
  ...volumeIn,
  ...weeksBoth,
  ...turns,
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
  ...commonContacts,
  ...receivedTogether,
  shareOfMine,
  shareOfTheirs,
  alterActivity,
  alterSilence,
  inTouch,
]

/**
 * Every feature of closeness. A new one is a file here and a line in one of these lists; those that differ by their
 * half-life alone share a file.
 */
export const features: readonly Feature[] = [...tieFeatures, ...networkFeatures]
