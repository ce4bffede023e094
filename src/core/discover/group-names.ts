/** What is known of a member of a group. */
export type Member = {
  readonly organisation: string | null
  /** Domain of the address; null where it is a public mail provider's or unknown. */
  readonly domain: string | null
  readonly topics: readonly string[]
}

export type GroupName = {
  /** Commonest organisations and how many members belong to each, most first. */
  readonly organisations: readonly { readonly name: string; readonly members: number }[]
  readonly topics: readonly string[]
  /** A few words to call it by. */
  readonly name: string
}

/** Share of the members that an organisation needs to name the group. */
const NAMING_SHARE = 0.2
/** Share of the members that are to be seen talking about a topic for it to name the group. */
const TOPIC_SHARE = 0.05
const SHOWN_ORGANISATIONS = 3
const SHOWN_TOPICS = 3

/** The commonest values, most first, then by spelling; values that fewer than `least` have are left out. */
function commonest(values: readonly string[], least: number): { name: string; members: number }[] {
  const counts = new Map<string, { readonly name: string; members: number }>()
  for (const name of values) {
    const key = name.toLowerCase()
    const known = counts.get(key)
    if (known) known.members++
    else counts.set(key, { name, members: 1 })
  }
  return [...counts.values()]
    .filter(({ members }) => members >= least)
    .sort((a, b) => b.members - a.members || (a.name < b.name ? -1 : 1))
}

/** Whether it reads as a word: letters only, at least four, one of them a vowel where the script has vowels. */
const isWord = (topic: string): boolean =>
  /^\p{L}{4,}$/u.test(topic) &&
  (!/^[a-z]+$/.test(topic) || (/[aeiouy]/.test(topic) && !/[^aeiouy]{5}/.test(topic)))

/** "storage" as "Storage". */
const inTitleCase = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`

/**
 * An organisation known by its domain only, in words: "acme.co.uk" as "Acme", "ibm.com" as "IBM"; three letters at the
 * most are taken for an abbreviation.
 */
export function domainInWords(domain: string): string {
  const label = domain.split('.')[0] ?? domain
  return label.length <= 3 ? label.toUpperCase() : label.split('-').map(inTitleCase).join('-')
}

/** How many members of a group, or people in all groups, are seen talking about a topic. */
function talkers(members: readonly Member[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { topics } of members)
    for (const topic of new Set(topics.map((each) => each.toLowerCase())))
      counts.set(topic, (counts.get(topic) ?? 0) + 1)
  return counts
}

/**
 * The topics that set a group apart, best first: words that at least two members share, and a share of them, more often
 * than people do elsewhere. By n_g · ln((n_g / N_g) / (n / N)), n the people seen talking about it, g the group.
 */
function telling(
  members: readonly Member[],
  everybody: ReadonlyMap<string, number>,
  people: number,
): string[] {
  const least = Math.min(members.length, Math.max(2, Math.ceil(members.length * TOPIC_SHARE)))
  return [...talkers(members)]
    .filter(([topic, count]) => count >= least && isWord(topic))
    .map(([topic, count]) => ({
      topic,
      apart: count * Math.log(count / members.length / ((everybody.get(topic) ?? count) / people)),
      count,
    }))
    .filter(({ apart }) => apart >= 0)
    .sort((a, b) => b.apart - a.apart || b.count - a.count || (a.topic < b.topic ? -1 : 1))
    .map(({ topic }) => inTitleCase(topic))
}

/**
 * What to call the groups of a network: each by the organisations its members share, and by what they are seen talking
 * about more than the others. A domain stands in for an organisation that no source names. Where nothing is shared the
 * name says how many they are.
 */
export function nameGroups(groups: readonly (readonly Member[])[]): GroupName[] {
  const all = groups.flat()
  const everybody = talkers(all)
  return groups.map((members) => nameOf(members, telling(members, everybody, all.length)))
}

function nameOf(members: readonly Member[], told: readonly string[]): GroupName {
  const least = Math.min(members.length, Math.max(2, Math.ceil(members.length * NAMING_SHARE)))
  const organisations = commonest(
    members.flatMap(
      ({ organisation, domain }) => organisation ?? (domain === null ? [] : domainInWords(domain)),
    ),
    least,
  ).slice(0, SHOWN_ORGANISATIONS)
  // A word that names the organisation says nothing more.
  const known = organisations.map(({ name }) => name.toLowerCase())
  const topics = told
    .filter((topic) => !known.some((name) => name.includes(topic.toLowerCase())))
    .slice(0, SHOWN_TOPICS)
  const parts = [
    organisations
      .slice(0, 2)
      .map(({ name }) => name)
      .join(' and '),
    topics.slice(0, 2).join(', '),
  ]
  const name = parts.filter((part) => part !== '').join(': ')
  return { organisations, topics, name: name === '' ? `${members.length} people` : name }
}
