/** Units, and numbers in words. */
export const format = {
  belowOnePercent: '< 1 %',
  aboveNinetyNinePercent: '> 99 %',
  percent: '{{value}} %',
  points: '{{value}} points',
  pointsTiny: '< {{value}} points',
  seconds: '{{value}} s',
  secondsTiny: '< 1 s',
  minutes: '{{value}} min',
  hours: '{{value}} h',
  likelihood: {
    veryUnlikely: 'very unlikely',
    unlikely: 'unlikely',
    ratherUnlikely: 'rather unlikely',
    even: 'about even',
    likely: 'likely',
    veryLikely: 'very likely',
    almostCertain: 'almost certain',
  },
} as const
