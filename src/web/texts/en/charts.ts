/** Labels of plots, and the sentences that say them to a screen reader. */
export const charts = {
  curveLabel: 'Probability of the goal with your best contacts. You have {{have}} who count. {{enough}}',
  curveOutOfReach: 'Enough is out of reach with these contacts.',
  curveEnough_one: '{{count}} contact would be enough.',
  curveEnough_other: '{{count}} contacts would be enough.',
  curveAxis: 'best contacts counted',
  curveWanted: '{{share}} wanted',
  curveHave: 'you have {{count}}',
  curveNeeded: 'enough: {{count}}',
  quadrantLabel: 'Calibre against closeness of {{contacts}}. The table below gives the four fields in words.',
  quadrantAxis: 'Closeness: chance of an exchange in the next 30 days',
  quadrantNone:
    'Nobody’s influence is known yet: mail alone does not show it. An export of LinkedIn tells titles.',
  quadrantTip: 'calibre {{calibre}} · closeness {{closeness}}',
  field: {
    allies: 'Allies',
    deepen: 'Worth deepening',
    companions: 'Companions',
    periphery: 'Periphery',
  },
  weekOf: 'Week of {{date}}',
  weekSilent: '{{week}}: no contact',
  weekContact: '{{week}}: {{out}} from you, {{in}} from them, {{together}} together',
  weeksLabel_one:
    'Contact by week from {{oldest}} to {{newest}}: {{count}} week with contact, at the most {{most}} in one. The table below says the same.',
  weeksLabel_other:
    'Contact by week from {{oldest}} to {{newest}}: {{count}} weeks with contact, at the most {{most}} in one. The table below says the same.',
} as const
