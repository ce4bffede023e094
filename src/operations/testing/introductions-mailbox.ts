import { NOW } from './workspace.ts'

const DAY = 86_400_000

export const ME = 'robin@self.example'
const addresses = {
  me: `Robin Ashdale <${ME}>`,
  ada: 'Ada Lovelace <ada@acme.example>',
  bob: 'Bob Noyce <bob@beta.example>',
  cy: 'Cy Twombly <cy@acme.example>',
  grace: 'Grace Hopper <grace@navy.example>',
  zoe: 'Zoe Zimmer <zoe@zeta.example>',
} as const
type Who = keyof typeof addresses

/** One mailbox as an mbox file, from lines of who wrote to whom, when, about what. */
export function mailboxOf(
  lines: readonly (readonly [daysAgo: number, from: Who, to: readonly Who[], subject: string])[],
): string {
  return lines
    .map(([daysAgo, from, to, subject]) =>
      [
        `From robin@self.example ${new Date(NOW - daysAgo * DAY).toUTCString()}`,
        `From: ${addresses[from]}`,
        `To: ${to.map((who) => addresses[who]).join(', ')}`,
        `Date: ${new Date(NOW - daysAgo * DAY).toUTCString()}`,
        `Subject: ${subject}`,
        `Message-ID: <${daysAgo}.${from}@self.example>`,
        '',
        'Text.',
        '',
        '',
      ].join('\n'),
    )
    .join('')
}

/**
 * A mailbox small enough to check on paper. In touch both ways: Ada (lately, often) and Bob (seldom). Grace is seen
 * beside both, Cy beside Ada only; Zoe wrote once and is seen beside nobody.
 */
export const smallMailbox = mailboxOf([
  [400, 'me', ['bob'], 'Pricing of storage'],
  [399, 'bob', ['me'], 'Re: Pricing of storage'],
  [90, 'bob', ['me', 'grace'], 'Pricing round table'],
  [70, 'zoe', ['me'], 'A question on chess'],
  [40, 'me', ['ada'], 'Pricing workshop'],
  [39, 'ada', ['me'], 'Re: Pricing workshop'],
  [30, 'ada', ['me', 'grace'], 'Pricing of tickets'],
  [20, 'ada', ['me', 'grace', 'cy'], 'Pricing of trains'],
  [10, 'ada', ['me', 'grace'], 'Pricing study'],
  [6, 'me', ['ada'], 'Pricing of lunch'],
  [5, 'ada', ['me'], 'Re: Pricing of lunch'],
  [2, 'ada', ['me', 'cy'], 'Pricing again'],
])
