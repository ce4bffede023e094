import { z } from 'zod'
import { KithError } from '#core/model/errors.ts'
import { editCard } from '#connectors/dav/edit-card.ts'
import { who } from '../entry-schemas.ts'
import { findPerson } from '../find-person.ts'
import { operation } from '../operation.ts'
import { runOperation } from '../run.ts'
import { accountNamed, loginOf } from './account.ts'
import { syncAccount } from './sync.ts'

const fields = z.object({
  name: z.string(),
  mails: z.array(z.string()),
  phones: z.array(z.string()),
  note: z.string(),
})

const states = ['written', 'unchanged', 'kept-theirs', 'conflict'] as const

const shown = ({ name, mails, phones, note }: z.output<typeof fields>): string =>
  [name, ...mails, ...phones, ...(note === '' ? [] : [`note: ${note}`])].join(', ')

export const editCardOperation = operation({
  name: 'edit-card',
  description:
    'The change is made on the server at once, and read back. Where the card was changed elsewhere since kith read it, nothing is written: both versions are shown, and --choose mine or --choose theirs decides.',
  input: z.object({
    who,
    name: z.string().trim().min(1).max(200).optional().describe('The new name'),
    mail: z.email().max(320).optional().describe('A mail address to add'),
    phone: z.string().trim().min(3).max(60).optional().describe('A phone number to add'),
    note: z.string().trim().max(5_000).optional().describe('The new note; empty to remove it'),
    account: z
      .string()
      .optional()
      .describe('Number or name of the address book’s account; left out, the first one'),
    choose: z.enum(['mine', 'theirs']).optional().describe('Whose version counts where both were changed'),
  }),
  output: z.object({
    state: z.enum(states),
    card: fields.nullable().describe('As it stands in the address book now; null while there is a conflict'),
    mine: fields.nullable(),
    theirs: fields.nullable(),
  }),
  examples: [
    { title: 'A new number', input: { who: 'ada@engine.example', phone: '+44 20 7946 0958' } },
    {
      title: 'Keep what stands there',
      input: { who: 'ada@engine.example', name: 'Ada King', choose: 'theirs' },
    },
  ],
  cli: {
    positionals: ['who'],
    variadic: true,
    print: ({ state, card, mine, theirs }) =>
      state === 'conflict' && mine !== null && theirs !== null
        ? `The card was changed elsewhere since kith read it; nothing is written.\n  mine:   ${shown(mine)}\n  theirs: ${shown(theirs)}\nDecide with --choose mine or --choose theirs.`
        : `${state === 'written' ? 'Written' : state === 'unchanged' ? 'It stands there so already' : 'Theirs is kept'}: ${card === null ? '' : shown(card)}`,
    exitCode: ({ state }) => (state === 'conflict' ? 2 : 0),
  },
  long: true,
  run: async (context, { who: whom, account, choose, name, mail, phone, note }) => {
    if (name === undefined && mail === undefined && phone === undefined && note === undefined)
      throw new KithError(
        'invalid-input',
        'Say what to change: a name, a mail address, a phone number or a note.',
      )
    const { store, owner, signal } = context
    const row =
      account === undefined
        ? (await store.accounts(owner)).find(({ kind }) => kind === 'carddav')
        : await accountNamed(context, account)
    if (row === undefined || row.kind !== 'carddav')
      throw new KithError('not-found', 'No address book is connected; kith connect carddav connects one.')
    const person = await findPerson(context, whom)
    const identities = await store.identitiesOf(person)
    const edit = {
      ...(name === undefined ? {} : { name }),
      ...(mail === undefined ? {} : { mail }),
      ...(phone === undefined ? {} : { phone }),
      ...(note === undefined ? {} : { note }),
    }
    const written = await editCard(
      await loginOf(row),
      await store.syncState(owner, row.id),
      identities,
      edit,
      choose ?? null,
      signal,
    )
    if (written.state === 'absent')
      throw new KithError(
        'not-found',
        `${whom} has no card there with one of the addresses or numbers kith knows.`,
      )
    if (written.state === 'conflict')
      return { state: written.state, card: null, mine: copyOf(written.mine), theirs: copyOf(written.theirs) }
    // What stands there now is what kith should know, whoever wrote it.
    if (written.state !== 'unchanged') await runOperation(syncAccount, context, { account: String(row.id) })
    return { state: written.state, card: copyOf(written.card), mine: null, theirs: null }
  },
})

const copyOf = (card: {
  readonly name: string
  readonly mails: readonly string[]
  readonly phones: readonly string[]
  readonly note: string
}): z.output<typeof fields> => ({ ...card, mails: [...card.mails], phones: [...card.phones] })
