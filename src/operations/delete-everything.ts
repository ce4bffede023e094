import { z } from 'zod'
import { openVault } from '#connectors/vault.ts'
import { KithError } from '#core/model/errors.ts'
import { operation } from './operation.ts'
import { count } from './text.ts'

/** What has to be typed. */
export const CONFIRM_WORD = 'delete everything'

export const deleteEverything = operation({
  name: 'delete-everything',
  description:
    'It leaves an empty database and nothing of the old data in its files. It cannot be undone; only a backup made before brings the data back. The files you imported are not touched.',
  input: z.object({
    confirm: z
      .string()
      .trim()
      .max(60)
      .optional()
      .describe(`The words "${CONFIRM_WORD}"; without them nothing is deleted`),
  }),
  output: z.object({
    deleted: z.boolean(),
    people: z.number().int(),
    interactions: z.number().int(),
  }),
  examples: [{ title: 'Begin anew', input: { confirm: CONFIRM_WORD } }],
  pageOnly: true,
  cli: {
    print: ({ people, interactions }) =>
      `Deleted for good: ${count(people, 'person', 'people')} and ${count(interactions, 'interaction')}. The database is empty.`,
  },
  long: true,
  run: async ({ store, owner }, { confirm }) => {
    const { people, interactions } = await store.counts(owner)
    if (confirm?.toLowerCase() !== CONFIRM_WORD)
      throw new KithError(
        'invalid-input',
        `This deletes ${count(people, 'person', 'people')} and ${count(interactions, 'interaction')} in ${store.location} and cannot be undone; kith backup <file> makes a copy first. Confirm it: kith erase --confirm "${CONFIRM_WORD}"`,
      )
    const accounts = await store.accounts(owner)
    await store.clearAll()
    if (accounts.length > 0) {
      const vault = await openVault()
      for (const { vaultKey } of accounts) await vault.remove(vaultKey)
    }
    return { deleted: true, people, interactions }
  },
})
