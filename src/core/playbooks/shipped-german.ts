import { shippedPlaybooks } from './shipped.ts'
import type { ShippedId } from './shipped.ts'

type Told = { readonly title: string; readonly subject?: string; readonly message: string }

/** What the shipped playbooks say in German; whom and when they are for is said once, in the English ones. */
const german: Readonly<Record<ShippedId, Told>> = {
  'after-a-conference': {
    title: 'Nach einer Konferenz',
    subject: 'Schön, dass wir gesprochen haben',
    message: `es war gut, persönlich zu sprechen. Ich würde gern bei {topic} weitermachen.
Wollen wir in den nächsten zwei Wochen eine halbe Stunde telefonieren?`,
  },
  'dormant-but-trusted': {
    title: 'Still, aber vertraut',
    subject: 'Lange nichts gehört',
    message: `zuletzt hatten wir am {last date} Kontakt, und ich habe es nicht vergessen.
Wie ging es mit „{last subject}“ weiter?
Ich würde gern hören, woran Sie jetzt arbeiten. Eine Antwort eilt nicht.`,
  },
  'thank-the-referrer': {
    title: 'Für eine Empfehlung danken',
    subject: 'Danke',
    message: `danke für {gave}. Das hat geholfen, und Sie sollen wissen, was daraus wurde:

(ein Satz, was geschah)

Wenn ich etwas für Sie tun kann, sagen Sie es.`,
  },
  'answer-within-the-week': {
    title: 'In einer Woche antworten',
    message: `danke für Ihre Nachricht. Die kurze Antwort:

(Ihre Antwort in einem Satz)

Wenn Sie mehr brauchen, sagen Sie mir, bis wann.`,
  },
  'second-try': {
    title: 'Ein zweiter Versuch, leicht zu beantworten',
    message: `ich hatte Ihnen zu „{last subject}“ geschrieben. Ein Ja oder Nein genügt, und ein Nein ist in Ordnung.`,
  },
  'new-position': {
    title: 'Zur neuen Stelle gratulieren',
    subject: 'Herzlichen Glückwunsch',
    message: `ich habe die Neuigkeit gesehen: {news}. Herzlichen Glückwunsch!
Wenn Sie sich eingelebt haben, würde ich gern hören, wie es ist.`,
  },
  'from-mail-to-meeting': {
    title: 'Von der Mail zum Gespräch',
    subject: 'Wollen wir sprechen?',
    message: `wir schreiben uns schon eine Weile und haben noch nie gesprochen.
Eine halbe Stunde am Telefon, über {topic}?
Mir passt es am (zwei Termine).`,
  },
  'one-useful-thing': {
    title: 'Etwas Nützliches',
    message: `ich bin auf etwas zu {topic} gestoßen, das Ihnen nützen könnte:

(ein Link oder eine Erkenntnis, und ein Satz warum)

Ich musste dabei an „{last subject}“ denken.`,
  },
  'ask-for-a-referral': {
    title: 'Um eine Empfehlung bitten, mit Ausweg',
    subject: 'Eine Frage',
    message: `ich suche {goal}.
Fällt Ihnen eine Person ein, mit der ich sprechen sollte? Wenn nicht, ist das völlig in Ordnung.`,
  },
  'ask-for-an-introduction': {
    title: 'Um eine Vorstellung bitten, die sich weiterleiten lässt',
    message: `würden Sie mich {introduces} vorstellen? Nur, wenn es Ihnen beiden passt.
Hier sind zwei Sätze zum Weiterleiten:

(wer ich bin, in einem Satz)
(worüber ich sprechen möchte, in einem Satz)`,
  },
  'director-once-a-quarter': {
    title: 'Direktoren einmal im Quartal',
    message: `ein kurzes Lebenszeichen: mich beschäftigt {topic}.
Was beschäftigt Sie in diesem Quartal?`,
  },
  'common-ground': {
    title: 'Über jemanden, den beide kennen',
    message: `mir fiel auf, dass wir beide {in common} kennen. Woher kennen Sie sich?
Bei mir geht es meist um {topic}.`,
  },
}

const inGerman = (id: ShippedId): string => {
  const { title, subject, message } = german[id]
  const head = shippedPlaybooks[id]
    .slice(0, shippedPlaybooks[id].indexOf('---\n', 4))
    .replace(/^title: .*$/m, `title: ${title}`)
    .replace(/^subject: .*$/m, `subject: ${subject ?? ''}`)
  return `${head}---\nGuten Tag {first name},\n\n${message}\n`
}

/** The playbooks kith comes with, in German. */
export const shippedInGerman: Readonly<Record<ShippedId, string>> = Object.fromEntries(
  Object.keys(german).map((id) => [id, inGerman(id as ShippedId)]),
) as Record<ShippedId, string>
