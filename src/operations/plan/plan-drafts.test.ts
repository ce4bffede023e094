import { afterAll, expect, test } from 'vitest'
import { setField } from '../field.ts'
import { addGoal } from '../goals.ts'
import { findPath } from '../find-path.ts'
import type { Context } from '../operation.ts'
import { askIntroduction } from '../introductions.ts'
import { getPlaybook, listPlaybooks, removePlaybook, savePlaybook } from '../playbooks.ts'
import { runOperation } from '../run.ts'
import { completeAction } from './actions.ts'
import { weeklyPlan } from './weekly-plan.ts'
import { ME, mailboxOf, smallMailbox } from '../testing/introductions-mailbox.ts'
import { folderWith, inWorkspace } from '../testing/workspace.ts'

const card = (name: string, mail: string, title: string, organisation: string): string =>
  [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `FN:${name}`,
    `EMAIL:${mail}`,
    `TITLE:${title}`,
    `ORG:${organisation}`,
    'END:VCARD',
    '',
  ].join('\r\n')

/** Ada is answered, so that nothing waits; Grace is influential, as her card says: worth an introduction. */
const folder = folderWith({
  'small.mbox': smallMailbox,
  'answered.mbox': mailboxOf([[1, 'me', ['ada'], 'Re: Pricing again']]),
  'cards.vcf':
    card('Grace Hopper', 'grace@navy.example', 'Chief Executive Officer', 'Navy') +
    card('Ada Lovelace', 'ada@acme.example', 'Director', 'Acme'),
})
afterAll(() => folder.drop())

const small = (work: (context: Context) => Promise<void>): Promise<void> =>
  inWorkspace(async ({ context, importAll }) => {
    await importAll([folder.path], [ME])
    await runOperation(setField, context, { text: 'defence technology' })
    await runOperation(addGoal, context, { kind: 'referrals', target: 3 })
    await work(context)
  })

const introductionTo = async (context: Context) =>
  (await runOperation(weeklyPlan, context, { minutes: 300 })).actions.find(
    ({ kind }) => kind === 'introduction',
  )

test('an introduction to Grace is proposed through Ada, as likely as her path, with a playbook and facts', async () => {
  await small(async (context) => {
    const action = await introductionTo(context)
    const { paths } = await runOperation(findPath, context, { who: 'Grace' })
    expect(action).toMatchObject({
      about: { name: 'Ada Lovelace' },
      playbook: 'ask-for-an-introduction',
      why: `Ada Lovelace is in touch with Grace Hopper, whom you do not know yet: ask for an introduction (${Math.round(paths[0]!.probability * 100)} % likely to come about).`,
    })
    expect(action?.draft?.body).toContain('would you introduce me to Grace Hopper?')
    expect(action?.draft?.facts).toEqual([
      'They are in touch with Grace Hopper.',
      'Last exchange on 31 May about “Pricing again” (mail).',
      'Topics in common: pricing.',
      'Playbook: Ask for an introduction they can forward.',
    ])
    expect(action?.draft?.mailto).toMatch(/^mailto:ada@acme\.example\?/)
  })
})

test('a playbook tells how it worked: waiting in the plan, then done, its answer not due yet', async () => {
  await small(async (context) => {
    const worked = async () =>
      (await runOperation(listPlaybooks, context, {})).playbooks.find(
        ({ id }) => id === 'ask-for-an-introduction',
      )?.worked
    expect(await worked()).toBe('Not tried yet.')
    const action = await introductionTo(context)
    expect(await worked()).toBe('In the plan, not tried yet.')
    await runOperation(completeAction, context, { id: action!.id })
    expect(await worked()).toBe('Done 1 time: no answer due yet; 0 outcomes.')
  })
})

test('an introduction asked for as planned can be noted from the plan, and then stands among the others', async () => {
  await small(async (context) => {
    const action = await introductionTo(context)
    expect(action?.introduces?.name).toBe('Grace Hopper')
    const done = await runOperation(completeAction, context, { id: action!.id })
    expect(done.introduces).toEqual(action!.introduces)
    expect(completeAction.cli?.print?.(done)).toBe(
      `Done: Ada Lovelace. Note that you asked, so that kith can follow it up: kith introduction ask ${done.introduces!.person} --via ${done.about!.person}`,
    )
    await runOperation(askIntroduction, context, {
      to: String(done.introduces!.person),
      via: String(done.about!.person),
    })
    const { done: week } = await runOperation(weeklyPlan, context, {})
    expect(week.find(({ id }) => id === action!.id)?.introduces).toBeNull()
  })
})

test('what was asked once is not proposed again', async () => {
  await small(async (context) => {
    await runOperation(askIntroduction, context, { to: 'Grace', via: 'Ada' })
    expect(await introductionTo(context)).toBeUndefined()
  })
})

test('an unknown playbook, and one that cannot be read, say what to do', async () => {
  await small(async (context) => {
    await expect(runOperation(getPlaybook, context, { id: 'unheard-of' })).rejects.toThrow(
      'There is no playbook unheard-of; kith playbooks lists those there are.',
    )
    await expect(
      runOperation(savePlaybook, context, { id: 'mine', text: 'no front matter' }),
    ).rejects.toThrow(/^Line 1: /)
    await expect(runOperation(removePlaybook, context, { id: 'second-try' })).rejects.toThrow(
      'second-try came with kith and cannot be deleted',
    )
  })
})
