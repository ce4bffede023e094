import { at } from '../catalogue.ts'

/** Whom to meet, and how the network hangs together. */
export const discover = {
  'discover-people': at(
    'GET /discover',
    'discover',
    'Proposes people to meet, with why and who can introduce you.',
    async () => (await import('../discover-people.ts')).discoverPeople,
  ),
  'find-path': at(
    'GET /people/:who/paths',
    'path',
    'Finds who can introduce you to somebody, with what to write.',
    async () => (await import('../find-path.ts')).findPath,
  ),
  'ask-introduction': at(
    'POST /introductions',
    'introduction ask',
    'Notes that you asked somebody for an introduction.',
    async () => (await import('../introductions.ts')).askIntroduction,
  ),
  'list-introductions': at(
    'GET /introductions',
    'introduction list',
    'Lists the introductions you asked for and how they stand.',
    async () => (await import('../introductions.ts')).listIntroductions,
  ),
  'set-introduction': at(
    'PUT /introductions/:id',
    'introduction set',
    'Says what became of an introduction: made, declined, met, or asked again.',
    async () => (await import('../introductions.ts')).setIntroduction,
  ),
  'remove-introduction': at(
    'DELETE /introductions/:id',
    'introduction remove',
    'Forgets an introduction that was noted by mistake.',
    async () => (await import('../introductions.ts')).removeIntroduction,
  ),
  'get-structure': at(
    'GET /structure',
    'structure',
    'Shows the groups in your network, who connects you to them, and how much your contacts overlap.',
    async () => (await import('../get-structure.ts')).getStructure,
  ),
  'list-topics': at(
    'GET /topics',
    'topics',
    'Shows which topics of your conversations drew in new contacts, and what to write about next.',
    async () => (await import('../list-topics.ts')).listTopics,
  ),
  'get-map': at(
    'GET /map',
    null,
    'Gives the map of your network: where everybody stands, and the likeliest ties.',
    async () => (await import('../get-map.ts')).getMap,
  ),
  'get-progress': at(
    'GET /progress',
    null,
    'Says how far the work is that answers wait for.',
    async () => (await import('../get-progress.ts')).getProgress,
  ),
  'study-network': at(
    'POST /study',
    null,
    'Studies your network anew: ties among others and groups, topics, the map.',
    async () => (await import('../study-network.ts')).studyNetwork,
  ),
}
