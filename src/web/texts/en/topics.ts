export const topics = {
  title: 'Topics',
  intro:
    'Which of your conversations drew in new contacts, against the rate of all of them, each with its interval.',
  counted: {
    calibre: 'Counted are new contacts of influence in your field.',
    all: 'Counted are all new contacts, since the influence of few is known.',
  },
  base: 'All conversations: {{rate}} drew somebody in.',
  search: 'Search topics',
  topic: 'Topic',
  conversations: 'Conversations',
  drewIn: 'Drew in',
  rate: 'Rate',
  interval: '{{low}} to {{high}}',
  against: 'Against usual',
  lastMine: 'You last wrote',
  verdict: { above: 'above', below: 'below', unclear: 'unclear' },
  plot: 'Rate of each topic with its 95 % interval; the line is the rate of all conversations. The table below says the same.',
  suggestions: 'To write about next',
  nothing: 'No topics yet',
  none: 'No topic fits “{{query}}”.',
} as const
