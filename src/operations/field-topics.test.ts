import { expect, test } from 'vitest'
import { explainField } from './explain-field.ts'
import { explainRelevance } from './explain-relevance.ts'
import { getField, pickTopics, setField } from './field.ts'
import { getPerson } from './get-person.ts'
import { runOperation } from './run.ts'
import { statusOf } from './status.ts'
import { suggestField } from './suggest-field.ts'
import { folderWith, inWorkspace } from './testing/workspace.ts'

const mail = (n: number, from: string, to: string, subject: string): string =>
  [
    'From - Wed May 20 00:00:00 2026',
    `From: <${from}>`,
    `To: <${to}>`,
    `Date: ${new Date(Date.UTC(2026, 0, 1 + n)).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${n}@test.example>`,
    `Subject: ${subject}`,
    '',
    'Text.',
    '',
  ].join('\n')

const me = 'me@home.example'
const gas = ['Pipeline storage', 'Gas storage auction', 'Storage fees', 'Re: storage fees', 'Cavern storage']
const other = [
  'Birthday cake',
  'Choir rehearsal',
  'Garden party',
  'Kindergarten',
  'Choir concert',
  'Marathon',
]

const contents = {
  'in.mbox': [
    ...gas.map((subject, i) => mail(i, 'ann@north.example', me, subject)),
    ...other.map((subject, i) => mail(20 + i, 'bob@south.example', me, subject)),
    mail(40, me, 'ann@north.example', 'Hello'),
    mail(41, me, 'bob@south.example', 'Hello'),
  ].join('\n'),
  'cards.vcf': ['ann@north.example', 'bob@south.example']
    .map((address) =>
      ['BEGIN:VCARD', 'VERSION:3.0', `FN:${address[0]}`, `EMAIL:${address}`, 'TITLE:CEO', 'END:VCARD'].join(
        '\r\n',
      ),
    )
    .join('\r\n'),
}

const withMail = (work: Parameters<typeof inWorkspace<void>>[0]): Promise<void> =>
  inWorkspace(async (workspace) => {
    const folder = folderWith(contents)
    await workspace.importAll([folder.path], [me])
    folder.drop()
    await work(workspace)
  })

test('somebody of whom nothing is stated is near to the field by the subjects they share', () =>
  withMail(async ({ context }) => {
    await runOperation(setField, context, { text: 'storage' })
    const ann = await runOperation(explainRelevance, context, { who: 'ann@north.example' })
    expect(ann).toMatchObject({
      stated: [],
      subjects: 4,
      words: [{ word: 'storage', subjects: 4 }],
      text: 'Subjects you share: “storage”.',
    })
    // 4 of 4 against 4 of 10: (4 + 5 · .4) / (4 + 5) / .4 = 5 / 3 as often as usual.
    expect(ann.nearness).toBeCloseTo(1 / 3, 12)
    expect(ann.relevance).toBeCloseTo(1 - (0.25 * (2 / 3)) / 2, 12)
    const bob = await runOperation(explainRelevance, context, { who: 'bob@south.example' })
    expect(bob.words).toEqual([])
    expect(bob.text).toBe(
      'What is known of their work has no word of your field, nor have the 6 subjects you share.',
    )
    expect(bob.relevance!).toBeLessThan(ann.relevance!)
    const near = await runOperation(explainField, context, {})
    expect(near.people.map(({ contact, talk }) => [contact.name, talk])).toEqual([['a', ['storage']]])
    // Both are CEOs; the title of whoever talks about the field weighs more.
    const weight = async (who: string): Promise<number> =>
      (await runOperation(getPerson, context, { who })).calibreEvidence.find(({ kind }) => kind === 'title')!
        .weight
    expect(await weight('ann@north.example')).toBeCloseTo(3 * ann.relevance!, 9)
    expect(await weight('bob@south.example')).toBeCloseTo(3 * bob.relevance!, 9)
  }))

test('topics are picked beside the description, once each, and let go of', () =>
  withMail(async ({ context }) => {
    const nothing = await runOperation(explainRelevance, context, { who: 'ann@north.example' })
    expect(nothing).toMatchObject({
      field: null,
      relevance: null,
      text: 'You have not described your field yet.',
    })
    const offered = await runOperation(suggestField, context, {})
    expect(offered.topics.map(({ term }) => term)).toContain('storage')
    const picked = await runOperation(pickTopics, context, { topics: ['storage', 'Storage', 'choir'] })
    expect(picked).toEqual({ text: null, topics: ['storage', 'choir'], changed: ['storage', 'choir'] })
    await runOperation(setField, context, { text: 'energy' })
    expect(await runOperation(getField, context, {})).toEqual({
      text: 'energy',
      topics: ['storage', 'choir'],
    })
    expect((await statusOf(context)).field).toBe('energy')
    expect((await runOperation(explainField, context, {})).terms.map(({ term }) => term)).toEqual([
      'energy',
      'storage',
      'choir',
    ])
    const again = await runOperation(suggestField, context, {})
    expect(again.topics.map(({ term }) => term)).not.toContain('storage')
    const left = await runOperation(pickTopics, context, { topics: ['CHOIR', 'opera'], remove: true })
    expect(left).toEqual({ text: 'energy', topics: ['storage'], changed: ['choir'] })
    expect((await runOperation(pickTopics, context, { topics: ['opera'], remove: true })).changed).toEqual([])
    const many = Array.from({ length: 30 }, (_, i) => `topic ${i}`)
    await expect(runOperation(pickTopics, context, { topics: many })).rejects.toThrow('30 topics at the most')
  }))
