import { at } from '../catalogue.ts'

/** The field that calibre is judged for, and the models behind the scores. */
export const field = {
  'set-field': at(
    'PUT /field',
    'field set',
    'Says what your field is, in your own words.',
    async () => (await import('../field.ts')).setField,
  ),
  'get-field': at(
    'GET /field',
    'field show',
    'Shows what your field is.',
    async () => (await import('../field.ts')).getField,
  ),
  'pick-topics': at(
    'POST /field/topics',
    'field pick',
    'Picks topics for your field, or lets go of them.',
    async () => (await import('../field.ts')).pickTopics,
  ),
  'explain-relevance': at(
    'GET /people/:who/field',
    'field of',
    'Shows what somebody has to do with your field: the words that say so, and where they stand.',
    async () => (await import('../explain-relevance.ts')).explainRelevance,
  ),
  'explain-field': at(
    'GET /field/explanation',
    'field explain',
    'Shows how your field was understood: its terms, how much each tells, and who is nearest to it.',
    async () => (await import('../explain-field.ts')).explainField,
  ),
  'suggest-field': at(
    'GET /field/suggestions',
    'field suggest',
    'Suggests words for your field from what your own contacts do and what you talk about.',
    async () => (await import('../suggest-field.ts')).suggestField,
  ),
  'rate-person': at(
    'PUT /people/:who/rating',
    'rate',
    'Sets your own rating of somebody’s influence in your field; it wins over all other evidence.',
    async () => (await import('../rate-person.ts')).ratePerson,
  ),
  'review-lists': at(
    'GET /lists',
    'lists',
    'Shows the lists that name people, and the names of which you have to say who is meant.',
    async () => (await import('../lists.ts')).reviewLists,
  ),
  'match-listing': at(
    'POST /lists/match',
    'lists match',
    'Says that a line of a list means a contact.',
    async () => (await import('../lists.ts')).matchListing,
  ),
  'refuse-listing': at(
    'POST /lists/refuse',
    'lists refuse',
    'Says that a line of a list means somebody else of that name.',
    async () => (await import('../lists.ts')).refuseListing,
  ),
  'undecide-listing': at(
    'POST /lists/undecide',
    'lists undo',
    'Takes back what you said about a line of a list and a contact.',
    async () => (await import('../lists.ts')).undecideListing,
  ),
  'score-network': at(
    'POST /scores',
    null,
    'Scores everybody you know anew.',
    async () => (await import('../score-network.ts')).scoreNetwork,
  ),
  backtest: at(
    'GET /backtest',
    'backtest',
    'Shows how well closeness would have foretold your own past.',
    async () => (await import('../backtest.ts')).backtestPast,
  ),
  'get-closeness-model': at(
    'GET /closeness-model',
    'model show',
    'Says what closeness is computed by, what was learned, and what changed when.',
    async () => (await import('../closeness-models.ts')).getClosenessModel,
  ),
  'learn-closeness': at(
    'POST /closeness-model',
    'model learn',
    'Learns from your own past what tells who stays in touch.',
    async () => (await import('../learn-closeness.ts')).learnClosenessNow,
  ),
  'use-closeness-model': at(
    'PUT /closeness-model',
    'model use',
    'Chooses between the shipped closeness and the one learned from your past.',
    async () => (await import('../closeness-models.ts')).useClosenessModel,
  ),
}
