import type { Random } from './random.ts'
import type { Exchange, Mailing, Series, Stream, SyntheticContact } from './model.ts'
import { addressAt, DAY_MS, OWNER } from './model.ts'
import { topics } from './words/topics.ts'
import { pitches } from './words/topics.ts'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

/** No conversation is longer. */
const MAX_LENGTH = 12

/** What drawing needs to know of a contact. */
type Correspondent = Pick<SyntheticContact, 'kind' | 'mails' | 'topics'>

/** Sunday 0 to Saturday 6. */
const weekday = (at: number): number => (Math.floor(at / DAY_MS) + 4) % 7
const midnight = (at: number): number => Math.floor(at / DAY_MS) * DAY_MS

/** A plausible hour near a time: work on weekdays by day, private life in the evening. Stays in [from, until). */
function plausibleTime(raw: number, from: number, until: number, stream: Stream, random: Random): number {
  let day = midnight(raw)
  if (stream.sphere === 'work' && random.chance(0.9)) {
    if (weekday(day) === 6) day -= DAY_MS
    else if (weekday(day) === 0) day += DAY_MS
  }
  const hour = stream.sphere === 'work' ? random.between(7.5, 18) : random.between(16, 22)
  const step = stream.channel === 'meeting' ? HOUR_MS / 2 : 1000
  const at = Math.floor((day + hour * HOUR_MS) / step) * step
  return at >= from && at < until ? at : Math.floor(raw / 1000) * 1000
}

/** The time of an answer: hours later, and not in the middle of the night. */
function answerTime(before: number, stream: Stream, random: Random): number {
  const at =
    before + Math.ceil(random.heavyTail(1.1) * (stream.channel === 'message' ? 4 : 7) * 60) * MINUTE_MS
  const hour = (((at % DAY_MS) + DAY_MS) % DAY_MS) / HOUR_MS
  const seconds = random.below(60) * 1000
  return hour < 6
    ? midnight(at) + Math.floor(random.between(7, 9.5) * 60) * MINUTE_MS + seconds
    : at + seconds
}

/** Times at which conversations of a stream begin in [from, until). */
function starts(stream: Stream, from: number, until: number, random: Random): number[] {
  const times = stream.once
    .filter((at) => at >= from && at < until)
    .map((at) => plausibleTime(at, from, until, stream, random))
  for (const phase of stream.phases) {
    const low = Math.max(phase.from, from)
    const high = Math.min(phase.until, until)
    if (high <= low) continue
    const count = random.poisson((phase.perDay * (high - low)) / DAY_MS)
    for (let i = 0; i < count; i++)
      times.push(plausibleTime(random.between(low, high), low, high, stream, random))
  }
  return times
}

/**
 * Draws what a stream brings in [from, until). Answers that would come later than `until` are not seen.
 * @param prefix makes keys differ between draws
 */
export function drawStream(
  stream: Stream,
  contacts: readonly Correspondent[],
  from: number,
  until: number,
  prefix: string,
  random: Random,
): Exchange[] {
  const drawn: Exchange[] = []
  const { channel, sphere, members } = stream
  const everyone = [OWNER, ...members]
  const host = (author: number, at: number): string => {
    const address = author === OWNER ? null : addressAt(contacts[author] as SyntheticContact, at)
    return address?.slice(address.indexOf('@') + 1) ?? 'ashdale-advisory.example'
  }
  for (const [n, begin] of starts(stream, from, until, random).entries()) {
    const initiator = random.chance(stream.ownerStarts) ? OWNER : random.pick(members)
    const contact = contacts[members[0]!]!
    const isPitch = contact.kind === 'seller'
    const topic = isPitch ? null : random.pick(contact.topics)
    const subject = isPitch
      ? pitches[Math.min(n, pitches.length - 1)]!.subject
      : random.pick(topics[topic!]!.subjects)
    const id = `${prefix}.${stream.id}.${n}`
    const common = { channel, bcc: [], bulk: false, topic, sphere } as const
    if (channel === 'meeting' || channel === 'call') {
      const key = `${id}@ashdale-advisory.example`
      const to = everyone.filter((one) => one !== initiator)
      drawn.push({
        ...common,
        key,
        at: begin,
        from: initiator,
        to,
        cc: [],
        thread: key,
        answers: null,
        subject,
        words: 0,
      })
      continue
    }
    // Who writes is settled first: the truth of a tie follows from these draws alone.
    const authors = [initiator]
    for (const one of random.sample(everyone, everyone.length)) {
      if (one === initiator) continue
      const willing = one === OWNER ? stream.ownerReplies : stream.replies[members.indexOf(one)]!
      if (random.chance(willing)) authors.push(one)
    }
    if (authors.length > 1) {
      const writers = [...authors]
      while (authors.length < MAX_LENGTH && random.chance(stream.continues)) {
        authors.push(random.pick(writers.filter((one) => one !== authors.at(-1))))
      }
    }
    let at = begin
    let thread = ''
    let answers: string | null = null
    for (const [position, author] of authors.entries()) {
      if (position > 0) at = answerTime(at, stream, random)
      if (at >= until) break
      const key: string = `${id}.${position}@${host(author, at)}`
      if (position === 0) thread = key
      const before = authors[position - 1]
      const others = everyone.filter((one) => one !== author)
      // One answers the last author and keeps the others in copy; the first message goes to one person, too.
      const to = before === undefined || before === author ? others.slice(0, 1) : [before]
      const cc = others.filter((one) => !to.includes(one))
      const title = position === 0 || channel === 'message' ? subject : `Re: ${subject}`
      const words = Math.max(4, Math.round(random.heavyTail(0.8) * (channel === 'message' ? 30 : 70)))
      drawn.push({
        ...common,
        key,
        at,
        from: author,
        to,
        cc,
        thread,
        answers,
        subject: title,
        words: Math.min(600, words),
      })
      answers = key
    }
  }
  return drawn
}

/** The meetings of a series in [from, until), those left out missing. */
export function drawSeries(series: Series, from: number, until: number, random: Random): Exchange[] {
  const drawn: Exchange[] = []
  for (let at = series.from; at < until; at += series.everyDays * DAY_MS) {
    const leftOut = random.chance(series.skips)
    if (at < from || leftOut) continue
    drawn.push({
      key: `${series.uid}/${at}`,
      at,
      channel: 'meeting',
      from: OWNER,
      to: [series.member],
      cc: [],
      bcc: [],
      thread: series.uid,
      answers: null,
      subject: series.subject,
      words: 0,
      bulk: false,
      topic: null,
      sphere: 'work',
    })
  }
  return drawn
}

/** The issues of a mailing before `until`, `count` at most. */
export function drawMailing(
  mailing: Mailing,
  host: string,
  until: number,
  count: number,
  prefix: string,
): Exchange[] {
  const drawn: Exchange[] = []
  for (let n = 0; n < count; n++) {
    const at = Math.floor((mailing.from + n * mailing.everyDays * DAY_MS) / 1000) * 1000
    if (at >= until) break
    const key = `${prefix}.m${mailing.sender}.${n}@${host}`
    drawn.push({
      key,
      at,
      channel: 'mail',
      from: mailing.sender,
      to: [OWNER],
      cc: [],
      bcc: [],
      thread: key,
      answers: null,
      subject: mailing.subject.replace('#', String(n + 1)),
      words: 120,
      bulk: true,
      topic: null,
      sphere: 'work',
    })
  }
  return drawn
}
