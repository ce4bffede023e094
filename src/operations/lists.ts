import { z } from 'zod'
import { KithError } from '#core/model/errors.ts'
import { personId } from '#core/model/ids.ts'
import { contactOf } from './contact.ts'
import { freshScores } from './fresh-scores.ts'
import { operation } from './operation.ts'
import { contact, share } from './schemas.ts'
import { count, table } from './text.ts'

const proposal = z.object({
  entry: z.string().describe('The line, for deciding about it'),
  list: z.string(),
  name: z.string().describe('As the list writes it'),
  level: share.nullable(),
  field: z.string().nullable(),
  year: z.number().int().nullable(),
  people: z.array(contact).describe('Contacts of that name about whom you have said nothing yet'),
})

export const reviewLists = operation({
  name: 'review-lists',
  description:
    'A line with an address, number or profile URL is matched by itself; a name alone never is, since two people can share it.',
  input: z.object({}),
  output: z.object({
    lists: z.array(
      z.object({
        list: z.string(),
        entries: z.number().int(),
        people: z.number().int().describe('Of how many people it is known who they are'),
      }),
    ),
    proposals: z.array(proposal),
  }),
  examples: [{ title: 'What waits', input: {} }],
  cli: {
    print: ({ lists, proposals }) =>
      lists.length === 0
        ? 'No list is imported. A CSV with the columns name, key, list, level, field, year is one: kith import <file>.'
        : [
            table(
              ['list', 'lines', 'people'],
              lists.map((each) => [each.list, String(each.entries), String(each.people)]),
            ),
            '',
            ...(proposals.length === 0
              ? ['Nothing to review.']
              : [
                  `${count(proposals.length, 'name')} to review; kith lists match <line> <id>, or kith lists refuse <line> <id>:`,
                  table(
                    ['line', 'name', 'list', 'id', 'contact', 'position'],
                    proposals.flatMap((each) =>
                      each.people.map((person) => [
                        each.entry,
                        each.name,
                        each.list,
                        String(person.id),
                        person.name,
                        [person.title, person.organisation].filter((part) => part !== null).join(', '),
                      ]),
                    ),
                  ),
                ]),
          ].join('\n'),
  },
  mcp: { readOnly: true },
  run: async (context) => {
    await freshScores(context)
    const { store, owner } = context
    return {
      lists: [...(await store.lists(owner))],
      proposals: (await store.listProposals(owner)).map(({ people, ...entry }) => ({
        ...entry,
        people: people.map(contactOf),
      })),
    }
  },
})

const decision = {
  input: z.object({
    entry: z.string().min(1).max(100).describe('The line, as kith lists shows it'),
    id: z.coerce.number().int().min(1).describe('The contact, by id'),
  }),
  output: z.object({ name: z.string(), decision: z.enum(['match', 'refuse', 'undecided']) }),
}

/** One of the three things to say about a line and a contact. */
const decide = <Name extends string>(
  name: Name,
  said: z.output<typeof decision.output>['decision'],
  done: string,
) =>
  operation({
    name,
    ...decision,
    examples: [{ title: 'The line of a list and a contact', input: { entry: 'q3VYxnJ1', id: 12 } }],
    cli: {
      positionals: ['entry', 'id'],
      print: (result) => `${result.name} ${done}.`,
    },
    mcp: { readOnly: false },
    run: async (context, { entry, id }) => {
      const { store, owner } = context
      await freshScores(context)
      const person = await store.person(owner, personId(id))
      if (person === null)
        throw new KithError('not-found', `Nobody you know has the id ${id}; kith people shows the ids.`)
      const stored = await store.decideListing(
        owner,
        entry,
        person.personId,
        said === 'undecided' ? null : { accepted: said === 'match', at: context.now() },
      )
      if (!stored)
        throw new KithError('not-found', `There is no line ${entry} in your lists; kith lists shows them.`)
      await freshScores(context)
      return { name: person.name, decision: said }
    },
  })

export const matchListing = decide(
  'match-listing',
  'match',
  'is meant by that line; it counts as being named by others',
)

export const refuseListing = decide('refuse-listing', 'refuse', 'is not meant by that line')

export const undecideListing = decide('undecide-listing', 'undecided', 'is open again for that line')
