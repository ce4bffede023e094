import { z } from 'zod'
import { describeMe } from './describe-me.ts'
import { refreshProfiles, refreshTouchpoints } from './import/derive.ts'
import { nothingFound, settleMe, statedIdentity, stateOnly } from './import/settle-me.ts'
import { ownIdentity } from './import/resolve.ts'
import { learnAfterImport } from './learn-closeness.ts'
import { operation } from './operation.ts'
import { me } from './schemas.ts'
import { scoreNetwork } from './score-network.ts'

const print = (shown: z.output<typeof me>): string =>
  shown.id === null
    ? 'kith does not know who you are yet: kith me set <your addresses>'
    : `${shown.name ?? 'You'}: ${shown.identities.map((identity) => identity.value).join(', ')}\n${
        shown.confirmed
          ? 'You confirmed it.'
          : `Because ${shown.reason ?? 'the sources say so'}; confirm it with kith me set.`
      }`

export const getMe = operation({
  name: 'get-me',
  input: z.object({}),
  output: me,
  examples: [],
  cli: { print },
  mcp: { readOnly: true },
  run: (context) => describeMe(context),
})

export const setMe = operation({
  name: 'set-me',
  input: z.object({
    identities: z
      .array(z.string().min(1))
      .min(1, 'name at least one address')
      .describe('Addresses, numbers, profile URLs, or kind:value'),
    name: z.string().trim().min(1).max(120).optional().describe('Your name'),
    only: z.boolean().default(false).describe('Nothing else is you: what is not named is no longer yours'),
  }),
  output: me.extend({
    found: z
      .boolean()
      .describe('Whether anything that was imported has one of these; true where nothing was'),
  }),
  examples: [
    { title: 'Two addresses', input: { identities: ['jane@acme.example', 'jane.doe@mail.example'] } },
  ],
  cli: {
    positionals: ['identities'],
    variadic: true,
    print,
    notes: ({ found }) =>
      found
        ? []
        : [
            'Nothing that was imported has any of these: check the spelling. kith me set <addresses> --only takes back what is wrong.',
          ],
  },
  mcp: { readOnly: false },
  long: true,
  run: async (context, { identities, name, only }) => {
    await settleMe(context, identities, { ...nothingFound, name: name ?? null })
    if (only) {
      await context.store.disown(context.owner, [
        ownIdentity(context.owner),
        ...identities.map((word) => statedIdentity(word)),
      ])
      await stateOnly(context, identities)
    }
    await refreshProfiles(context)
    await refreshTouchpoints(context)
    // What is learned is learned from one's own exchanges.
    await learnAfterImport(context)
    await context.run(scoreNetwork, {})
    const { store, owner } = context
    const found = (await store.touchpointCount(owner)) > 0 || (await store.counts(owner)).interactions === 0
    return { ...(await describeMe(context)), found }
  },
})
