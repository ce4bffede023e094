import { expect, test } from 'vitest'
import { runOperation } from '../run.ts'
import { folderWith, inWorkspace } from '../testing/workspace.ts'
import { mergePeople } from './edit-people.ts'
import { listEdits } from './journal.ts'

const card = (name: string, mail: string): string =>
  `BEGIN:VCARD\nVERSION:3.0\n${name === '' ? '' : `FN:${name}\n`}EMAIL:${mail}\nEND:VCARD\n`

test.each([
  ['by their name', 'Percy Oakshott', 'Percy Oakshott'],
  ['by an address where they had no name', '', 'po77@a.example'],
])('who became part of somebody else later stands in the journal %s', (_, name, shown) =>
  inWorkspace(async (workspace) => {
    const { context } = workspace
    const folder = folderWith({
      'contacts.vcf':
        card(name, 'po77@a.example') + card('', 'zz9q@b.example') + card('Ruth Umber', 'ruth@c.example'),
    })
    try {
      await workspace.importAll([folder.path])
      const id = async (mail: string): Promise<string> => {
        const { keys, personIds } = await context.store.directory()
        return String(personIds[keys.indexOf(`mail:${mail}`)])
      }
      const first = await id('po77@a.example')
      await runOperation(mergePeople, context, { who: first, with: await id('zz9q@b.example') })
      await runOperation(mergePeople, context, { who: await id('ruth@c.example'), with: first })
      const { edits } = await runOperation(listEdits, context, {})
      // The later merge stands first.
      expect(edits[1]).toMatchObject({ person: { name: shown }, other: { name: 'zz9q@b.example' } })
    } finally {
      folder.drop()
    }
  }),
)
