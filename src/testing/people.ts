import { inventedProviders } from '#core/identity/mail-providers.ts'
import type { Random } from './random.ts'
import type { SyntheticContact, SyntheticOrganisation, TieKind } from './model.ts'
import { DAY_MS, isAutomatic, tieKinds } from './model.ts'
import { nameLists } from './words/names.ts'
import { firstWords, newsletters, places, roleSenders, secondWords, trades } from './words/organisations.ts'
import type { Nearness } from './words/titles.ts'
import { rungs, titlesFor } from './words/titles.ts'
import { topics } from './words/topics.ts'

/** A contact before the course of the tie is known. */
export type Draft = Omit<SyntheticContact, 'truth'> & {
  readonly truth: Omit<SyntheticContact['truth'], 'closeness'>
}

/** How contacts divide into kinds. Few are close: Dunbar's layers of 5, 15, 50, 150, and a long tail. */
const shareOfKind: Readonly<Record<TieKind, number>> = {
  collaborator: 0.004,
  client: 0.015,
  friend: 0.01,
  dormant: 0.04,
  peer: 0.08,
  acquaintance: 0.3,
  connection: 0.45,
  seller: 0.069,
  newsletter: 0.02,
  role: 0.012,
}

/** How well a source knows contacts of a kind, as probabilities, and how deep the tie is. */
const habits: Readonly<
  Record<TieKind, { linkedin: number; card: number; moved: number; trust: readonly [number, number] }>
> = {
  collaborator: { linkedin: 0.95, card: 0.95, moved: 0.15, trust: [0.8, 1] },
  client: { linkedin: 0.9, card: 0.92, moved: 0.12, trust: [0.5, 0.9] },
  friend: { linkedin: 0.6, card: 0.95, moved: 0.2, trust: [0.8, 1] },
  dormant: { linkedin: 0.9, card: 0.85, moved: 0, trust: [0.6, 0.95] },
  peer: { linkedin: 0.75, card: 0.8, moved: 0.08, trust: [0.2, 0.5] },
  acquaintance: { linkedin: 0.15, card: 0.12, moved: 0, trust: [0.05, 0.15] },
  connection: { linkedin: 1, card: 0.02, moved: 0, trust: [0, 0.05] },
  seller: { linkedin: 0, card: 0, moved: 0, trust: [0, 0] },
  newsletter: { linkedin: 0, card: 0, moved: 0, trust: [0, 0] },
  role: { linkedin: 0, card: 0, moved: 0, trust: [0, 0] },
}

/** Of acquaintances, how many were met on LinkedIn and never by mail. */
const LINKEDIN_ACQUAINTANCES = 0.35
/** How often the list of connections shows the address; 3 to 4 % in real exports. */
const SHOWS_MAIL = 0.04

/** How many contacts of each kind there are: by largest remainder, at least one of each where there is room. */
export function kindCounts(contacts: number): Map<TieKind, number> {
  const wanted = tieKinds.map((kind) => ({ kind, exact: contacts * shareOfKind[kind] }))
  const least = contacts >= 2 * tieKinds.length ? 1 : 0
  const counts = new Map(wanted.map(({ kind, exact }) => [kind, Math.max(least, Math.floor(exact))]))
  const byRemainder = wanted.toSorted((a, b) => (b.exact % 1) - (a.exact % 1))
  const sum = (): number => [...counts.values()].reduce((total, count) => total + count, 0)
  for (let i = 0; sum() < contacts; i++) {
    const kind = byRemainder[i % byRemainder.length]!.kind
    counts.set(kind, counts.get(kind)! + 1)
  }
  // The minimum of one may have taken too many: the commonest kind gives them back.
  counts.set('connection', counts.get('connection')! - (sum() - contacts))
  return counts
}

/** Letters of an address: Latin without accents. */
const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', æ: 'ae', đ: 'd', ı: 'i' }
export const plainLetters = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[ßøłæđı]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '')

export function makeOrganisations(count: number, random: Random): SyntheticOrganisation[] {
  const made: SyntheticOrganisation[] = []
  const taken = new Set<string>()
  for (let id = 0; id < count; id++) {
    const trade = random.pick(trades)
    let name: string
    let domain: string
    do {
      name = `${random.pick(firstWords)}${random.pick(secondWords)} ${random.pick(trade.suffixes)}`
      domain = `${name.toLowerCase().replace(' ', '-')}.example`
    } while (taken.has(domain))
    taken.add(domain)
    made.push({ id, name, domain, industry: trade.industry, standing: random.between(0, 1) ** 2 })
  }
  return made
}

/** One of `organisations`, the first ones far more often: sizes fall as 1/(rank + 5). */
function pickOrganisation(
  organisations: readonly SyntheticOrganisation[],
  random: Random,
): SyntheticOrganisation {
  const n = organisations.length
  const rank = Math.floor(5 * ((n + 5) / 5) ** random.between(0, 1) - 5)
  return organisations[Math.min(n - 1, rank)]!
}

function nearnessIn(organisation: SyntheticOrganisation | null, random: Random): Nearness {
  const trade = trades.find(({ industry }) => industry === organisation?.industry)
  const u = random.between(0, 1)
  const inField = trade?.inField ?? 0.1
  if (u < inField) return 'field'
  return u < inField + (trade?.near ?? 0.1) ? 'near' : 'far'
}

const relevance: Readonly<Record<Nearness, number>> = { field: 1, near: 0.6, far: 0.2 }

/** British area codes with the beginnings that Ofcom keeps free for drama; a thousand numbers each. */
const FREE_FOR_DRAMA =
  '2079460 1134960 1144960 1164960 1174960 1184960 1214960 1314960 1414960 1514960 1614960 2890180 2920180'.split(
    ' ',
  )

/** A number that nobody has. Mobile ones exist, too, but programs that check numbers take them for mistakes. */
function fictionalPhone(serial: number): string {
  const area = FREE_FOR_DRAMA[Math.floor(serial / 1000) % FREE_FOR_DRAMA.length]!
  return `+44${area}${String(serial % 1000).padStart(3, '0')}`
}

/** All contacts with who they are and how sources know them, in random order of kinds. */
export function makePeople(
  kinds: readonly TieKind[],
  organisations: readonly SyntheticOrganisation[],
  at: number,
  begin: number,
  random: Random,
): Draft[] {
  const usedNames = new Set<string>()
  const usedAddresses = new Set<string>()
  const clientHouses: SyntheticOrganisation[] = []
  let peersPlaced = 0
  let automatic = 0

  const unusedAddress = (local: string, domain: string): string => {
    let address = `${local}@${domain}`
    for (let n = 2; usedAddresses.has(address); n++) address = `${local}${n}@${domain}`
    usedAddresses.add(address)
    return address
  }

  const machine = (id: number, kind: TieKind): Draft => {
    const organisation = organisations[(automatic * 7 + 3) % organisations.length]!
    const letter = newsletters[automatic % newsletters.length]!
    const desk = roleSenders[automatic % roleSenders.length]!
    automatic++
    const isLetter = kind === 'newsletter'
    const name = isLetter ? letter.name : `${organisation.name} ${desk.name}`
    const address = unusedAddress(isLetter ? 'newsletter' : desk.local, `mail.${organisation.domain}`)
    return {
      id,
      kind,
      name,
      mails: [{ address, until: Infinity }],
      linkedin: null,
      phone: null,
      organisation,
      title: null,
      place: random.pick(places),
      connectedAt: null,
      showsMail: false,
      card: null,
      topics: [],
      truth: { calibre: 0, seniority: null, nearness: null, trust: 0 },
    }
  }

  const house = (kind: TieKind): SyntheticOrganisation | null => {
    if (kind === 'friend' ? random.chance(0.6) : random.chance(0.06)) return null
    // Peers come two to a client's house, so that there are project teams.
    if (kind === 'peer') {
      const shared = clientHouses[Math.floor(peersPlaced++ / 2)]
      if (shared) return shared
    }
    return pickOrganisation(organisations, random)
  }

  const person = (id: number, kind: TieKind): Draft => {
    const names = nameLists[random.weighted(nameLists.map(({ weight }) => weight))]!
    let given: string
    let family: string
    // Namesakes exist, but few.
    do {
      given = random.pick(names.given)
      family = random.pick(names.family)
    } while (usedNames.has(`${given} ${family}`) && !random.chance(0.03))
    const name = `${given} ${family}`
    usedNames.add(name)
    const habit = habits[kind]
    const organisation = house(kind)
    if (kind === 'client' && organisation) clientHouses.push(organisation)

    const onLinkedIn =
      kind === 'connection' || (kind === 'acquaintance' && random.chance(LINKEDIN_ACQUAINTANCES))
    const linkedin = onLinkedIn || random.chance(habit.linkedin)
    const [g, f] = [plainLetters(given), plainLetters(family)]
    const local = random.pick([`${g}.${f}`, `${g}.${f}`, `${g[0]}${f}`, `${g}${f[0]}`, g])
    const mails: { address: string; until: number }[] = []
    if (!onLinkedIn || random.chance(0.04)) {
      if (random.chance(habit.moved)) {
        const before = pickOrganisation(organisations, random)
        mails.push({
          address: unusedAddress(`${g}.${f}`, before.domain),
          until: random.between(begin + 0.2 * (at - begin), begin + 0.8 * (at - begin)),
        })
      }
      const domain = organisation && kind !== 'friend' ? organisation.domain : random.pick(inventedProviders)
      mails.push({ address: unusedAddress(local, domain), until: Infinity })
    }

    const rung = random.weighted(rungs.map(({ weight }) => weight))
    const nearness = nearnessIn(organisation, random)
    const { seniority } = rungs[rung]!
    const standing = organisation?.standing ?? 0.2
    const near = relevance[nearness]
    const calibre = near * (0.6 * seniority + 0.2 * standing + 0.2 * random.between(0, 1)) + 0.1 * (1 - near)
    const connectedAt = linkedin
      ? Math.floor(random.between(begin - (at - begin), at) / DAY_MS) * DAY_MS
      : null
    const card = random.chance(habit.card) ? { linkedin: linkedin && random.chance(0.85) } : null
    const sphere = kind === 'friend' ? 'private' : 'work'
    const ofSphere = topics.flatMap((topic, i) => (topic.sphere === sphere ? [i] : []))
    return {
      id,
      kind,
      name,
      mails,
      // Some slugs keep their accents, percent-encoded in URLs.
      linkedin: linkedin
        ? `${id % 7 === 0 ? `${given}-${family}`.toLowerCase() : `${g}-${f}`}-sample${id}`
        : null,
      phone: card || random.chance(0.1) ? fictionalPhone(id) : null,
      organisation,
      title: organisation ? random.pick(titlesFor(rung, nearness, names.language)) : null,
      place: random.pick(places),
      connectedAt,
      showsMail: linkedin && mails.length > 0 && random.chance(SHOWS_MAIL),
      card,
      topics: random.sample(ofSphere, 3),
      truth: { calibre, seniority, nearness, trust: random.between(...habit.trust) },
    }
  }

  // Clients first, so that peers find their houses; ids stay those of the shuffled order.
  const drafts: Draft[] = []
  const order = [...kinds.entries()].toSorted(
    ([i, a], [j, b]) => Number(b === 'client') - Number(a === 'client') || i - j,
  )
  for (const [id, kind] of order) drafts.push(isAutomatic(kind) ? machine(id, kind) : person(id, kind))
  return drafts.toSorted((a, b) => a.id - b.id)
}
