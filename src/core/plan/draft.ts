import type { ActionKind } from '../model/action.ts'
import { civilDate } from '../model/civil-date.ts'
import { sentences } from '../sentences/index.ts'
import type { Sentences } from '../sentences/index.ts'
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

/** Kinds whose first sentence is about something else than the last exchange: a second one recalls it. */
const recalls: ReadonlySet<ActionKind> = new Set(['thank', 'congratulate', 'meet', 'ask', 'introduction'])
/** Kinds that go on in a thread, which says by itself what it is about. */
const inThread: ReadonlySet<ActionKind> = new Set(['answer', 'follow-up'])

const answerTo = (subject: string): string => (/^re:/i.test(subject) ? subject : `Re: ${subject}`)

/**
 * Two or three lines to begin from, made of facts alone: who, when, about what, who is in common, what changed.
 * Nothing is invented and nothing flatters; where little is known, little is said. Null for what needs no message.
 * @param now epoch milliseconds, to name days
 */
export function draftOf(
  kind: ActionKind,
  facts: DraftFacts,
  now: number,
  { draft: words, basics }: Pick<Sentences, 'draft' | 'basics'> = sentences.en,
): Draft | null {
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
  const dayOf = (at: number): string => basics.day(at, now)
  const openDay = open === null ? null : dayOf(open.at)
  const openSubject = open?.subject ?? null
  const lastSubject = last?.subject ?? null
  const lastFact = last === null ? undefined : words.lastExchange(dayOf(last.at), lastSubject, last.channel)
  let subject = lastSubject ?? words.hello
  switch (kind) {
    case 'answer': {
      subject = openSubject === null ? words.yourMessage : answerTo(openSubject)
      say(
        words.thankForMessage(openDay),
        openDay === null ? undefined : words.theyWrote(openDay, openSubject),
      )
      break
    }
    case 'follow-up': {
      subject = openSubject === null ? words.myMessage : answerTo(openSubject)
      say(words.iWrote(openDay, openSubject), openDay === null ? undefined : words.youWrote(openDay))
      break
    }
    case 'thank': {
      subject = words.thankYou
      if (given !== null) say(words.thankFor(given.kind), words.theyGave(given.kind))
      break
    }
    case 'congratulate': {
      subject = words.congratulations
      if (change !== null)
        say(
          change.field === 'title' ? words.nowTitled(change.now) : words.nowAt(change.now),
          words.changed(change.before, change.now),
        )
      break
    }
    case 'reconnect': {
      subject = lastSubject === null ? words.aWhile : words.howDidItGoOn(lastSubject)
      if (last !== null) {
        const sameYear = civilDate(last.at).year === civilDate(now).year
        say(words.aWhileAgo(last.channel, lastSubject, dayOf(last.at), sameYear), lastFact)
      }
      break
    }
    case 'deepen': {
      subject = lastSubject ?? words.pickingUp
      if (last !== null) say(words.thinkingAbout(last.channel, lastSubject), lastFact)
      break
    }
    case 'meet': {
      subject = words.shallWeMeet
      say(words.meet, lastFact)
      break
    }
    case 'ask': {
      subject = words.aQuestion
      if (goal !== null) say(words.ask(goal), words.yourGoal(goal))
      break
    }
    case 'introduction': {
      subject = introduces === null ? words.anIntroduction : words.introductionTo(introduces)
      if (introduces !== null) say(words.introduce(introduces), words.inTouchWith(introduces))
      break
    }
    default:
      kind satisfies never
  }
  if (kind !== 'congratulate' && kind !== 'answer' && change !== null)
    say(
      change.field === 'title' ? words.alsoTitled(change.now) : words.alsoAt(change.now),
      words.changed(change.before, change.now),
    )
  if (last !== null && recalls.has(kind))
    say(words.weLast(last.direction, last.channel, dayOf(last.at), lastSubject))
  if (lastFact !== undefined && !used.includes(lastFact)) used.push(lastFact)
  if (topics.length > 0) {
    if (!inThread.has(kind)) lines.push(words.stillBusy(topics.slice(0, 2)))
    used.push(words.topicsInCommon(topics))
  }
  if (inCommon.length > 0) {
    if (kind === 'reconnect' || kind === 'meet' || kind === 'deepen')
      lines.push(words.areYouInTouch(inCommon.slice(0, 2)))
    used.push(words.inCommon(inCommon))
  }
  if (lines.length === 0) return null
  const [head = '', ...rest] = lines
  return {
    subject,
    body: [
      words.greeting(firstName(facts.name)),
      '',
      [words.afterGreeting(head), ...rest].join('\n'),
      '',
    ].join('\n'),
    facts: used,
  }
}
