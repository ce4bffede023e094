/** The first screen of an empty database. */
export const welcome = {
  question: 'What is your network worth?',
  text: 'kith reads the mail, calendars and exports you already have, and works out how influential your contacts are in your field and how close you really are to them. It then says whether you know enough such people for what you hope to achieve, and what is missing.',
  stays: 'Everything stays on this computer.',
  or: 'or',
  look: 'Look around first',
  lookText: 'A network of about 3,000 invented people, kept apart from your own data.',
  try: 'Try a sample network',
} as const
