/** Goals: the form, and each goal with what it needs. */
export const goals = {
  example: '(example)',
  assumed:
    '{{confidence}} sure wanted; a typical good contact brings one in a quarter in {{rate}} % of cases, which is an assumption.',
  estimated:
    '{{confidence}} sure wanted; a typical good contact brings one in a quarter in {{rate}} % of cases by your own estimate.',
  changeThis: 'Change {{goal}}',
  removeThis: 'Remove {{goal}}',
  removed: 'Removed: {{goal}}.',
  probability: 'Probability ({{likelihood}})',
  enough: 'Enough',
  have: 'You have',
  missing: 'Still missing',
  contacts_one: 'contact',
  contacts_other: 'contacts',
  brief: {
    outOfReach: 'Out of reach with contacts like yours',
    enough: 'You know enough such people',
    missing_one: '{{count}} contact still missing',
    missing_other: '{{count}} contacts still missing',
    have_one: '{{have}} contact counts',
    have_other: '{{have}} contacts count',
  },
  form: {
    change: 'Change the goal',
    set: 'Set a goal',
    kind: 'What you hope for',
    target: 'How many',
    per: 'In each',
    confidence: 'How sure you want to be',
    rate: 'Your own estimate (optional)',
    rateText:
      'How often a typical good contact brings one in a quarter. Left empty, kith assumes a rate and says so.',
    ratePlaceholder: 'kith assumes one',
    weight: 'Importance beside your other goals',
    wrongTarget: 'A whole number, at least 1',
    wrongConfidence: 'Between 1 and 99 %',
    wrongWeight: 'More than 0, at most 1,000',
    wrongRate: 'More than 0 % and less than 100 %',
  },
} as const
