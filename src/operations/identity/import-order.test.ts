import fc from 'fast-check'
import { expect, test } from 'vitest'
import { folderWith, inWorkspace, type Workspace } from '../testing/workspace.ts'
import { runOperation } from '../run.ts'
import { listEdits, undoEdit } from './journal.ts'
import { mergePeople, splitPerson, tellApart } from './edit-people.ts'
import { resolveIdentities } from './resolve-identities.ts'

type Card = {
  readonly name: string
  readonly mails: readonly string[]
  readonly phone: string | null
  readonly organisation: string | null
  readonly profile: string | null
}

const vcard = ({ name, mails, phone, organisation, profile }: Card): string =>
  [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `FN:${name}`,
    ...mails.map((mail) => `EMAIL:${mail}`),
    ...(phone === null ? [] : [`TEL:${phone}`]),
    ...(organisation === null ? [] : [`ORG:${organisation}`]),
    ...(profile === null ? [] : [`URL:https://www.linkedin.com/in/${profile}`]),
    'END:VCARD',
    '',
  ].join('\r\n')

/** Everybody as the keys they are known by. */
async function people({ context }: Workspace): Promise<string[]> {
  const { keys, personIds } = await context.store.directory()
  return [...Map.groupBy(keys, (_, i) => personIds[i]!).values()]
    .map((all) => all.toSorted().join(' '))
    .toSorted()
}

/** Imports files one after the other. */
async function importInTurn(workspace: Workspace, files: readonly (readonly Card[])[]): Promise<void> {
  for (const cards of files) {
    const folder = folderWith({ 'contacts.vcf': cards.map(vcard).join('') })
    try {
      await workspace.importAll([folder.path])
    } finally {
      folder.drop()
    }
  }
}

const card: fc.Arbitrary<Card> = fc.record({
  name: fc.constantFrom(
    'Tamsin Thackray',
    'T. Thackray',
    'Tamsin Thackrey',
    'Percy Oakshott',
    'Tamsin Oakshott',
  ),
  mails: fc.uniqueArray(
    fc.constantFrom(
      'tamsin.thackray@quarrybridge.example',
      'tthackray@quarrybridge.example',
      'tamsin.thackray@gmail.com',
      'tamsinthackray@gmail.com',
      'percy.oakshott@umbervale.example',
      'po77@gmx.de',
    ),
    { maxLength: 2 },
  ),
  phone: fc.constantFrom(null, '+49301234567', '+49307654321'),
  organisation: fc.constantFrom(null, 'Quarrybridge', 'Umbervale'),
  profile: fc.constantFrom(null, null, 'tamsin-thackray', 'percy-oakshott'),
})

test('the order of imports does not change who is who', { timeout: 240_000 }, () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(card, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 4 }),
      async (files) => {
        const orders = [files, files.toReversed(), [...files.slice(1), files[0]!]]
        const found: string[][] = []
        for (const order of orders)
          found.push(
            await inWorkspace(async (workspace) => {
              await importInTurn(workspace, order)
              // Looking again finds nothing to change.
              const again = await runOperation(resolveIdentities, workspace.context, {})
              expect(again).toMatchObject({ merged: 0, parted: 0 })
              return await people(workspace)
            }),
          )
        expect(found[1]).toEqual(found[0])
        expect(found[2]).toEqual(found[0])
      },
    ),
    { numRuns: 20 },
  ),
)

const none = { mails: [], phone: null, organisation: null, profile: null }
const number = '+49301234567'
const tamsin = { ...none, name: 'Tamsin Thackray' }
const [work, home] = ['tamsin.thackray@quarrybridge.example', 'bluefox77@gmail.com']
/** Surely one person. */
const alike = [
  { ...tamsin, mails: [work], phone: number },
  { ...tamsin, mails: [home], phone: number },
]
/** Until each turns out to have a profile of their own. */
const profiles = [
  { ...tamsin, mails: [work], profile: 'tamsin-1' },
  { ...tamsin, mails: [home], profile: 'tamsin-2' },
]
const ofTwo = ['linkedin:tamsin-1', 'linkedin:tamsin-2']
const whoHas = async (workspace: Workspace, key: string): Promise<string> =>
  (await people(workspace)).find((keys) => keys.includes(key)) ?? ''

test('a merge that what came later speaks against is taken back, and the journal says so', () =>
  inWorkspace(async (workspace) => {
    await importInTurn(workspace, [alike])
    expect(await whoHas(workspace, work)).toContain(home)
    expect((await runOperation(listEdits, workspace.context, {})).edits).toMatchObject([
      { kind: 'merge', by: 'match', reason: expect.stringContaining('the same name') },
    ])
    await importInTurn(workspace, [profiles])
    expect(await whoHas(workspace, work)).not.toContain(home)
    expect(await whoHas(workspace, work)).toContain(ofTwo[0])
    expect(await whoHas(workspace, home)).toContain(ofTwo[1])
    const { edits } = await runOperation(listEdits, workspace.context, {})
    expect(edits.find(({ kind }) => kind === 'split')).toMatchObject({
      by: 'match',
      reason: 'what is known now no longer makes them one person',
    })
  }))

test('whoever takes such a parting back has the last word', () =>
  inWorkspace(async (workspace) => {
    await importInTurn(workspace, [alike, profiles])
    const { edits } = await runOperation(listEdits, workspace.context, {})
    const parting = edits.find(({ kind, by }) => kind === 'split' && by === 'match')!
    await runOperation(undoEdit, workspace.context, { edit: parting.id })
    expect(await whoHas(workspace, work)).toContain(home)
    await importInTurn(workspace, [[{ ...tamsin, mails: [work], organisation: 'Quarrybridge' }]])
    expect(await whoHas(workspace, work)).toContain(home)
  }))

test('what the user merged, split or told apart stays through later imports', () =>
  inWorkspace(async (workspace) => {
    const { context } = workspace
    const percy = {
      ...none,
      name: 'Percy Oakshott',
      mails: ['percy@a.example', 'oak@b.example', 'po@c.example'],
    }
    const ruth = { ...none, name: 'Ruth Umber', mails: ['ruth@d.example'] }
    await importInTurn(workspace, [[percy, ruth], alike])
    const id = async (mail: string): Promise<string> => {
      const { keys, personIds } = await context.store.directory()
      return String(personIds[keys.indexOf(`mail:${mail}`)])
    }
    await runOperation(splitPerson, context, {
      who: await id('percy@a.example'),
      identities: ['oak@b.example', 'po@c.example'],
    })
    await runOperation(mergePeople, context, {
      who: await id('percy@a.example'),
      with: await id('ruth@d.example'),
    })
    await runOperation(splitPerson, context, { who: await id(work), identities: [home] })
    await runOperation(tellApart, context, { who: await id(work), from: await id('ruth@d.example') })
    const before = await people(workspace)
    expect(before).toContain('mail:oak@b.example mail:po@c.example')
    expect(before).toContain('mail:percy@a.example mail:ruth@d.example')
    await importInTurn(workspace, [[percy, ruth], alike])
    expect(await people(workspace)).toEqual(before)
  }))
