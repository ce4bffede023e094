import { expect, test } from 'vitest'
import { folderWith, inWorkspace, type Workspace } from '../testing/workspace.ts'
import { runOperation } from '../run.ts'
import { mergePeople, tellApart } from './edit-people.ts'
import { undoEdit } from './journal.ts'
import { listQuestions } from './list-questions.ts'

const card = (name: string, mail: string): string =>
  `BEGIN:VCARD\nVERSION:3.0\nFN:${name}\nEMAIL:${mail}\nEND:VCARD\n`

const asked = async ({ context }: Workspace): Promise<[string, string][]> =>
  (await runOperation(listQuestions, context, {})).questions.map(({ first, second }) => [
    String(first.id),
    String(second.id),
  ])

test.each(['merge', 'not the same'] as const)(
  'your own %s taken back brings the question back at once',
  (said) =>
    inWorkspace(async (workspace) => {
      const folder = folderWith({
        'contacts.vcf': card('Tamsin Thackray', 'tamsin9@gmail.com') + card('T. Thackray', 'tt9q@gmx.de'),
      })
      try {
        await workspace.importAll([folder.path])
        const before = await asked(workspace)
        expect(before).toHaveLength(1)
        const [who, other] = before[0]!
        const { context } = workspace
        if (said === 'merge') await runOperation(mergePeople, context, { who, with: other })
        else await runOperation(tellApart, context, { who, from: other })
        expect(await asked(workspace)).toEqual([])
        await runOperation(undoEdit, context, {})
        expect(await asked(workspace)).toEqual(before)
      } finally {
        folder.drop()
      }
    }),
)
