import type { Identity } from '../model/identity.ts'

/** A URL taken apart. */
type Place = {
  /** Lower-case, without `www.` and the like. */
  readonly host: string
  /** Segments of the path, percent-decoded, as written. */
  readonly path: readonly string[]
  readonly query: (name: string) => string | undefined
  readonly fragment: string
}

type Network = {
  /** Hosts, after `www.`, `m.` and `mobile.` are taken off. */
  readonly hosts: RegExp
  /** Whose page it is; null where it is a page of the network that is nobody's. */
  readonly read: (place: Place) => Identity | null
}

const profile = (value: string): Identity => ({ kind: 'profile', value })
const handle = (value: string): Identity => ({ kind: 'handle', value })
const phone = (text: string): Identity | null => {
  const digits = text.replace(/[\s()./-]/g, '').replace(/^00/, '+')
  return /^\+?[1-9]\d{6,14}$/.test(digits) ? { kind: 'phone', value: `+${digits.replace('+', '')}` } : null
}

const lower = (text: string | undefined): string => (text ?? '').normalize('NFC').toLowerCase()
/** A user name, with or without @; empty for what is none. */
const user = (text: string | undefined, form = /^[\w.]{1,40}$/): string => {
  const name = lower(text).replace(/^@/, '')
  return form.test(name) ? name : ''
}
const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Parts of somebody's own page; anything else below it (a post, a repository) may be named by many. */
const tabs = words(
  'about photos friends followers following media likes with_replies highlights tagged reels videos shorts playlists streams featured community cv portfolio activities repositories',
)
const isOwn = (below: readonly string[]): boolean => below.every((segment) => tabs.has(lower(segment)))

const notX = words(
  'home share intent search hashtag i settings explore login signup about tos privacy messages',
)
const notFacebook = words(
  'pages groups sharer sharer.php events watch story.php share marketplace hashtag login help photo photo.php reel',
)
const notInstagram = words('p reel reels explore accounts about direct tv')
const notGithub = words(
  'orgs topics search settings features marketplace about login join pricing explore apps',
)
const notTelegram = words('joinchat addstickers addemoji c share proxy socks login iv addlist boost')

/** LinkedIn's old public address `pub/jane-doe/5/b2/a71` is `in/jane-doe-a710b25` today. */
function linkedinSlug([kind, slug = '', ...rest]: readonly string[]): string {
  const [a, b, c] = rest
  const old = kind === 'pub' && [a, b, c].every((part) => part !== undefined && /^[0-9a-f]{1,3}$/i.test(part))
  return lower(old ? `${slug}-${c!.padStart(3, '0')}${b!.padStart(3, '0')}${a!}` : slug)
}

/**
 * Networks and what their addresses say, one table: every spelling of one account gives one key. A segment of the path
 * that is a page of the network itself is nobody.
 */
const networks: readonly Network[] = [
  {
    hosts: /^(?:[a-z0-9-]+\.)*linkedin\.com$/,
    read: ({ path }) => {
      const at = path[0] === 'mwlite' ? 1 : 0
      if (!/^(?:in|pub)$/i.test(path[at] ?? '')) return null
      const slug = linkedinSlug([lower(path[at]), ...path.slice(at + 1)])
      return slug === '' ? null : { kind: 'linkedin', value: slug }
    },
  },
  {
    hosts: /^(?:x|twitter|nitter)\.(?:com|net)$/,
    read: ({ path, query, fragment }) => {
      const old = /^!\/@?(\w+)/.exec(fragment)?.[1]
      const [first, second, third] = path
      if (first === 'intent' && (second === 'user' || second === 'follow'))
        return user(query('screen_name')) === '' ? null : profile(`x.com/${user(query('screen_name'))}`)
      if (first === 'i' && second === 'user' && /^\d+$/.test(third ?? '')) return handle(`x:${third}`)
      const name = user(old ?? first, /^\w{1,20}$/)
      return name === '' || notX.has(name) || !isOwn(path.slice(1)) ? null : profile(`x.com/${name}`)
    },
  },
  {
    hosts: /^(?:[a-z-]+\.)?(?:facebook|fb)\.com$/,
    read: ({ path, query }) => {
      const [first, , third] = path
      const id = first === 'profile.php' ? query('id') : first === 'people' ? third : first
      if (/^\d{5,}$/.test(id ?? '')) return profile(`facebook.com/${id}`)
      // Dots mean nothing in a name there.
      const name = user(first).replaceAll('.', '')
      return name === '' ||
        first === 'people' ||
        notFacebook.has(lower(first)) ||
        lower(first).endsWith('.php') ||
        !isOwn(path.slice(1))
        ? null
        : profile(`facebook.com/${name}`)
    },
  },
  {
    hosts: /^(?:instagram\.com|instagr\.am)$/,
    read: ({ path }) => {
      const [first, ...below] = path[0] === '_u' ? path.slice(1) : path
      const name = user(first)
      return name === '' || notInstagram.has(name) || !isOwn(below) ? null : handle(`instagram:${name}`)
    },
  },
  {
    hosts: /^threads\.(?:net|com)$/,
    read: ({ path }) =>
      path[0]?.startsWith('@') && isOwn(path.slice(1)) ? profile(`threads.net/@${user(path[0])}`) : null,
  },
  {
    hosts: /^(?:gist\.)?github\.com$/,
    read: ({ path }) => {
      const [first, ...below] = path[0] === 'sponsors' ? path.slice(1) : path
      const name = user(first, /^[\w-]{1,40}$/)
      return name === '' || notGithub.has(name) || !isOwn(below) ? null : profile(`github.com/${name}`)
    },
  },
  {
    hosts: /^[a-z0-9-]+\.github\.io$/,
    read: ({ host, path }) =>
      path.length === 0 ? profile(`github.com/${host.replace('.github.io', '')}`) : null,
  },
  {
    hosts: /^xing\.com$/,
    read: ({ path }) =>
      /^(?:profile|profiles|to)$/i.test(path[0] ?? '') && path[1] !== undefined
        ? profile(`xing.com/profile/${lower(path[1])}`)
        : null,
  },
  {
    hosts: /^(?:[a-z]+\.)?youtube\.com$/,
    read: ({ path }) => {
      const [first, second] = path
      if (first?.startsWith('@')) return isOwn(path.slice(1)) ? profile(`youtube.com/${lower(first)}`) : null
      return /^(?:c|user|channel)$/i.test(first ?? '') && second !== undefined && isOwn(path.slice(2))
        ? profile(`youtube.com/${lower(first)}/${lower(second)}`)
        : null
    },
  },
  {
    hosts: /^(?:[a-z0-9-]+\.)?medium\.com$/,
    read: ({ host, path }) => {
      const own = host.endsWith('.medium.com') ? host.replace('.medium.com', '') : ''
      const at = path[0]?.startsWith('@') === true ? user(path[0], /^[\w.-]{1,60}$/) : ''
      const name = own === '' ? at : own
      return name === '' || !isOwn(path.slice(own === '' ? 1 : 0)) ? null : profile(`medium.com/@${name}`)
    },
  },
  {
    hosts: /^(?:staging\.)?bsky\.app$/,
    read: ({ path }) => {
      if (path[0] !== 'profile' || path[1] === undefined || path.length > 2) return null
      const name = lower(path[1]).replace(/^@/, '')
      return name.startsWith('did:') ? handle(`bluesky:${name}`) : profile(`bsky.app/profile/${name}`)
    },
  },
  {
    hosts: /^[a-z0-9-]+\.bsky\.social$/,
    read: ({ host }) => profile(`bsky.app/profile/${host}`),
  },
  { hosts: /^wa\.me$/, read: ({ path }) => phone(path[0] ?? '') },
  { hosts: /^(?:api|web|chat)\.whatsapp\.com$/, read: ({ query }) => phone(query('phone') ?? '') },
  { hosts: /^signal\.me$/, read: ({ fragment }) => phone(/^p\/(.+)$/.exec(fragment)?.[1] ?? '') },
  {
    hosts: /^(?:t|telegram)\.(?:me|dog)$/,
    read: ({ path }) => {
      const [first, second] = path
      if (/^\+\d{7,15}$/.test(first ?? '')) return phone(first ?? '')
      const name = user(first === 's' ? second : first, /^\w{4,40}$/)
      return name === '' || notTelegram.has(name) ? null : handle(`telegram:${name}`)
    },
  },
]

const URL_FORM =
  /^(?:[a-z][a-z0-9+.-]*:\/\/)?([^/?#\s:@]+\.[^/?#\s:@]{2,}(?::\d+)?)(\/[^?#\s]*)?(\?[^#\s]*)?(#\S*)?/i
const ADDRESS = /^@([\p{L}\p{N}_.-]+)@((?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]{2,}(?::\d+)?)$/u

/** Percent-decoding that leaves text with broken escapes as it is. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function placeOf(text: string): Place | null {
  const match = URL_FORM.exec(text)
  if (match === null) return null
  const [, host = '', path = '', query = '', fragment = ''] = match
  return {
    host: lower(host).replace(/^(?:www|m|mobile)\d*\.(?=.+\.)/, ''),
    path: path
      .split('/')
      .filter((segment) => segment !== '')
      .map(decodePercent),
    query: (name) => {
      const found = query
        .slice(1)
        .split('&')
        .find((pair) => pair.startsWith(`${name}=`))
      return found === undefined
        ? undefined
        : decodePercent(found.slice(name.length + 1).replaceAll('+', ' ')).trim()
    },
    fragment: decodePercent(fragment.slice(1)).replace(/^\//, ''),
  }
}

/** Accounts of Mastodon and its kin, on whatever host: `/@jane`, `/users/jane`, `/web/@jane`, `/@jane@home.example`. */
function fediverse({ host, path }: Place): Identity | null {
  const [first = '', second = '', ...below] = path[0] === 'web' ? path.slice(1) : path
  const isUsers = first === 'users' && below.length === 0
  if (!isUsers && !isOwn(second === '' ? below : [second, ...below])) return null
  const seen = ADDRESS.exec(first)
  if (seen) return profile(`${lower(seen[2])}/@${lower(seen[1])}`)
  const name = first.startsWith('@') ? first.slice(1) : isUsers ? second : ''
  return name !== '' && !/^\d+$/.test(name) ? profile(`${host}/@${lower(name)}`) : null
}

/**
 * Who a URL, a link to write to somebody (`tel:`, `wa.me`) or an address `@jane@social.example` leads to: one key for
 * every spelling. Pages of no network that is known are told by host and path. Null for what leads to nobody.
 */
export function profileAt(text: string): Identity | null {
  const trimmed = text.trim()
  const address = ADDRESS.exec(trimmed)
  if (address) return profile(`${lower(address[2])}/@${lower(address[1])}`)
  const tel = /^(?:tel|sms|callto):(?:\/\/)?(\+[\d\s()./-]+)/i.exec(trimmed)
  if (tel) return phone(tel[1] ?? '')
  const link = /^(whatsapp|tg):\/\/[a-z]+\?(?:.*&)?(phone|domain)=([^&#]+)/i.exec(trimmed)
  if (link) {
    const name = user(link[3], /^\w{4,40}$/)
    return lower(link[2]) === 'phone'
      ? phone(decodePercent(link[3] ?? ''))
      : name === ''
        ? null
        : handle(`telegram:${name}`)
  }
  const place = placeOf(trimmed)
  if (place === null) return null
  const known = networks.find(({ hosts }) => hosts.test(place.host))
  if (known !== undefined) {
    const found = known.read(place)
    if (found !== null) return found
  }
  if (place.path.length === 0 || known === networks[0]) return null
  return fediverse(place) ?? profile(`${place.host}/${place.path.join('/').toLowerCase()}`)
}
