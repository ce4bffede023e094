import { z } from 'zod'
import { KithError } from '#core/model/errors.ts'
import { digestHtml, digestText } from '#core/plan/digest.ts'
import { getWorth } from '../get-worth.ts'
import { type Context, operation } from '../operation.ts'
import { day, percent } from '../text.ts'
import { listPromises } from './list-promises.ts'
import { mailSettings, sendMail } from './send-mail.ts'
import { weeklyPlan } from './weekly-plan.ts'

const MOST_OWED = 10
const SETTING = 'digest-mail'

const digest = z.object({ subject: z.string(), text: z.string(), html: z.string() })

async function digestOf(context: Context): Promise<z.output<typeof digest>> {
  const plan = await context.run(weeklyPlan, {})
  const worth = await context.run(getWorth, {})
  const { owed } = await context.run(listPromises, {})
  const week = day(plan.weekStart)
  const parts = {
    week,
    summary: plan.text,
    worth:
      worth.worth === null ? null : `Worth of your network ${percent(worth.worth)}. ${worth.bottleneck.text}`,
    actions: plan.actions.map((one) => ({
      title: `${one.kind[0]?.toUpperCase()}${one.kind.slice(1).replace('-', ' ')}: ${one.about?.name ?? ''}`,
      why: one.why,
      minutes: one.minutes,
      mailto: one.draft?.mailto ?? null,
    })),
    reminders: plan.reminders.map(
      ({ dueAt, about, text }) => `${day(dueAt)}: ${about === null ? '' : `${about.name}, `}${text}`,
    ),
    owed: owed
      .slice(0, MOST_OWED)
      .map(({ name, subject, at }) => `${name}${subject === null ? '' : `: ${subject}`} (${day(at)})`),
  }
  return { subject: `kith: the week of ${week}`, text: digestText(parts), html: digestHtml(parts) }
}

export const weeklyDigest = operation({
  name: 'weekly-digest',
  description:
    'To save it: kith digest --html > week.html. To have it sent: kith digest setup, then kith digest send.',
  input: z.object({ html: z.boolean().default(false).describe('Print the HTML instead of the text') }),
  output: digest.extend({ shown: z.enum(['text', 'html']) }),
  examples: [{ title: 'As text', input: {} }],
  cli: { print: (shown) => (shown.shown === 'html' ? shown.html : shown.text) },
  mcp: { readOnly: true },
  long: true,
  run: async (context, { html }) => ({
    ...(await digestOf(context)),
    shown: html ? ('html' as const) : ('text' as const),
  }),
})

export const setDigestMail = operation({
  name: 'set-digest-mail',
  description: 'The password is never stored: kith digest send takes it from $KITH_SMTP_PASSWORD.',
  input: mailSettings,
  output: mailSettings,
  examples: [
    {
      title: 'Through your own provider',
      input: { host: 'smtp.example.org', user: 'jane', from: 'jane@example.org', to: 'jane@example.org' },
    },
  ],
  cli: {
    print: ({ host, port, to }) =>
      `The digest goes to ${to} through ${host}:${port}. Send it now: KITH_SMTP_PASSWORD=… kith digest send`,
  },
  run: async ({ store, owner }, settings) => {
    await store.setSetting(owner, SETTING, settings)
    return settings
  },
})

export const sendDigest = operation({
  name: 'send-digest',
  description:
    'Run it from a timer of your system, once a week. The password comes from $KITH_SMTP_PASSWORD.',
  input: z.object({}),
  output: z.object({ to: z.string(), subject: z.string() }),
  examples: [{ title: 'This week', input: {} }],
  cli: { print: ({ to, subject }) => `Sent "${subject}" to ${to}.` },
  long: true,
  run: async (context) => {
    const stored = mailSettings.safeParse(await context.store.setting(context.owner, SETTING))
    if (!stored.success)
      throw new KithError(
        'invalid-input',
        'kith does not know through which mail server to send: kith digest setup --host … --from … --to …',
      )
    const letter = await digestOf(context)
    await sendMail(stored.data, letter)
    return { to: stored.data.to, subject: letter.subject }
  },
})
