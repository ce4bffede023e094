import { de as basicsDe, en as basicsEn } from './basics.ts'

const and = (words: readonly string[]): string => words.join(' and ')
const und = (words: readonly string[]): string => words.join(' und ')
const about = (subject: string | null): string => (subject === null ? '' : ` about “${subject}”`)
const zu = (subject: string | null): string => (subject === null ? '' : ` zu „${subject}“`)

const howEn: Readonly<Record<string, string>> = {
  meeting: 'our meeting',
  call: 'our call',
  post: 'your post',
}
const verbsEn: Readonly<Record<string, string>> = { meeting: 'met', call: 'spoke' }

type Direction = 'out' | 'in' | 'together'

/** What drafts of letters are made of. Lines come in lower case where they go on after the comma of the greeting. */
const en = {
  hello: 'Hello',
  greeting: (name: string): string => `Hello ${name},`,
  yourMessage: 'Your message',
  myMessage: 'My message',
  thankYou: 'Thank you',
  congratulations: 'Congratulations',
  aWhile: 'It has been a while',
  howDidItGoOn: (subject: string): string => `${subject}: how did it go on?`,
  pickingUp: 'Picking up our exchange',
  shallWeMeet: 'Shall we meet?',
  aQuestion: 'A question',
  anIntroduction: 'An introduction',
  introductionTo: (name: string): string => `Introduction to ${name}`,
  thankForMessage: (day: string | null): string =>
    `thank you for your message${day === null ? '' : ` of ${day}`}.`,
  theyWrote: (day: string, subject: string | null): string => `They wrote on ${day}${about(subject)}.`,
  iWrote: (day: string | null, subject: string | null): string =>
    `I wrote to you${day === null ? '' : ` on ${day}${about(subject)}`} and would be glad to hear what you think.`,
  youWrote: (day: string): string => `You wrote on ${day} and had no answer.`,
  thankFor: (given: string): string => `thank you for ${basicsEn.theGiven(given)}: it helped.`,
  theyGave: (given: string): string => `They gave you: ${given}.`,
  nowTitled: (title: string): string => `I see that you are now ${title}: congratulations.`,
  nowAt: (organisation: string): string =>
    `I see that you are now at ${organisation}: congratulations, and a good start there.`,
  changed: (before: string, now: string): string => `Before: ${before}; now: ${now}.`,
  alsoTitled: (title: string): string => `Congratulations on ${title}, too.`,
  alsoAt: (organisation: string): string => `I hope you are well at ${organisation}.`,
  aWhileAgo: (channel: string, subject: string | null, day: string, sameYear: boolean): string =>
    `${howEn[channel] ?? 'our exchange'}${about(subject)} ${sameYear ? 'on' : 'was on'} ${day}${sameYear ? ' is a while ago' : ', too long ago'}, and I would like to hear how you are and what you work on now.`,
  thinkingAbout: (channel: string, subject: string | null): string =>
    `I have been thinking about ${howEn[channel] ?? 'our exchange'}${about(subject)} and would like to go on from there.`,
  meet: 'we have been writing for a while: shall we meet, for a coffee or a call, in the next two weeks?',
  ask: (goal: string): string =>
    `I have a request: I am looking for ${goal}. Does somebody come to mind to whom I should talk?`,
  yourGoal: (goal: string): string => `Your goal: ${goal}.`,
  introduce: (name: string): string =>
    `I believe you are in touch with ${name}. Would you introduce us? Say no without hesitation if it does not fit.`,
  inTouchWith: (name: string): string => `They are in touch with ${name}.`,
  lastExchange: (day: string, subject: string | null, channel: string): string =>
    `Last exchange on ${day}${about(subject)} (${channel}).`,
  /** When the two were last in touch, as a sentence to write to somebody. */
  weLast: (direction: Direction, channel: string, day: string, subject: string | null): string =>
    `${direction === 'in' ? 'You' : direction === 'out' ? 'I' : 'We'} last ${verbsEn[channel] ?? 'wrote'} on ${day}${about(subject)}.`,
  stillBusy: (topics: readonly string[]): string => `I am still busy with ${and(topics)}.`,
  topicsInCommon: (topics: readonly string[]): string => `Topics in common: ${topics.join(', ')}.`,
  areYouInTouch: (names: readonly string[]): string => `Are you in touch with ${and(names)}?`,
  inCommon: (names: readonly string[]): string => `In common: ${names.join(', ')}.`,
  /** What a playbook names: news of somebody, what they gave, and its own title among the facts. */
  news: (field: string, now: string): string =>
    field === 'title' ? `you are now ${now}` : `you are now at ${now}`,
  gave: (given: string): string => given,
  playbook: (title: string): string => `Playbook: ${title}.`,
  /** After the comma of the greeting the sentence goes on: a small letter, but for "I" and names. */
  afterGreeting: (line: string): string =>
    line.startsWith('I ') ? line : `${line[0]!.toLowerCase()}${line.slice(1)}`,
  request: (
    via: string,
    who: string,
    between: string | null,
    known: { readonly name: string; readonly by: 'exchange' | 'messages' } | null,
    topic: { readonly name: string; readonly topic: string } | null,
  ): string => {
    const ask =
      between === null
        ? `would you introduce me to ${who}?`
        : `would you introduce me to ${between}, who may know ${who}?`
    const know =
      known === null
        ? ''
        : known.by === 'exchange'
          ? ` I saw that you and ${known.name} have been in touch.`
          : ` I saw you and ${known.name} on the same messages.`
    const talk = topic === null ? '' : ` I would like to talk with ${topic.name} about ${topic.topic}.`
    return `Hello ${via}, ${ask}${know}${talk} If it does not suit you, just say so, no harm done.`
  },
}

const howDe: Readonly<Record<string, readonly [nominative: string, to: string]>> = {
  meeting: ['unser Treffen', 'unser Treffen'],
  call: ['unser Telefonat', 'unser Telefonat'],
  post: ['Ihr Beitrag', 'Ihren Beitrag'],
}
const exchangeDe = ['unser Austausch', 'unseren Austausch'] as const
const channelsDe: Readonly<Record<string, string>> = {
  mail: 'Mail',
  meeting: 'Treffen',
  message: 'Nachricht',
  post: 'Beitrag',
  call: 'Anruf',
}

const de: typeof en = {
  hello: 'Guten Tag',
  greeting: (name) => `Guten Tag ${name},`,
  yourMessage: 'Ihre Nachricht',
  myMessage: 'Meine Nachricht',
  thankYou: 'Danke',
  congratulations: 'Herzlichen Glückwunsch',
  aWhile: 'Lange nichts gehört',
  howDidItGoOn: (subject) => `${subject}: wie ging es weiter?`,
  pickingUp: 'Zu unserem Austausch',
  shallWeMeet: 'Wollen wir uns treffen?',
  aQuestion: 'Eine Frage',
  anIntroduction: 'Eine Vorstellung',
  introductionTo: (name) => `Vorstellung bei ${name}`,
  thankForMessage: (day) => `danke für Ihre Nachricht${day === null ? '' : ` vom ${day}`}.`,
  theyWrote: (day, subject) => `Nachricht der anderen Seite vom ${day}${zu(subject)}.`,
  iWrote: (day, subject) =>
    `${day === null ? 'ich hatte Ihnen geschrieben' : `am ${day} hatte ich Ihnen${zu(subject)} geschrieben`} und würde mich freuen zu hören, was Sie denken.`,
  youWrote: (day) => `Sie schrieben am ${day} und bekamen keine Antwort.`,
  thankFor: (given) => `danke für ${basicsDe.theGiven(given)}: das hat geholfen.`,
  theyGave: (given) => `Sie bekamen: ${basicsDe.aGiven(given)}.`,
  nowTitled: (title) => `ich sehe, Sie sind jetzt ${title}: herzlichen Glückwunsch.`,
  nowAt: (organisation) =>
    `ich sehe, Sie sind jetzt bei ${organisation}: herzlichen Glückwunsch und einen guten Start dort.`,
  changed: (before, now) => `Vorher: ${before}; jetzt: ${now}.`,
  alsoTitled: (title) => `Herzlichen Glückwunsch auch: jetzt ${title}.`,
  alsoAt: (organisation) => `Ich hoffe, es geht Ihnen gut bei ${organisation}.`,
  aWhileAgo: (channel, subject, day, sameYear) =>
    `${(howDe[channel] ?? exchangeDe)[0]}${zu(subject)} ${sameYear ? `am ${day} ist eine Weile her` : `war am ${day}, zu lange her`}, und ich würde gern hören, wie es Ihnen geht und woran Sie jetzt arbeiten.`,
  thinkingAbout: (channel, subject) =>
    `ich dachte an ${(howDe[channel] ?? exchangeDe)[1]}${zu(subject)} und würde gern daran anknüpfen.`,
  meet: 'wir schreiben uns schon eine Weile: wollen wir uns in den nächsten zwei Wochen treffen, auf einen Kaffee oder ein Telefonat?',
  ask: (goal) =>
    `ich habe eine Bitte: ich suche ${goal}. Fällt Ihnen jemand ein, mit dem ich sprechen sollte?`,
  yourGoal: (goal) => `Ihr Ziel: ${goal}.`,
  introduce: (name) =>
    `ich glaube, Sie haben Kontakt zu ${name}. Würden Sie uns einander vorstellen? Sagen Sie ohne Weiteres nein, wenn es nicht passt.`,
  inTouchWith: (name) => `Die Person hat Kontakt zu ${name}.`,
  lastExchange: (day, subject, channel) =>
    `Letzter Austausch am ${day}${zu(subject)} (${channelsDe[channel] ?? channel}).`,
  weLast: (direction, channel, day, subject) => {
    if (channel === 'meeting') return `Zuletzt trafen wir uns am ${day}${zu(subject)}.`
    if (channel === 'call') return `Zuletzt sprachen wir am ${day}${zu(subject)}.`
    const wrote =
      direction === 'in' ? 'schrieben Sie' : direction === 'out' ? 'schrieb ich' : 'schrieben wir uns'
    return `Zuletzt ${wrote} am ${day}${zu(subject)}.`
  },
  stillBusy: (topics) => `Mich beschäftigt weiterhin: ${und(topics)}.`,
  topicsInCommon: (topics) => `Gemeinsame Themen: ${topics.join(', ')}.`,
  areYouInTouch: (names) => `Haben Sie Kontakt zu ${und(names)}?`,
  inCommon: (names) => `Gemeinsam: ${names.join(', ')}.`,
  news: (field, now) => (field === 'title' ? `Sie sind jetzt ${now}` : `Sie sind jetzt bei ${now}`),
  gave: (given) => basicsDe.theGiven(given),
  playbook: (title) => `Leitfaden: ${title}.`,
  /** German lines come as they are: most nouns keep their capital. */
  afterGreeting: (line) => line,
  request: (via, who, between, known, topic) => {
    const ask =
      between === null
        ? `würden Sie mich ${who} vorstellen?`
        : `würden Sie mich ${between} vorstellen? Über diesen Kontakt möchte ich ${who} erreichen.`
    const know =
      known === null
        ? ''
        : known.by === 'exchange'
          ? ` Ich sah, dass Sie und ${known.name} in Kontakt waren.`
          : ` Ich sah Sie und ${known.name} in denselben Nachrichten.`
    const talk = topic === null ? '' : ` Mit ${topic.name} möchte ich über ${topic.topic} sprechen.`
    return `Guten Tag ${via}, ${ask}${know}${talk} Wenn es Ihnen nicht passt, sagen Sie es einfach.`
  },
}

export const draft = { en, de }
