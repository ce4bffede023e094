import { at } from '../catalogue.ts'

/** The people somebody knows, and where they are. */
export const people = {
  'list-people': at(
    'GET /people',
    'people',
    'Lists the people you know with their scores.',
    async () => (await import('../list-people.ts')).listPeople,
  ),
  'plot-people': at(
    'GET /people/plot',
    null,
    'Gives everybody as a point: calibre, closeness and worth.',
    async () => (await import('../plot-people.ts')).plotPeople,
  ),
  'choose-people': at(
    'GET /people/ids',
    null,
    'Gives the numbers of everybody in a list of people, in its order, for doing something with all of them.',
    async () => (await import('../list-people.ts')).choosePeople,
  ),
  'count-people': at(
    'GET /people/facets',
    null,
    'Says what a list of people can be narrowed by: organisations, channels, tags and topics, with how many have each.',
    async () => (await import('../list-people.ts')).countPeople,
  ),
  'get-person': at(
    'GET /people/:who',
    'person',
    'Shows one person: scores with all their evidence, and the history of the tie.',
    async () => (await import('../get-person.ts')).getPerson,
  ),
  'list-interactions': at(
    'GET /people/:who/interactions',
    'interactions',
    'Lists what passed between you and somebody, newest first.',
    async () => (await import('../list-interactions.ts')).listInteractions,
  ),
  'delete-person': at(
    'DELETE /people/:who',
    'forget',
    'Deletes somebody for good, with all that kith holds about them.',
    async () => (await import('../delete-person.ts')).deletePerson,
  ),
  'common-ground': at(
    'GET /people/:who/common',
    'common',
    'Shows whom and what you and somebody have in common: contacts of both, and topics.',
    async () => (await import('../common-ground.ts')).commonGround,
  ),
  'get-closeness-trend': at(
    'GET /people/:who/trend',
    'trend',
    'Shows how alive the tie to one person was over time, how sure that is, and why.',
    async () => (await import('../trends.ts')).getClosenessTrend,
  ),
  'list-trends': at(
    'GET /trends',
    'trends',
    'Lists whose tie to you is warming, cooling, overdue, dormant or new.',
    async () => (await import('../trends.ts')).listTrends,
  ),
  'list-changes': at(
    'GET /changes',
    'changes',
    'Lists what changed in your network: who moved, and what imports brought.',
    async () => (await import('../list-changes.ts')).listChanges,
  ),
  'change-people': at(
    'POST /people/changes',
    null,
    'Puts a tag on many people at once, or leaves them alone.',
    async () => (await import('../change-people.ts')).changePeople,
  ),
  'take-back': at(
    'POST /people/changes/undo',
    null,
    'Takes a change of many people back, whole.',
    async () => (await import('../change-people.ts')).takeBack,
  ),
  'list-views': at(
    'GET /views',
    'view list',
    'Lists the views of people that you saved.',
    async () => (await import('../views.ts')).listViews,
  ),
  'save-view': at(
    'POST /views',
    'view save',
    'Saves how a list of people is narrowed and ordered, under a name.',
    async () => (await import('../views.ts')).saveView,
  ),
  'rename-view': at(
    'PUT /views/:id',
    'view rename',
    'Gives a saved view another name.',
    async () => (await import('../views.ts')).renameView,
  ),
  'remove-view': at(
    'DELETE /views/:id',
    'view remove',
    'Removes a saved view; the people in it stay as they are.',
    async () => (await import('../views.ts')).removeView,
  ),
  'list-organisations': at(
    'GET /organisations',
    'organisations',
    'Lists the organisations where you know somebody.',
    async () => (await import('../organisations.ts')).listOrganisations,
  ),
  'get-organisation': at(
    'GET /organisations/:which',
    'organisation',
    'Shows one organisation: whom you know there, how well, and who has left.',
    async () => (await import('../organisations.ts')).getOrganisation,
  ),
  'list-positions': at(
    'GET /people/:who/positions',
    'positions',
    'Shows where somebody works and worked, and when that changed.',
    async () => (await import('../moves.ts')).listPositions,
  ),
  'list-moves': at(
    'GET /moves',
    'moves',
    'Lists who of your contacts moved, or has a new title.',
    async () => (await import('../moves.ts')).listMoves,
  ),
  'edit-card': at(
    'PUT /people/:who/card',
    'card',
    'Changes somebody’s name, note, phone or address in a connected address book.',
    async () => (await import('../accounts/edit-card.ts')).editCardOperation,
  ),
}
