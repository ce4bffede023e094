import { de as basicsDe, en as basicsEn } from './basics.ts'

/** Up to this multiple of the least, a constraint is told as the least: one decimal would say 1.0. */
const NEARLY_LEAST = 1.05

const en = {
  unknownMe:
    'kith does not know yet whose network this is. Import your own mail or LinkedIn archive, or say which address is yours.',
  studying:
    'kith is looking through everything for the first time. In a large network that takes up to a minute; ask again then.',
  nobodyYet: 'There is nobody in your network yet. Import mail, a calendar or an address book.',
  noTies:
    'Nothing was seen of who knows whom among your contacts. Mail with several recipients, meetings and shared chats show it: import those.',
  noTwoWay:
    'You are in touch both ways with nobody yet, so there is nobody to introduce you. Import what you wrote, too (the Sent folder), or more sources.',
  allKnown:
    'Everybody seen beside your contacts is in touch with you already. More sources, or a colleague’s mailbox, show more people.',
  nobodyFits: (all: number, search: string): string =>
    `None of the ${all} people to meet fits "${search}"; search for part of a name, title, organisation or topic.`,
  onlySoMany: (found: number, offset: number): string =>
    `There are only ${basicsEn.people(found)} to meet; pass over fewer than ${offset}.`,
  view: (vantagePoints: number): string =>
    vantagePoints <= 1
      ? 'Seen from one mailbox: what others exchange without you is not in it, so chances of introductions are low estimates.'
      : `Seen from ${vantagePoints} mailboxes.`,
  inCommon: (n: number, names: readonly string[], more: number): string =>
    `${basicsEn.count(n, 'contact')} in common: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
  theyWrote: (n: number): string => `They wrote to you ${basicsEn.count(n, 'time')}; you have not answered.`,
  youWrote: (n: number): string => `You wrote to them ${basicsEn.count(n, 'time')}; no answer so far.`,
  talksAbout: (topics: readonly string[]): string => `Seen talking about ${topics.join(', ')}, as you do.`,
  noTie: (a: string, b: string): string => `${a} and ${b}: no tie seen.`,
  tie: (
    a: string,
    b: string,
    seen: { readonly exchanged: number; readonly shared: number; readonly declared: boolean },
    last: number | null,
    now: number,
  ): string => {
    const parts = [
      ...(seen.exchanged > 0
        ? [basicsEn.count(seen.exchanged, 'message or meeting', 'messages or meetings')]
        : []),
      ...(seen.shared > 0 ? [`${basicsEn.count(seen.shared, 'message')} that both got`] : []),
      ...(seen.declared ? ['a tie that one of them states'] : []),
    ]
    return `${a} and ${b}: ${parts.join(', ')} seen${last === null ? '' : `, last on ${basicsEn.day(last, now)}`}.`
  },
  ownTie: (name: string): string => `You and ${name} are in touch both ways.`,
  knownYourself: (name: string, closeness: number): string =>
    `You know ${name} yourself (${basicsEn.share(closeness)} chance of an exchange within 30 days): write directly.`,
  introductionLikelier: (probability: number): string =>
    ` An introduction would be likelier to work (${basicsEn.share(probability)}).`,
  noPath: (name: string): string =>
    `Nobody you are in touch with was seen near ${name}, not even over two steps. More sources may show somebody; otherwise write directly, with a reason.`,
  bestPath: (name: string, probability: number): string =>
    `The best way to ${name}: ${basicsEn.share(probability)} that it comes about.`,
  noIntroductions:
    'You have asked for no introduction yet. Once you note whom you asked, kith follows what becomes of it and learns from it.',
  introductions: (passed: number, answered: number, open: number): string =>
    `${answered === 0 ? 'None answered yet' : `${passed} of ${answered} answered were passed on`}${open > 0 ? `; ${basicsEn.count(open, 'waits', 'wait')} for an answer` : ''}.`,
  groupUntied: (size: number): string => `None of your contacts is tied to these ${size} people.`,
  group: (known: number, size: number, connectors: number, first: string): string =>
    `You are in touch with ${known} of ${size}; ${basicsEn.count(connectors, 'contact connects', 'contacts connect')} you to them, first ${first}.`,
  groupByOne: (name: string, size: number): string =>
    `${name} alone connects you to these ${size} people; without ${name} you would not reach them.`,
  bridge: (name: string, people: number, mostlyIn: string | null): string =>
    `${name} alone connects you to ${basicsEn.people(people)}${mostlyIn === null ? '' : `, most of them in “${mostlyIn}”`}.`,
  structure: (people: number, ties: number, vantagePoints: number, groups: number): string =>
    `${basicsEn.people(people)} with ${basicsEn.count(ties, 'tie')} among each other, ${vantagePoints <= 1 ? 'as one mailbox sees them' : `as ${vantagePoints} mailboxes see them`}, in ${basicsEn.count(groups, 'group')} of three or more.`,
  mapAlone: (people: number): string => `${basicsEn.number(people)} people, each for themselves.`,
  map: (shown: number, people: number, drawn: number, ties: number): string =>
    `${shown < people ? `${basicsEn.number(shown)} of ` : ''}${basicsEn.number(people)} people and ${drawn < ties ? `the ${basicsEn.number(drawn)} likeliest of ` : ''}${basicsEn.number(ties)} ties among them.`,
  overlapNobody: 'You are in touch both ways with nobody yet, so there is nothing to overlap.',
  overlapOne: 'You are in touch both ways with one person: everything you hear comes through them.',
  overlap: (
    much: 'little' | 'some' | 'much',
    contacts: number,
    size: number,
    constraint: number,
    floor: number,
  ): string => {
    const [how, meaning] = {
      little: ['little', 'most of them bring you news and people that the others do not'],
      some: ['to some degree', 'some of them know and tell you the same as others do'],
      much: [
        'much',
        'many of them know each other and tell you the same; somebody from elsewhere would add more than one more of them',
      ],
    }[much]
    return (
      `Your ${basicsEn.number(contacts)} contacts overlap ${how}: they bring as much that is different as ` +
      `${size < 10 ? size.toFixed(1) : basicsEn.number(Math.round(size))} who do not know each other, so ${meaning}. ` +
      `(Burt’s constraint is ${basicsEn.significant(constraint, 2)}, ${constraint < floor * NEARLY_LEAST ? 'as low as it can be with so many' : `${basicsEn.decimal(constraint / floor, 1)} times what it would be if no two of them knew each other`}.)`
    )
  },
}

const de: typeof en = {
  unknownMe:
    'kith weiß noch nicht, wessen Netzwerk dies ist. Importieren Sie Ihre eigene Mail oder Ihr LinkedIn-Archiv, oder nennen Sie Ihre Adresse in den Einstellungen.',
  studying:
    'kith sieht zum ersten Mal alles durch. In einem großen Netzwerk dauert das bis zu einer Minute; fragen Sie dann noch einmal.',
  nobodyYet: 'In Ihrem Netzwerk ist noch niemand. Importieren Sie Mail, einen Kalender oder ein Adressbuch.',
  noTies:
    'Wer unter Ihren Kontakten wen kennt, war nirgends zu sehen. Mail an mehrere, Treffen und gemeinsame Chats zeigen es: importieren Sie solche.',
  noTwoWay:
    'Sie haben noch mit niemandem Austausch in beide Richtungen, daher kann Sie niemand vorstellen. Importieren Sie auch, was Sie schrieben (den Ordner der gesendeten Mail), oder weitere Quellen.',
  allKnown:
    'Alle, die neben Ihren Kontakten zu sehen sind, haben schon Kontakt mit Ihnen. Weitere Quellen oder das Postfach einer Kollegin zeigen mehr Personen.',
  nobodyFits: (all, search) =>
    `Niemand von den ${all}, die Sie treffen könnten, passt zu „${search}“; suchen Sie nach einem Teil des Namens, Titels, der Organisation oder eines Themas.`,
  onlySoMany: (found, offset) =>
    `Es gibt nur ${basicsDe.people(found)} zu treffen; überspringen Sie weniger als ${offset}.`,
  view: (vantagePoints) =>
    vantagePoints <= 1
      ? 'Aus einem Postfach gesehen: was andere ohne Sie austauschen, steht nicht darin, daher sind die Aussichten von Vorstellungen niedrig geschätzt.'
      : `Aus ${vantagePoints} Postfächern gesehen.`,
  inCommon: (n, names, more) =>
    `${basicsDe.count(n, 'gemeinsamer Kontakt', 'gemeinsame Kontakte')}: ${names.join(', ')}${more > 0 ? ` und ${more} weitere` : ''}.`,
  theyWrote: (n) => `Die Person schrieb Ihnen ${basicsDe.times(n)}; Sie haben nicht geantwortet.`,
  youWrote: (n) => `Sie schrieben der Person ${basicsDe.times(n)}; bisher keine Antwort.`,
  talksAbout: (topics) => `Schreibt über ${topics.join(', ')}, wie Sie.`,
  noTie: (a, b) => `${a} und ${b}: keine Beziehung gesehen.`,
  tie: (a, b, seen, last, now) => {
    const parts = [
      ...(seen.exchanged > 0
        ? [basicsDe.count(seen.exchanged, 'Nachricht oder Treffen', 'Nachrichten oder Treffen')]
        : []),
      ...(seen.shared > 0 ? [`${basicsDe.count(seen.shared, 'Nachricht', 'Nachrichten')} an beide`] : []),
      ...(seen.declared ? ['eine Beziehung, die einer von beiden angibt'] : []),
    ]
    return `${a} und ${b}: ${parts.join(', ')} gesehen${last === null ? '' : `, zuletzt am ${basicsDe.day(last, now)}`}.`
  },
  ownTie: (name) => `Sie und ${name} haben Austausch in beide Richtungen.`,
  knownYourself: (name, closeness) =>
    `Sie kennen ${name} selbst (${basicsDe.share(closeness)} Aussicht auf einen Austausch in 30 Tagen): schreiben Sie direkt.`,
  introductionLikelier: (probability) =>
    ` Eine Vorstellung hätte bessere Aussicht (${basicsDe.share(probability)}).`,
  noPath: (name) =>
    `Niemand, mit dem Sie Kontakt haben, war in der Nähe von ${name} zu sehen, auch nicht über zwei Schritte. Weitere Quellen zeigen vielleicht jemanden; sonst schreiben Sie direkt, mit einem Anlass.`,
  bestPath: (name, probability) =>
    `Der beste Weg zu ${name}: zu ${basicsDe.share(probability)} kommt die Vorstellung zustande.`,
  noIntroductions:
    'Sie haben noch um keine Vorstellung gebeten. Hier oben steht, wen Sie treffen könnten; dort lässt sich auch festhalten, dass Sie gebeten haben.',
  introductions: (passed, answered, open) =>
    `${answered === 0 ? 'Noch keine Antwort' : `${passed} von ${answered} beantworteten wurden weitergegeben`}${open > 0 ? `; ${open} ${open === 1 ? 'wartet' : 'warten'} auf Antwort` : ''}.`,
  groupUntied: (size) => `Keiner Ihrer Kontakte ist mit diesen ${size} Personen verbunden.`,
  group: (known, size, connectors, first) =>
    `Sie haben Kontakt zu ${known} von ${size}; ${basicsDe.count(connectors, 'Kontakt verbindet', 'Kontakte verbinden')} Sie mit ihnen, zuerst ${first}.`,
  groupByOne: (name, size) =>
    `Allein ${name} verbindet Sie mit diesen ${size} Personen; ohne ${name} würden Sie sie nicht erreichen.`,
  bridge: (name, people, mostlyIn) =>
    `Allein ${name} verbindet Sie mit ${basicsDe.people(people)}${mostlyIn === null ? '' : `, die meisten davon in „${mostlyIn}“`}.`,
  structure: (people, ties, vantagePoints, groups) =>
    `${basicsDe.people(people)} mit ${basicsDe.count(ties, 'Beziehung', 'Beziehungen')} untereinander, ${vantagePoints <= 1 ? 'wie ein Postfach sie sieht' : `wie ${vantagePoints} Postfächer sie sehen`}, in ${basicsDe.count(groups, 'Gruppe', 'Gruppen')} von drei oder mehr.`,
  mapAlone: (people) => `${basicsDe.people(people)}, jede für sich.`,
  map: (shown, people, drawn, ties) =>
    `${shown < people ? `${basicsDe.number(shown)} von ` : ''}${basicsDe.people(people)} und ${drawn < ties ? `die ${basicsDe.number(drawn)} wahrscheinlichsten von ` : ''}${basicsDe.number(ties)} Beziehungen zwischen ihnen.`,
  overlapNobody:
    'Sie haben noch mit niemandem Austausch in beide Richtungen, daher überschneidet sich nichts.',
  overlapOne:
    'Sie haben mit einer Person Austausch in beide Richtungen: alles, was Sie hören, kommt durch sie.',
  overlap: (much, contacts, size, constraint, floor) => {
    const [how, meaning] = {
      little: ['wenig', 'die meisten bringen Ihnen Neues und Personen, die die anderen nicht bringen'],
      some: ['teilweise', 'manche wissen und erzählen Ihnen dasselbe wie andere'],
      much: [
        'stark',
        'viele kennen einander und erzählen Ihnen dasselbe; jemand von anderswo brächte mehr als noch einer von ihnen',
      ],
    }[much]
    return (
      `Ihre ${basicsDe.number(contacts)} Kontakte überschneiden sich ${how}: sie bringen so viel Verschiedenes wie ` +
      `${size < 10 ? basicsDe.decimal(size, 1) : basicsDe.number(Math.round(size))}, die einander nicht kennen; ${meaning}. ` +
      `(Burts Constraint ist ${basicsDe.significant(constraint, 2)}, ${constraint < floor * NEARLY_LEAST ? 'so niedrig, wie er bei so vielen sein kann' : `${basicsDe.decimal(constraint / floor, 1)}-mal so hoch, wie wenn keine zwei sich kennten`}.)`
    )
  },
}

export const discover = { en, de }
