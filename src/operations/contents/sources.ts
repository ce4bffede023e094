import { at } from '../catalogue.ts'

/** Reading what somebody has, and keeping up with accounts. */
export const sources = {
  'import-files': at(
    'POST /imports',
    'import',
    'Reads mail, calendars, address books and exports into your network.',
    async () => (await import('../import-files.ts')).importFiles,
  ),
  'score-files': at(
    'POST /score',
    'score',
    'Scores the network that files show, and stores nothing.',
    async () => (await import('../score-files.ts')).scoreFiles,
  ),
  'list-sources': at(
    'GET /sources',
    'sources',
    'Lists what kith can read, and how to get it.',
    async () => (await import('../imports.ts')).listSources,
  ),
  'list-imports': at(
    'GET /imports',
    'imports',
    'Lists what was imported, the newest first.',
    async () => (await import('../imports.ts')).listImports,
  ),
  'list-skipped': at(
    'GET /imports/:id/skipped',
    'skipped',
    'Lists the records of an import that could not be read, and why.',
    async () => (await import('../imports.ts')).listSkipped,
  ),
  'undo-import': at(
    'DELETE /imports/:id',
    'imports undo',
    'Takes an import back: what only it brought goes, everything else stays.',
    async () => (await import('../undo-import.ts')).undoImport,
  ),
  'load-sample': at(
    'POST /sample',
    'sample',
    'Fills an empty database with a sample network of invented people.',
    async () => (await import('../load-sample.ts')).loadSample,
  ),
  'connect-account': at(
    'POST /accounts',
    'connect',
    'Connects a mailbox, an address book, a calendar or a public account, so that kith stays current by itself.',
    async () => (await import('../accounts/connect.ts')).connectAccount,
  ),
  'list-accounts': at(
    'GET /accounts',
    'accounts',
    'Lists the accounts kith keeps up with, and how reading them went.',
    async () => (await import('../accounts/list.ts')).listAccounts,
  ),
  'sync-account': at(
    'POST /accounts/sync',
    'sync',
    'Reads what is new in your connected accounts.',
    async () => (await import('../accounts/sync.ts')).syncAccount,
  ),
  'disconnect-account': at(
    'DELETE /accounts/:account',
    'disconnect',
    'Disconnects an account and deletes its password; what it brought stays unless you say otherwise.',
    async () => (await import('../accounts/disconnect.ts')).disconnectAccount,
  ),
}
