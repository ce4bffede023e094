import { at } from '../catalogue.ts'

/** The data as a whole: its state, copies of it, and who is let in. */
export const data = {
  'get-status': at(
    'GET /status',
    null,
    'Says what kith holds: whose network, how many people and interactions, how old.',
    async () => (await import('../status.ts')).getStatus,
  ),
  'export-network': at(
    'GET /export',
    'export',
    'Writes your network to a file other programs read.',
    async () => (await import('../export-network.ts')).exportNetwork,
  ),
  'backup-database': at(
    'POST /backup',
    'backup',
    'Copies everything into one file, and reads the copy again to be sure of it.',
    async () => (await import('../backup.ts')).backupDatabase,
  ),
  'restore-backup': at(
    'POST /restore',
    'restore',
    'Replaces everything by what a backup holds.',
    async () => (await import('../backup.ts')).restoreBackup,
  ),
  'add-token': at(
    'POST /tokens',
    'token add',
    'Makes a token that lets a program use the API, MCP over HTTP, or a feed.',
    async () => (await import('../tokens.ts')).addToken,
  ),
  'list-tokens': at(
    'GET /tokens',
    'token list',
    'Lists the tokens of programs, without their secrets.',
    async () => (await import('../tokens.ts')).listTokens,
  ),
  'remove-token': at(
    'DELETE /tokens/:id',
    'token remove',
    'Takes a token back: whoever has it is not let in any more.',
    async () => (await import('../tokens.ts')).removeToken,
  ),
  'check-health': at(
    'GET /health',
    'doctor',
    'Checks that the database is whole and says what is in it.',
    async () => (await import('../check-health.ts')).checkHealth,
  ),
  'delete-everything': at(
    'POST /delete-everything',
    'erase',
    'Deletes all that kith holds: people, exchanges, scores, notes, goals, settings, tokens, connected accounts.',
    async () => (await import('../delete-everything.ts')).deleteEverything,
  ),
}
