import type { GoalKind, GoalPeriod } from '../model/goal.ts'
import type { Segment, SegmentPart } from '../model/segment.ts'
import { segmentParts } from '../model/segment.ts'
import type { Basics } from './basics.ts'
import { de as basicsDe, en as basicsEn } from './basics.ts'

type Pillar = 'calibre' | 'closeness' | 'number'
type Goal = {
  readonly kind: GoalKind
  readonly target: number
  readonly period: GoalPeriod
  readonly segment?: Segment | null | undefined
}

/** "in software, at Acme"; empty for everybody. */
const segmentIn = (
  words: Record<SegmentPart, (value: string) => string>,
  segment: Segment | null | undefined,
) =>
  segment == null
    ? ''
    : segmentParts.flatMap((part) => (segment[part] ? [words[part](segment[part])] : [])).join(', ')

/** "5 referrals a quarter", "1 hire a year", "2 sales a quarter (in software)". */
const goalIn =
  (basics: Basics) =>
  ({ kind, target, period, segment }: Goal): string => {
    const { one, many } = basics.nouns[kind]
    const about = segmentIn(basics.segment, segment)
    return `${basics.number(target)} ${target === 1 ? one : many} ${basics.per(period)}${about === '' ? '' : ` (${about})`}`
  }

const goalEn = goalIn(basicsEn)
const goalDe = goalIn(basicsDe)

const tenthMoreEn: Readonly<Record<Pillar, string>> = {
  calibre: 'contacts with a tenth more influence in your field',
  closeness: 'a tenth more closeness and trust',
  number: 'a tenth more contacts like yours',
}

const en = {
  goal: goalEn,
  yourGoals: 'your goals',
  segment: (segment: Segment | null | undefined): string => segmentIn(basicsEn.segment, segment),
  pillar: {
    calibre: 'influence in your field',
    closeness: 'closeness and trust',
    number: 'the number of contacts',
  } as Readonly<Record<Pillar, string>>,
  nobodyCounts: {
    number: 'You have no contacts yet. Import a mailbox, a calendar or an export of a network to begin.',
    closeness:
      'None of your contacts counts yet: kith has seen no exchange in both directions. Begin with a conversation.',
    calibre: 'None of your contacts counts yet: none has influence in your field, as far as kith can see.',
  } as Readonly<Record<Pillar, string>>,
  nothingHolds: (aim: string, probability: number): string =>
    `Nothing holds you back: you reach ${aim} with ${basicsEn.share(probability)} probability.`,
  farOff: (aim: string, pillar: string): string =>
    `${aim} is far out of reach; ${pillar} is where a start brings most.`,
  enoughFor: (aim: string, probability: number): string =>
    `You have enough for ${aim} (${basicsEn.share(probability)}). What would still bring most is`,
  bottleneckFor: (aim: string): string => `The bottleneck for ${aim} is`,
  level: (pillars: readonly string[]): string => `, nearly level with ${pillars.join(' and with ')}`,
  wouldRaise: (pillar: Pillar, from: number, to: number): string =>
    `${tenthMoreEn[pillar]} would raise the probability from ${basicsEn.share(from)} to ${basicsEn.share(to)}`,
  wouldRaiseTo: (pillar: Pillar, to: number): string => `${tenthMoreEn[pillar]}, to ${basicsEn.share(to)}`,
  missing: (goal: Goal, confidence: number, have: number, missing: number): string =>
    `${basicsEn.number(have)} of your contacts ${have === 1 ? 'counts' : 'count'}. To reach ${goalEn(goal)} with ${basicsEn.share(confidence)} probability, ${basicsEn.number(missing)} more like your best tenth ${missing === 1 ? 'is' : 'are'} missing.`,
  enough: (goal: Goal, confidence: number, have: number, needed: number): string =>
    `Your ${needed === 1 ? 'best contact alone' : `${basicsEn.number(needed)} best contacts`} would be enough to reach ${goalEn(goal)} with ${basicsEn.share(confidence)} probability; ${basicsEn.number(have)} of your contacts ${have === 1 ? 'counts' : 'count'}.`,
  noneCounts: 'None of your contacts counts yet: it takes an exchange in both directions.',
  outOfReach: (most: number): string =>
    `More than ${basicsEn.number(most)} further contacts like your best tenth would not be enough.`,
  nobodyInSegment: (segment: Segment | null | undefined): string =>
    `None of your contacts is known to be ${segmentIn(basicsEn.segment, segment)}: widen the goal's segment, tag people, or import a source that says more of them.`,
  rateAssumed: (kind: GoalKind, rate: number): string =>
    `kith assumes that a typical good contact brings one ${basicsEn.nouns[kind].one} in a quarter with ${basicsEn.share(rate)} probability; set your own rate if you know better.`,
  rateStated: (kind: GoalKind, rate: number): string =>
    `You expect one ${basicsEn.nouns[kind].one} in a quarter from a typical good contact with ${basicsEn.share(rate)} probability; how closeness and trust change it is assumed.`,
  rateLearned: (kind: GoalKind, rate: number, low: number, high: number, outcomes: number): string =>
    `Learned from ${basicsEn.number(outcomes)} outcomes of yours: a typical good contact brings one ${basicsEn.nouns[kind].one} in a quarter with ${basicsEn.share(rate)} probability (95 % sure that it lies between ${basicsEn.share(low)} and ${basicsEn.share(high)}).`,
  rateNotLearned: (kind: GoalKind, rate: number, outcomes: number, least: number): string =>
    `Not yet learned: ${outcomes} of ${least} ${basicsEn.nouns[kind].many} recorded. Assumed is ${basicsEn.share(rate)} a typical good contact and quarter.`,
  ended: (goal: Goal, last: number, now: number): string =>
    `The goal of ${goalEn(goal)} ended on ${basicsEn.day(last, now)} and no longer counts; change its end, or remove it.`,
  wrongTarget: (target: number): string => `A goal needs a whole number of at least 1; ${target} is none.`,
  wrongConfidence: 'How sure you want to be must lie between 0 and 100 %, both left out.',
  wrongRate: 'A base rate must lie between 0 and 100 %, both left out.',
  wrongWeight: 'The weight of a goal must be above 0.',
  calibreNobody: 'Nobody counts yet: it takes an exchange in both directions.',
  calibreUnknown: (counting: number): string =>
    `Unknown for ${counting === 1 ? 'the one contact who counts' : `all ${basicsEn.number(counting)} who count`}: mail alone does not show influence. A LinkedIn export brings titles.`,
  calibre: (high: number, known: number, from: number, unknown: number): string =>
    `${basicsEn.number(high)} of ${basicsEn.count(known, 'contact')} with known influence in your field stand high (${basicsEn.share(from)} or more); ${basicsEn.number(unknown)} are unknown.`,
  closenessNobody: 'kith has seen no exchange in both directions yet.',
  closeness: (alive: number, expected: number, dormant: number): string =>
    `${basicsEn.count(alive, 'tie is', 'ties are')} alive; expect an exchange with ${basicsEn.count(expected, 'contact')} in the next 30 days. ${
      dormant === 0
        ? 'None is dormant but trusted.'
        : `${basicsEn.count(dormant, 'trusted tie lies', 'trusted ties lie')} dormant and can be woken.`
    }`,
  numberNoGoal: 'Set a goal to see how many contacts it takes.',
  goalsEnded: 'Your goals have ended: change or add one with kith goal.',
  whatIf: (points: number, after: number, before: number, minutes: number | null): string =>
    `Worth would ${Math.abs(points) < 0.05 ? 'stay at' : points > 0 ? 'rise to' : 'fall to'} ${basicsEn.share(after)} (now ${basicsEn.share(before)}${minutes === null ? '' : `, in ${minutes} minutes a week`}).`,
  sizingNobody:
    'None of your contacts counts for this goal yet: it takes an exchange in both directions, calibre, and, where the goal names a segment, people in it.',
  sizing: (goal: Goal, contacts: number, each: number, needed: number | null): string =>
    `${goalEn(goal)}: your ${basicsEn.number(contacts)} contacts who count are worth ${basicsEn.share(each)} each on average; of such, it would take ${needed === null ? 'out of reach' : basicsEn.number(needed)}.`,
  attentionNobody:
    'None of your contacts counts for this goal yet, so that no time spent on them changes its probability.',
  attention: (goal: Goal, minutes: number, kept: number, contacts: number, probability: number): string =>
    `In ${minutes} minutes a week you can keep up ${kept} of ${basicsEn.number(contacts)} contacts: ${basicsEn.share(probability)} for ${goalEn(goal)}.`,
  bestBringAll: (best: number): string =>
    `The ${basicsEn.number(best)} best bring all of it: the others neither help nor cost much.`,
  bestAlone: (best: number, probability: number): string =>
    `With the ${basicsEn.number(best)} best alone it would be ${basicsEn.share(probability)}: the others take more time than they bring.`,
  moreHelp: 'More of them would still help.',
  /** What one contact adds. `goal` is null where there are several. */
  personNothing:
    'Adds nothing to your goals yet: there was no exchange in both directions, and people recommend those they know.',
  person: (
    goal: Goal | null,
    assumed: boolean,
    expected: number,
    points: number,
    calibreUnknown: boolean,
  ): string =>
    `Expect ${expected < 0.01 ? 'fewer than 0.01' : expected.toFixed(2)} successes from this contact in ${goal === null ? 'the period of each goal' : `a ${goal.period}`}; without them the probability of ${goal === null ? 'your goals' : `${goalEn(goal)}${assumed ? ' (assumed until you set a goal)' : ''}`} would be ${points.toFixed(2)} points lower.${calibreUnknown ? ' Their calibre is unknown and counts as the middle of the scale.' : ''}`,
}

const tenthMoreDe: Readonly<Record<Pillar, string>> = {
  calibre: 'ein Zehntel mehr Einfluss der Kontakte in Ihrem Fachgebiet',
  closeness: 'ein Zehntel mehr Nähe und Vertrauen',
  number: 'ein Zehntel mehr Kontakte wie Ihre',
}

const countDe = (have: number): string =>
  `${basicsDe.number(have)} Ihrer Kontakte ${have === 1 ? 'zählt' : 'zählen'}`

const de: typeof en = {
  goal: goalDe,
  yourGoals: 'Ihre Ziele',
  segment: (segment) => segmentIn(basicsDe.segment, segment),
  pillar: {
    calibre: 'der Einfluss in Ihrem Fachgebiet',
    closeness: 'die Beziehung (Nähe und Vertrauen)',
    number: 'die Zahl der Kontakte',
  },
  nobodyCounts: {
    number:
      'Sie haben noch keine Kontakte. Importieren Sie ein Postfach, einen Kalender oder den Export eines Netzwerks, um zu beginnen.',
    closeness:
      'Noch zählt keiner Ihrer Kontakte: kith hat keinen Austausch in beide Richtungen gesehen. Beginnen Sie mit einem Gespräch.',
    calibre:
      'Noch zählt keiner Ihrer Kontakte: keiner hat Einfluss in Ihrem Fachgebiet, soweit kith sehen kann.',
  },
  nothingHolds: (aim, probability) =>
    `Nichts hält Sie zurück: ${aim} erreichen Sie mit ${basicsDe.share(probability)} Wahrscheinlichkeit.`,
  farOff: (aim, pillar) => `Weit außer Reichweite: ${aim}. Am meisten bringt ein Anfang hier: ${pillar}.`,
  enoughFor: (aim, probability) =>
    `Für ${aim} haben Sie genug (${basicsDe.share(probability)}). Am meisten brächte noch`,
  bottleneckFor: (aim) => `Der Engpass für ${aim} ist`,
  level: (pillars) => `, fast gleichauf ${pillars.join(' und ')}`,
  wouldRaise: (pillar, from, to) =>
    `${tenthMoreDe[pillar]} würde die Wahrscheinlichkeit von ${basicsDe.share(from)} auf ${basicsDe.share(to)} heben`,
  wouldRaiseTo: (pillar, to) => `${tenthMoreDe[pillar]} auf ${basicsDe.share(to)}`,
  missing: (goal, confidence, have, missing) =>
    `${countDe(have)}. Um ${goalDe(goal)} mit ${basicsDe.share(confidence)} Wahrscheinlichkeit zu erreichen, ${missing === 1 ? 'fehlt' : 'fehlen'} noch ${basicsDe.number(missing)} wie Ihr bestes Zehntel.`,
  enough: (goal, confidence, have, needed) =>
    `${needed === 1 ? 'Ihr bester Kontakt allein würde' : `Ihre ${basicsDe.number(needed)} besten Kontakte würden`} genügen, um ${goalDe(goal)} mit ${basicsDe.share(confidence)} Wahrscheinlichkeit zu erreichen; ${countDe(have)}.`,
  noneCounts: 'Noch zählt keiner Ihrer Kontakte: dazu gehört ein Austausch in beide Richtungen.',
  outOfReach: (most) =>
    `Mehr als ${basicsDe.number(most)} weitere Kontakte wie Ihr bestes Zehntel würden nicht genügen.`,
  nobodyInSegment: (segment) =>
    `Von keinem Ihrer Kontakte ist bekannt, dass er dazugehört (${segmentIn(basicsDe.segment, segment)}): fassen Sie das Ziel weiter, vergeben Sie Schlagwörter, oder importieren Sie eine Quelle, die mehr über sie sagt.`,
  rateAssumed: (kind, rate) =>
    `kith nimmt an, dass ein typischer guter Kontakt im Quartal mit ${basicsDe.share(rate)} Wahrscheinlichkeit Erfolg bringt (${basicsDe.nouns[kind].one}); setzen Sie Ihre eigene Rate, wenn Sie es besser wissen.`,
  rateStated: (kind, rate) =>
    `Sie erwarten von einem typischen guten Kontakt im Quartal mit ${basicsDe.share(rate)} Wahrscheinlichkeit einen Erfolg (${basicsDe.nouns[kind].one}); wie Nähe und Vertrauen das ändern, ist angenommen.`,
  rateLearned: (kind, rate, low, high, outcomes) =>
    `Gelernt aus ${basicsDe.number(outcomes)} Ihrer Ergebnisse: ein typischer guter Kontakt bringt im Quartal mit ${basicsDe.share(rate)} Wahrscheinlichkeit Erfolg (${basicsDe.nouns[kind].one}; zu 95 % sicher zwischen ${basicsDe.share(low)} und ${basicsDe.share(high)}).`,
  rateNotLearned: (kind, rate, outcomes, least) =>
    `Noch nicht gelernt: ${outcomes} von ${least} Ergebnissen festgehalten (${basicsDe.nouns[kind].many}). Angenommen sind ${basicsDe.share(rate)} je typischem gutem Kontakt und Quartal.`,
  ended: (goal, last, now) =>
    `Das Ziel ${goalDe(goal)} endete am ${basicsDe.day(last, now)} und zählt nicht mehr; ändern Sie sein Ende, oder entfernen Sie es.`,
  wrongTarget: (target) => `Ein Ziel braucht eine ganze Zahl von mindestens 1; ${target} ist keine.`,
  wrongConfidence: 'Wie sicher Sie sein wollen, muss zwischen 0 und 100 % liegen, beide ausgenommen.',
  wrongRate: 'Eine Grundrate muss zwischen 0 und 100 % liegen, beide ausgenommen.',
  wrongWeight: 'Das Gewicht eines Ziels muss über 0 liegen.',
  calibreNobody: 'Noch zählt niemand: dazu gehört ein Austausch in beide Richtungen.',
  calibreUnknown: (counting) =>
    `Unbekannt für ${counting === 1 ? 'den einen Kontakt, der zählt' : `alle ${basicsDe.number(counting)}, die zählen`}: Mail allein zeigt keinen Einfluss. Ein LinkedIn-Export bringt Titel.`,
  calibre: (high, known, from, unknown) =>
    `${basicsDe.number(high)} von ${basicsDe.count(known, 'Kontakt', 'Kontakten')} mit bekanntem Einfluss in Ihrem Fachgebiet ${high === 1 ? 'steht' : 'stehen'} hoch (${basicsDe.share(from)} oder mehr); von ${basicsDe.number(unknown)} ist er unbekannt.`,
  closenessNobody: 'kith hat noch keinen Austausch in beide Richtungen gesehen.',
  closeness: (alive, expected, dormant) =>
    `${basicsDe.count(alive, 'Beziehung ist', 'Beziehungen sind')} lebendig; erwarten Sie in den nächsten 30 Tagen Austausch mit ${basicsDe.count(expected, 'Kontakt', 'Kontakten')}. ${
      dormant === 0
        ? 'Keine vertraute liegt still.'
        : `${basicsDe.count(dormant, 'vertraute Beziehung liegt', 'vertraute Beziehungen liegen')} still und ${dormant === 1 ? 'lässt' : 'lassen'} sich wecken.`
    }`,
  numberNoGoal: 'Setzen Sie ein Ziel, um zu sehen, wie viele Kontakte es braucht.',
  goalsEnded: 'Ihre Ziele sind zu Ende: ändern Sie eines, oder setzen Sie ein neues.',
  whatIf: (points, after, before, minutes) =>
    `Der Wert würde ${Math.abs(points) < 0.05 ? `bei ${basicsDe.share(after)} bleiben` : `auf ${basicsDe.share(after)} ${points > 0 ? 'steigen' : 'fallen'}`} (jetzt ${basicsDe.share(before)}${minutes === null ? '' : `, in ${minutes} Minuten pro Woche`}).`,
  sizingNobody:
    'Für dieses Ziel zählt noch keiner Ihrer Kontakte: dazu gehören ein Austausch in beide Richtungen, Kaliber und, wo das Ziel einen Kreis nennt, Personen darin.',
  sizing: (goal, contacts, each, needed) =>
    `${goalDe(goal)}: Ihre ${basicsDe.number(contacts)} Kontakte, die zählen, sind im Mittel je ${basicsDe.share(each)} wert; ${needed === null ? 'von solchen würden keine genügen' : `von solchen bräuchte es ${basicsDe.number(needed)}`}.`,
  attentionNobody:
    'Für dieses Ziel zählt noch keiner Ihrer Kontakte, daher ändert Zeit für sie nichts an seiner Wahrscheinlichkeit.',
  attention: (goal, minutes, kept, contacts, probability) =>
    `In ${minutes} Minuten pro Woche können Sie ${kept} von ${basicsDe.number(contacts)} Kontakten pflegen: ${basicsDe.share(probability)} für ${goalDe(goal)}.`,
  bestBringAll: (best) =>
    `Die besten ${basicsDe.number(best)} bringen alles davon: die übrigen helfen nicht und kosten kaum.`,
  bestAlone: (best, probability) =>
    `Mit den besten ${basicsDe.number(best)} allein wären es ${basicsDe.share(probability)}: die übrigen nehmen mehr Zeit, als sie bringen.`,
  moreHelp: 'Mehr von ihnen würden noch helfen.',
  personNothing:
    'Trägt noch nichts zu Ihren Zielen bei: es gab keinen Austausch in beide Richtungen, und man empfiehlt, wen man kennt.',
  person: (goal, assumed, expected, points, calibreUnknown) =>
    `Erwarten Sie ${expected < 0.01 ? 'weniger als 0,01' : basicsDe.decimal(expected, 2)} Erfolge von diesem Kontakt ${goal === null ? 'im Zeitraum jedes Ziels' : basicsDe.per(goal.period)}; ohne ihn läge die Wahrscheinlichkeit ${goal === null ? 'Ihrer Ziele' : `von ${goalDe(goal)}${assumed ? ' (angenommen, bis Sie ein Ziel setzen)' : ''}`} um ${basicsDe.decimal(points, 2)} Punkte niedriger.${calibreUnknown ? ' Das Kaliber ist unbekannt und zählt als Mitte der Skala.' : ''}`,
}

export const worth = { en, de }
