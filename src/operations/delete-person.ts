import { z } from 'zod'
import { KithError } from '#core/model/errors.ts'
import { findPerson } from './find-person.ts'
import { operation } from './operation.ts'

const folded = (name: string): string => name.trim().toLowerCase()

export const deletePerson = operation({
  name: 'delete-person',
  description:
    'Scores, exchanges with them alone, their part in others, facts, ties, notes, tags, outcomes. Hashes of their addresses stay, so that importing the same files again does not bring them back. It cannot be undone; a backup made before still holds them.',
  input: z.object({
    who: z.string().trim().min(1).max(300).describe('Name, address, profile URL, or id'),
    confirm: z
      .string()
      .trim()
      .max(300)
      .optional()
      .describe('The full name, to confirm; without it nothing is deleted'),
  }),
  output: z.object({ deleted: z.boolean(), id: z.number().int(), name: z.string() }),
  examples: [
    { title: 'Somebody who asked for it', input: { who: 'ada@engine.example', confirm: 'Ada Byron' } },
  ],
  cli: {
    positionals: ['who'],
    print: ({ name }) =>
      `Deleted for good: ${name}. Importing the same files again does not bring them back.`,
  },
  long: true,
  run: async (context, { who, confirm }) => {
    const { store, owner } = context
    const id = await findPerson(context, who)
    const name = (await store.person(owner, id))?.name ?? who
    if (confirm === undefined || folded(confirm) !== folded(name))
      throw new KithError(
        'invalid-input',
        `This deletes ${name} with all data and cannot be undone. Confirm it with the full name: kith forget ${id} --confirm "${name}"`,
      )
    await store.forgetPerson(owner, id, context.now())
    return { deleted: true, id, name }
  },
})
