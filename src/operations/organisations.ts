import { z } from 'zod'
import { domainKey } from '#core/organisations/join.ts'
import { organisationKey } from '#core/organisations/names.ts'
import { KithError } from '#core/model/errors.ts'
import { type OrganisationRow, organisationSorts } from '#store/store.ts'
import { contactOf } from './contact.ts'
import { freshScores } from './fresh-scores.ts'
import { type Context, operation } from './operation.ts'
import { freshOrganisations } from './organisations/fresh.ts'
import { organisation, position, positionOf } from './organisations/schemas.ts'
import { contact } from './schemas.ts'
import { count, day, percent, table } from './text.ts'

const organisationOf = (row: OrganisationRow): z.output<typeof organisation> => ({
  id: row.organisationId,
  name: row.name,
  names: [...row.names],
  domains: [...row.domains],
  people: row.people,
  former: row.former,
  reach: row.reach,
  trust: row.trust,
})

export const listOrganisations = operation({
  name: 'list-organisations',
  description:
    'From titles, exports and mail domains; spellings of one name are one organisation, and free-mail providers are none.',
  input: z.object({
    sort: z
      .enum(organisationSorts)
      .default('people')
      .describe('By people you know there, exchanges to expect there, deepest trust, or name'),
    search: z.string().trim().max(200).default('').describe('Part of a name or domain'),
    limit: z.coerce.number().int().min(1).max(1_000).default(50).describe('How many at the most'),
    offset: z.coerce.number().int().min(0).default(0).describe('How many to pass over'),
  }),
  output: z.object({ total: z.number().int(), organisations: z.array(organisation) }),
  examples: [
    { title: 'Where you know most people', input: {} },
    { title: 'Where the ties are deepest', input: { sort: 'trust', limit: 10 } },
  ],
  cli: {
    print: ({ total, organisations }, columns) =>
      organisations.length === 0
        ? 'No organisations to show. They come from address books, LinkedIn exports and mail addresses: kith import <files>.'
        : `${table(
            ['organisation', 'domains', 'people', 'were there', 'deepest trust', 'exchanges to expect'],
            organisations.map((row) => [
              row.name,
              row.domains.filter((domain) => domain !== row.name).join(', '),
              String(row.people),
              String(row.former),
              percent(row.trust),
              row.reach.toFixed(1),
            ]),
            36,
            { columns, spare: ['were there', 'domains'] },
          )}\n${organisations.length} of ${total}; kith organisation <name> shows who is there.`,
  },
  mcp: { readOnly: true },
  run: async (context, query) => {
    await freshScores(context)
    await freshOrganisations(context)
    const { total, rows } = await context.store.organisations(context.owner, query)
    return { total, organisations: rows.map(organisationOf) }
  },
})

/** People shown of one organisation. */
const SHOWN_PEOPLE = 500

export const getOrganisation = operation({
  name: 'get-organisation',
  input: z.object({
    which: z.string().trim().min(1).max(300).describe('Its name in any spelling, a domain, or id'),
  }),
  output: organisation.extend({
    contacts: z
      .array(z.object({ contact, position }))
      .describe('Who is there now first, then by closeness; at most 500'),
  }),
  examples: [
    { title: 'By name', input: { which: 'Acme' } },
    { title: 'By domain', input: { which: 'acme.example' } },
  ],
  cli: {
    positionals: ['which'],
    variadic: true,
    print: ({ name, names, domains, people, former, contacts }, columns) =>
      [
        name,
        ...(names.length > 1 ? [`also written ${names.slice(1).join(', ')}`] : []),
        ...(domains.length > 0 ? [domains.join(', ')] : []),
        '',
        `You know ${count(people, 'person', 'people')} there${former === 0 ? '' : ` and ${former} who have left`}.`,
        '',
        ...(contacts.length === 0
          ? []
          : [
              table(
                ['id', 'name', 'position', 'there', 'calibre', 'closeness', 'trust', 'last contact'],
                contacts.map(({ contact: person, position: post }) => [
                  String(person.id),
                  person.name,
                  post.title ?? '',
                  post.current ? 'now' : 'formerly',
                  percent(person.calibre),
                  percent(person.closeness),
                  percent(person.trust),
                  day(person.lastAt),
                ]),
                36,
                { columns, spare: ['position', 'there', 'trust'] },
              ),
            ]),
      ].join('\n'),
  },
  mcp: { readOnly: true },
  run: async (context, { which }) => {
    await freshScores(context)
    await freshOrganisations(context)
    const { store, owner } = context
    const row = await findOrganisation(context, which)
    const people = await store.peopleAt(owner, row.organisationId, SHOWN_PEOPLE)
    return {
      ...organisationOf(row),
      contacts: people.map((each) => ({
        contact: contactOf(each.person),
        position: positionOf(each.position),
      })),
    }
  },
})

/** Organisations named where a word fits several. */
const SHOWN = 5

/**
 * The one organisation a user means by an id, a domain, any spelling of its name, or part of one.
 * @throws KithError 'not-found' when none fits; 'conflict' that names them when several do
 */
async function findOrganisation(context: Context, which: string): Promise<OrganisationRow> {
  const { store, owner } = context
  const byId = /^\d{1,9}$/.test(which) ? await store.organisation(owner, Number(which)) : null
  if (byId !== null) return byId
  const key = organisationKey(which)
  const exact = await store.organisationOfKeys([
    ...(key === null ? [] : [key]),
    domainKey(which.toLowerCase().replace(/^.*@/, '')),
  ])
  const known = exact === null ? null : await store.organisation(owner, exact)
  if (known !== null) return known
  const { total, rows } = await store.organisations(owner, {
    sort: 'people',
    search: which,
    limit: SHOWN,
    offset: 0,
  })
  const [first, ...others] = rows
  if (first === undefined)
    throw new KithError(
      'not-found',
      `You know nobody at "${which}"; kith organisations lists where you know somebody.`,
    )
  if (others.length === 0) return first
  const named = rows.map((row) => `${row.name} (${row.organisationId})`)
  throw new KithError(
    'conflict',
    `"${which}" fits several organisations: ${named.join(', ')}${total > SHOWN ? ' and more' : ''}; use the number, or the whole name.`,
  )
}
