import { de as basicsDe, en as basicsEn } from './basics.ts'

/** Who only ever wrote less than they were written to is said to have answered. */
const answered = (out: number, inward: number): boolean => inward <= out

const en = {
  onlyBulk: (messages: number): string =>
    `Only bulk mail so far (${basicsEn.times(messages)}), which says nothing of a tie.`,
  none: 'No contact so far.',
  /** Who wrote how often: the counts, without bulk. */
  exchange: (out: number, inward: number, together: number): string => {
    const { times, list } = basicsEn
    const met = together > 0 ? `met or spoke ${times(together)}` : null
    if (out > 0 && inward > 0) {
      return list([
        `you wrote ${times(out)}`,
        `they ${answered(out, inward) ? 'answered' : 'wrote'} ${times(inward)}`,
        ...(met ? [`you ${met}`] : []),
      ])
    }
    if (out > 0)
      return met ? `you wrote ${times(out)} and ${met}` : `you wrote ${times(out)}, they never wrote`
    if (inward > 0)
      return met ? `they wrote ${times(inward)} and you ${met}` : `they wrote ${times(inward)}, you never did`
    return `you ${met}`
  },
  last: (at: number, now: number): string => `last on ${basicsEn.day(at, now)}`,
  quiet: (days: number, trusted: boolean): string =>
    `quiet for ${basicsEn.span(days)}${trusted ? ', still trusted' : ''}`,
  youStart: 'you are usually the one who starts',
  theyStart: 'they usually start',
  lately: 'in touch both ways lately',
  weekAfterWeek: 'in touch both ways week after week',
  forYears: 'in touch both ways for years',
  byYou: 'kept up mostly by you',
  lively: 'a lively back and forth',
  steady: 'a steady back and forth',
  longRecord: 'a long record of exchanges',
  bothWays: 'there was exchange both ways',
  youWrote: 'you wrote just lately',
  theyWrote: 'they wrote just lately',
  someBothWays: 'there is some exchange both ways',
  noTrust: 'No week with an exchange in both directions, and no small meeting, so far.',
  trust: (weeks: number): string =>
    `${weeks.toFixed(1)} weeks with an exchange in both directions or a small meeting, older ones counting less.`,
  declared: {
    connection: ['Connected', 'Connected'],
    invitation: ['You invited them to connect', 'They invited you to connect'],
    follow: ['You follow them', 'They follow you'],
    'address-book': ['In your address book', 'You are in their address book'],
    repost: ['You passed on what they wrote', 'They passed on what you wrote'],
    like: ['You liked what they wrote', 'They liked what you wrote'],
  } as Readonly<Record<string, readonly [mine: string, theirs: string]>>,
}

const de: typeof en = {
  onlyBulk: (messages) =>
    `Bisher nur Massenmail (${basicsDe.times(messages)}), die nichts über eine Beziehung sagt.`,
  none: 'Bisher kein Kontakt.',
  exchange: (out, inward, together) => {
    const { times, list } = basicsDe
    const met = together > 0 ? `Sie trafen oder sprachen sich ${times(together)}` : null
    if (out > 0 && inward > 0) {
      return list([
        `Sie schrieben ${times(out)}`,
        `die andere Seite ${answered(out, inward) ? 'antwortete' : 'schrieb'} ${times(inward)}`,
        ...(met ? [met] : []),
      ])
    }
    if (out > 0)
      return met
        ? `Sie schrieben ${times(out)}, und ${met}`
        : `Sie schrieben ${times(out)}, die andere Seite nie`
    if (inward > 0)
      return met
        ? `die andere Seite schrieb ${times(inward)}, und ${met}`
        : `die andere Seite schrieb ${times(inward)}, Sie nie`
    return met ?? ''
  },
  last: (at, now) => `zuletzt am ${basicsDe.day(at, now)}`,
  quiet: (days, trusted) => `seit ${basicsDe.span(days)} still${trusted ? ', noch vertraut' : ''}`,
  youStart: 'meist beginnen Sie',
  theyStart: 'meist beginnt die andere Seite',
  lately: 'in letzter Zeit Austausch in beide Richtungen',
  weekAfterWeek: 'Woche für Woche Austausch in beide Richtungen',
  forYears: 'seit Jahren Austausch in beide Richtungen',
  byYou: 'vor allem von Ihnen gepflegt',
  lively: 'ein lebhaftes Hin und Her',
  steady: 'ein stetiges Hin und Her',
  longRecord: 'eine lange Geschichte des Austauschs',
  bothWays: 'es gab Austausch in beide Richtungen',
  youWrote: 'Sie schrieben erst kürzlich',
  theyWrote: 'die andere Seite schrieb erst kürzlich',
  someBothWays: 'es gibt etwas Austausch in beide Richtungen',
  noTrust: 'Bisher keine Woche mit Austausch in beide Richtungen und kein kleines Treffen.',
  trust: (weeks) =>
    `${basicsDe.decimal(weeks, 1)} Wochen mit Austausch in beide Richtungen oder einem kleinen Treffen; ältere zählen weniger.`,
  declared: {
    connection: ['Vernetzt', 'Vernetzt'],
    invitation: ['Sie luden zum Vernetzen ein', 'Die Person lud Sie zum Vernetzen ein'],
    follow: ['Sie folgen der Person', 'Die Person folgt Ihnen'],
    'address-book': ['In Ihrem Adressbuch', 'Sie stehen im Adressbuch der Person'],
    repost: ['Sie gaben weiter, was die Person schrieb', 'Die Person gab weiter, was Sie schrieben'],
    like: ['Ihnen gefiel, was die Person schrieb', 'Der Person gefiel, was Sie schrieben'],
  },
}

export const closeness = { en, de }
