export const overview = {
  title: 'Overview',
  toReachGoal: '{{likelihood}} to reach your goal',
  toReachGoals: '{{likelihood}} to reach your goals',
  toReachExample: '{{likelihood}} to reach the example goal',
  meaningGoal: 'This is what your network is worth: the probability of reaching your goal with it as it is.',
  meaningGoals:
    'This is what your network is worth: the probability of reaching your goals with it as it is.',
  meaningExample: 'This is what your network is worth: the probability of reaching a goal with it as it is.',
  asOf: 'As of {{date}}.',
  holdsBack: 'What holds it back',
  goal: 'Goal',
  goals: 'Goals',
  setYourGoal: 'Set your goal',
  addGoal: 'Add a goal',
  noGoalYet:
    'You have set no goal yet, so kith shows an example. Set what you hope to achieve, and every number here follows from it.',
  unknownCalibre_one:
    '{{count}} contact of unknown calibre counts here with the mean of {{mean}}. Mail alone does not show influence in a field; <a>a LinkedIn export</a> tells titles and endorsements.',
  unknownCalibre_other:
    '{{count}} contacts of unknown calibre count here with the mean of {{mean}}. Mail alone does not show influence in a field; <a>a LinkedIn export</a> tells titles and endorsements.',
  pillars: {
    label: 'Three pillars',
    bottleneck: 'The bottleneck',
    calibre: 'Calibre',
    calibreQuestion: 'How influential are they in your field?',
    closeness: 'Relationship',
    closenessQuestion: 'Is the tie alive, both ways?',
    number: 'Right number',
    numberQuestion: 'Do you know enough of them?',
  },
  sizing: {
    title: 'How many it takes',
    text: 'For 3 successes, 80 % sure. A few contacts who are close and of calibre do what hundreds of others do not.',
    chance: 'Chance that one contact brings a success',
    contacts: 'Contacts it takes',
  },
  curve: {
    label: 'Your best contacts, one by one',
    title: 'With your best contacts, one by one',
    text: 'Probability of {{goal}} as more of your contacts are counted, best first.',
    counted: 'Best contacts counted',
    probability: 'Probability',
  },
  field: {
    yours: 'Your field: {{field}}',
    name: 'Name your field',
    change: 'Change your field',
    label: 'Your field',
    description: 'Calibre is influence in this field, so titles and endorsements that fit it weigh more.',
    placeholder: 'Marketing, software, pricing',
  },
} as const
