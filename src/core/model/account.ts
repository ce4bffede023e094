/** What kith can keep up with by itself: mailboxes, address books, calendars and public accounts on a server. */
export const accountKinds = ['imap', 'carddav', 'caldav', 'mastodon', 'bluesky'] as const
export type AccountKind = (typeof accountKinds)[number]

/** How often an account is looked at while kith serves, in minutes, unless the user says otherwise. */
export const DEFAULT_EVERY_MINUTES = 15

/** What the user chose for an account. Never a secret: this is stored, shown and exported. */
export type AccountOptions = {
  /** Folders, address books or calendars to read, by name; left out, kith chooses. */
  readonly folders?: readonly string[]
  /** Mail: also read the beginning of bodies, for how much was written and for signatures. */
  readonly bodies?: boolean
  /** The secret is an OAuth2 bearer token, not a password. */
  readonly oauth?: boolean
  /** Without encryption; only to this machine. */
  readonly insecure?: boolean
  /** Minutes between two looks while kith serves. */
  readonly everyMinutes?: number
}

/** Hosts that are this machine: there, and only there, a connection may go without encryption. */
export const isLoopback = (host: string): boolean =>
  /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i.test(host)

/**
 * What an account is called wherever it is listed; also the path of the imports that it makes, so that it is told
 * from all others by it.
 */
export const accountLabel = (account: {
  readonly kind: AccountKind
  readonly user: string
  readonly server: string
}): string => {
  const host = account.server.replace(/^[a-z]+:\/\//i, '').replace(/\/$/, '')
  return `${account.user} at ${host} (${account.kind})`
}
