import type { ActionKind } from '../model/action.ts'
import { civilDate, dayInWords } from '../model/civil-date.ts'
import type { FactChange } from './change.ts'

/** What a draft may rest on: facts only; what is not known is left out. */
export type DraftFacts = {
  readonly name: string
  /** The last exchange, without bulk. */
  readonly last: {
    readonly at: number
    readonly direction: 'out' | 'in' | 'together'
    readonly subject: string | null
    readonly channel: string
  } | null
  /** The thread that waits for an answer of either side. */
  readonly open: { readonly at: number; readonly subject: string | null } | null
  /** Contacts of both, by name. */
  readonly inCommon: readonly string[]
  /** Topics of both. */
  readonly topics: readonly string[]
  readonly change: FactChange | null
  readonly given: { readonly kind: string; readonly days: number } | null
  /** Whom they could introduce. */
  readonly introduces: string | null
  /** What the user asks for, in words, such as "referrals". */
  readonly goal: string | null
}

export type Draft = {
  readonly subject: string
  readonly body: string
  /** The facts used, for the user to check. */
  readonly facts: readonly string[]
}

/** A first name to address somebody by; the whole name where it is one word or an address. */
export function firstName(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = words[0] ?? ''
  if (words.length < 2 || name.includes('@')) return name.trim()
  // "Dr. Ada Lovelace" is addressed as a whole rather than wrongly.
  return /^\p{L}[\p{L}'’-]+$/u.test(first) && !/^(?:mr|mrs|ms|dr|prof|herr|frau)$/i.test(first)
    ? first
    : name.trim()
}

const lastVerbs: Readonly<Record<string, string>> = { meeting: 'met', call: 'spoke' }

/** When the two were last in touch, as a sentence to write to somebody. */
function lastInWords(
  { at, direction, subject, channel }: NonNullable<DraftFacts['last']>,
  now: number,
): string {
  const who = direction === 'in' ? 'You' : direction === 'out' ? 'I' : 'We'
  const about = subject === null ? '' : ` about “${subject}”`
  return `${who} last ${lastVerbs[channel] ?? 'wrote'} on ${dayInWords(at, now)}${about}.`
}

/** Kinds whose first sentence is about something else than the last exchange: a second one recalls it. */
const recalls: ReadonlySet<ActionKind> = new Set(['thank', 'congratulate', 'meet', 'ask', 'introduction'])
/** Kinds that go on in a thread, which says by itself what it is about. */
const inThread: ReadonlySet<ActionKind> = new Set(['answer', 'follow-up'])

const answerTo = (subject: string): string => (/^re:/i.test(subject) ? subject : `Re: ${subject}`)

const howWords: Readonly<Record<string, string>> = {
  meeting: 'our meeting',
  call: 'our call',
  mail: 'our exchange',
  message: 'our exchange',
  post: 'your post',
}

/**
 * Two or three lines to begin from, made of facts alone: who, when, about what, who is in common, what changed.
 * Nothing is invented and nothing flatters; where little is known, little is said. Null for what needs no message.
 * @param now epoch milliseconds, to name days
 */
export function draftOf(kind: ActionKind, facts: DraftFacts, now: number): Draft | null {
  if (kind === 'let-go') return null
  const { last, open, topics, change, given, introduces, goal } = facts
  // Whom one asks to meet is not somebody in common.
  const inCommon = facts.inCommon.filter((name) => name !== introduces)
  const used: string[] = []
  const lines: string[] = []
  const say = (line: string, fact?: string): void => {
    lines.push(line)
    if (fact !== undefined) used.push(fact)
  }
  const dayOf = (at: number): string => dayInWords(at, now)
  const lastSubject = last?.subject ?? null
  const lastAbout = lastSubject === null ? '' : ` about “${lastSubject}”`
  const lastFact =
    last === null ? undefined : `Last exchange on ${dayOf(last.at)}${lastAbout} (${last.channel}).`
  let subject = lastSubject ?? 'Hello'
  switch (kind) {
    case 'answer': {
      subject = open?.subject == null ? 'Your message' : answerTo(open.subject)
      say(
        `thank you for your message${open === null ? '' : ` of ${dayOf(open.at)}`}.`,
        open === null
          ? undefined
          : `They wrote on ${dayOf(open.at)}${open.subject === null ? '' : ` about “${open.subject}”`}.`,
      )
      break
    }
    case 'follow-up': {
      subject = open?.subject == null ? 'My message' : answerTo(open.subject)
      say(
        `I wrote to you${open === null ? '' : ` on ${dayOf(open.at)}${open.subject === null ? '' : ` about “${open.subject}”`}`} and would be glad to hear what you think.`,
        open === null ? undefined : `You wrote on ${dayOf(open.at)} and had no answer.`,
      )
      break
    }
    case 'thank': {
      subject = 'Thank you'
      if (given !== null) say(`thank you for the ${given.kind}: it helped.`, `They gave you: ${given.kind}.`)
      break
    }
    case 'congratulate': {
      subject = 'Congratulations'
      if (change !== null)
        say(
          change.field === 'title'
            ? `I see that you are now ${change.now}: congratulations.`
            : `I see that you are now at ${change.now}: congratulations, and a good start there.`,
          `Before: ${change.before}; now: ${change.now}.`,
        )
      break
    }
    case 'reconnect': {
      subject = lastSubject === null ? 'It has been a while' : `${lastSubject}: how did it go on?`
      if (last !== null) {
        const sameYear = civilDate(last.at).year === civilDate(now).year
        say(
          `${howWords[last.channel] ?? 'our exchange'}${lastAbout} ${sameYear ? 'on' : 'was on'} ${dayOf(last.at)}${sameYear ? ' is a while ago' : ', too long ago'}, and I would like to hear how you are and what you work on now.`,
          lastFact,
        )
      }
      break
    }
    case 'deepen': {
      subject = lastSubject === null ? 'Picking up our exchange' : lastSubject
      if (last !== null)
        say(
          `I have been thinking about ${howWords[last.channel] ?? 'our exchange'}${lastAbout} and would like to go on from there.`,
          lastFact,
        )
      break
    }
    case 'meet': {
      subject = 'Shall we meet?'
      say(
        'we have been writing for a while: shall we meet, for a coffee or a call, in the next two weeks?',
        lastFact,
      )
      break
    }
    case 'ask': {
      subject = 'A question'
      if (goal !== null)
        say(
          `I have a request: I am looking for ${goal}. Does somebody come to mind to whom I should talk?`,
          `Your goal: ${goal}.`,
        )
      break
    }
    case 'introduction': {
      subject = introduces === null ? 'An introduction' : `Introduction to ${introduces}`
      if (introduces !== null)
        say(
          `I believe you are in touch with ${introduces}. Would you introduce us? Say no without hesitation if it does not fit.`,
          `They are in touch with ${introduces}.`,
        )
      break
    }
    default:
      kind satisfies never
  }
  if (kind !== 'congratulate' && kind !== 'answer' && change !== null)
    say(
      change.field === 'title'
        ? `Congratulations on ${change.now}, too.`
        : `I hope you are well at ${change.now}.`,
      `Before: ${change.before}; now: ${change.now}.`,
    )
  if (last !== null && recalls.has(kind)) say(lastInWords(last, now))
  if (lastFact !== undefined && !used.includes(lastFact)) used.push(lastFact)
  const busy = `I am still busy with ${listed(topics.slice(0, 2))}.`
  if (topics.length > 0) {
    if (!inThread.has(kind)) lines.push(busy)
    used.push(`Topics in common: ${topics.join(', ')}.`)
  }
  if (inCommon.length > 0) {
    if (kind === 'reconnect' || kind === 'meet' || kind === 'deepen')
      lines.push(`Are you in touch with ${listed(inCommon.slice(0, 2))}?`)
    used.push(`In common: ${inCommon.join(', ')}.`)
  }
  if (lines.length === 0) return null
  const [head = '', ...rest] = lines
  const greeting = `Hello ${firstName(facts.name)},`
  // After the comma of the greeting the sentence goes on: a small letter, but for "I" and names.
  const first = head.startsWith('I ') ? head : `${head[0]!.toLowerCase()}${head.slice(1)}`
  return { subject, body: [greeting, '', [first, ...rest].join('\n'), ''].join('\n'), facts: used }
}

const listed = (words: readonly string[]): string => words.join(' and ')

/** A link that opens the draft in the mail program (RFC 6068). */
export const mailtoOf = (address: string, { subject, body }: Pick<Draft, 'subject' | 'body'>): string =>
  `mailto:${encodeURIComponent(address).replaceAll('%40', '@')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`
