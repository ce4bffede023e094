import { z } from 'zod'
import { KithError } from '#core/model/errors.ts'
import { identityKey } from '#core/model/identity.ts'
import { identitiesOf } from '#core/identity/parse.ts'
import { type PersonId, personId } from '#core/model/ids.ts'
import type { UserEdit } from '#store/store.ts'
import { findPerson } from '../find-person.ts'
import { type Context, operation } from '../operation.ts'
import { afterEdit } from './after-edit.ts'

const who = z.string().min(1).describe('A name, an address, a number, a profile URL or an id')
const done = z.object({
  edit: z.number().int().describe('Its number in the journal, for undo'),
  person: z.number().int().describe('Who it is now; of a split, the new person'),
})

/** Like `findPerson`, and an id means that person also where they are no contact with a score. */
async function personMeant(context: Context, word: string): Promise<PersonId> {
  const id = /^\d{1,9}$/.test(word.trim()) ? personId(Number(word)) : null
  if (id !== null && (await context.store.identityIdsOf(id)).length > 0) return id
  return findPerson(context, word)
}

async function edit(
  context: Context,
  change: UserEdit,
): Promise<{ edit: number; people: readonly PersonId[] }> {
  const edited = await context.store.editIdentities(context.owner, change, context.now())
  await afterEdit(context, edited)
  return { edit: edited.editId, people: edited.people }
}

export const mergePeople = operation({
  name: 'merge-people',
  description:
    'What you merge stays merged, whatever later imports say. Their exchanges count together at once. kith undo takes it back.',
  input: z.object({ who, with: who }),
  output: done,
  examples: [
    { title: 'Two addresses of one person', input: { who: 'jane@acme.example', with: 'jane.doe@gmail.com' } },
  ],
  cli: {
    positionals: ['who', 'with'],
    print: ({ edit: id }) => `They are one person now. Take it back with: kith undo ${id}`,
  },
  mcp: { readOnly: false },
  run: async (context, input) => {
    const [first, second] = [await personMeant(context, input.who), await personMeant(context, input.with)]
    const { me } = await context.store.owner(context.owner)
    const kept = second === me ? second : first
    const gone = kept === first ? second : first
    const made = await edit(context, { kind: 'merge', kept, gone })
    return { edit: made.edit, person: kept }
  },
})

export const splitPerson = operation({
  name: 'split-person',
  description:
    'They become a person of their own, whom kith never joins with the first again. kith undo takes it back.',
  input: z.object({
    who,
    identities: z
      .array(z.string().min(1))
      .min(1, 'say which addresses, numbers or profiles are somebody else’s')
      .describe('Addresses, numbers, profile URLs or their ids'),
  }),
  output: done,
  examples: [
    {
      title: 'This address is her brother’s',
      input: { who: 'Jane Doe', identities: ['j.doe@acme.example'] },
    },
  ],
  cli: {
    positionals: ['who', 'identities'],
    variadic: true,
    print: ({ edit: id, person }) =>
      `They are two now; the new one is ${person}. Take it back with: kith undo ${id}`,
  },
  mcp: { readOnly: false },
  run: async (context, input) => {
    const person = await personMeant(context, input.who)
    const held = await context.store.identityIdsOf(person)
    const identities = input.identities.map((word) => {
      const keys = new Set(identitiesOf(word).map(identityKey))
      const found = held.find(
        (identity) =>
          String(identity.id) === word.trim() ||
          identity.value === word.trim() ||
          keys.has(identityKey(identity)),
      )
      if (found === undefined)
        throw new KithError(
          'not-found',
          `${word} is not among their addresses, numbers and profiles: ${held.map(({ value }) => value).join(', ')}.`,
        )
      return found.id
    })
    const made = await edit(context, { kind: 'split', person, identities })
    const fresh = made.people.find((one) => one !== person) ?? person
    return { edit: made.edit, person: fresh }
  },
})

export const tellApart = operation({
  name: 'tell-apart',
  input: z.object({ who, from: who }),
  output: done,
  examples: [{ title: 'Father and son', input: { who: '17', from: '23' } }],
  cli: {
    positionals: ['who', 'from'],
    print: ({ edit: id }) => `Noted: they are two people. Take it back with: kith undo ${id}`,
  },
  mcp: { readOnly: false },
  run: async (context, input) => {
    const [first, second] = [await personMeant(context, input.who), await personMeant(context, input.from)]
    const made = await edit(context, { kind: 'apart', first, second })
    return { edit: made.edit, person: first }
  },
})

export const acceptQuestions = operation({
  name: 'accept-questions',
  description: 'As if you had said yes to each in kith review. Each can be taken back by itself.',
  input: z.object({
    above: z.coerce.number().min(50).max(100).describe('From this certainty on, in percent'),
  }),
  output: z.object({ merged: z.number().int(), edits: z.array(z.number().int()) }),
  examples: [{ title: 'All that are 95 % sure', input: { above: 95 } }],
  cli: {
    print: ({ merged, edits }) =>
      merged === 0
        ? 'No pair is that sure.'
        : `${merged} merged, edits ${edits.join(', ')}; kith undo takes each back.`,
  },
  mcp: { readOnly: false },
  run: async (context, { above }) => {
    const edits: number[] = []
    for (;;) {
      // Asked anew each time: a merge changes whom the other questions are about.
      const [next] = await context.store.questions(1)
      if (next === undefined || next.probability * 100 < above) break
      const { me } = await context.store.owner(context.owner)
      const [kept, gone] = next.second === me ? [next.second, next.first] : [next.first, next.second]
      edits.push((await edit(context, { kind: 'merge', kept, gone })).edit)
    }
    return { merged: edits.length, edits }
  },
})
