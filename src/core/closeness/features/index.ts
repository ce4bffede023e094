import { activeWeeksBoth } from './active-weeks-both.ts'
import { activeWeeksOut } from './active-weeks-out.ts'
import { daysSinceContact } from './days-since-contact.ts'
import type { Feature } from './feature.ts'
import { mutualVolume } from './mutual-volume.ts'

/** Every feature of closeness. A new one is a file here and a line in this list. */
export const features: readonly Feature[] = [activeWeeksBoth, activeWeeksOut, mutualVolume, daysSinceContact]
