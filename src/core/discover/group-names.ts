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
const SHOWN_ORGANISATIONS = 3
const SHOWN_TOPICS = 3

/** Domains under which anybody can have an address: they say nothing of an organisation. */
const PUBLIC_DOMAINS =
  /^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|aol|icloud|me|mac|gmx|web|t-online|freenet|posteo|mailbox|proton|protonmail|pm|fastmail|hey|tutanota|zoho|yandex|mail|orange|wanadoo|free|laposte|libero|virgilio|bluewin|comcast|verizon|att|sbcglobal|btinternet|sky|qq|163|126|naver)\.(?:[a-z]{2,4}|co\.[a-z]{2}|com\.[a-z]{2})$/

/** The domain of a mail address where it belongs to an organisation; null for public providers and non-addresses. */
export function organisationDomain(address: string): string | null {
  const domain = /@([^@\s]+)$/.exec(address)?.[1]?.toLowerCase()
  return domain === undefined || PUBLIC_DOMAINS.test(domain) || !domain.includes('.') ? null : domain
}

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

/**
 * What to call a group: by the organisations its members share, and by what they are seen talking about. A domain
 * stands in for an organisation that no source names. Where nothing is shared the name says how many they are.
 */
export function nameGroup(members: readonly Member[]): GroupName {
  const least = Math.max(2, Math.ceil(members.length * NAMING_SHARE))
  const named = commonest(
    members.flatMap(({ organisation, domain }) => organisation ?? domain ?? []),
    Math.min(least, members.length),
  )
  const organisations = named.slice(0, SHOWN_ORGANISATIONS)
  // A word that one member brings says little of a group; one that names the organisation says nothing more.
  const known = organisations.map(({ name }) => name.toLowerCase())
  const topics = commonest(
    members.flatMap((member) => [...new Set(member.topics)]),
    Math.min(2, members.length),
  )
    .map(({ name }) => name)
    .filter((topic) => !known.some((name) => name.includes(topic)))
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
