import type { format as english } from '../en/format.ts'
import type { Translation } from '../keys.ts'

export const format: Translation<typeof english> = {
  belowOnePercent: '< 1 %',
  aboveNinetyNinePercent: '> 99 %',
  percent: '{{value}} %',
  points: '{{value}} Punkte',
  pointsTiny: '< {{value}} Punkte',
  seconds: '{{value}} s',
  secondsTiny: '< 1 s',
  minutes: '{{value}} min',
  hours: '{{value}} h',
  likelihood: {
    veryUnlikely: 'sehr unwahrscheinlich',
    unlikely: 'unwahrscheinlich',
    ratherUnlikely: 'eher unwahrscheinlich',
    even: 'etwa gleich wahrscheinlich wie nicht',
    likely: 'wahrscheinlich',
    veryLikely: 'sehr wahrscheinlich',
    almostCertain: 'fast sicher',
  },
}
