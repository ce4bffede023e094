import type { AccountKind } from '#core/model/account.ts'

/** A well-known provider: its servers, and where a password for programs is made. */
type Provider = {
  readonly title: string
  readonly domains: readonly string[]
  readonly imap?: string
  readonly carddav?: string
  readonly caldav?: string
  /** Where the user makes an app password. */
  readonly passwordPage?: string
}

/** Servers as their providers publish them. A domain that is not here is asked by its name. */
export const providers: readonly Provider[] = [
  {
    title: 'Gmail',
    domains: ['gmail.com', 'googlemail.com'],
    imap: 'imap.gmail.com',
    passwordPage: 'https://myaccount.google.com/apppasswords',
  },
  {
    title: 'Outlook',
    domains: ['outlook.com', 'hotmail.com', 'live.com', 'msn.com'],
    imap: 'outlook.office365.com',
  },
  {
    title: 'iCloud',
    domains: ['icloud.com', 'me.com', 'mac.com'],
    imap: 'imap.mail.me.com',
    carddav: 'https://contacts.icloud.com',
    caldav: 'https://caldav.icloud.com',
    passwordPage: 'https://account.apple.com',
  },
  {
    title: 'Fastmail',
    domains: ['fastmail.com', 'fastmail.fm'],
    imap: 'imap.fastmail.com',
    carddav: 'https://carddav.fastmail.com',
    caldav: 'https://caldav.fastmail.com',
    passwordPage: 'https://app.fastmail.com/settings/security',
  },
  {
    title: 'Yahoo',
    domains: ['yahoo.com', 'ymail.com'],
    imap: 'imap.mail.yahoo.com',
    passwordPage: 'https://login.yahoo.com/account/security',
  },
  {
    title: 'GMX',
    domains: ['gmx.de', 'gmx.net', 'gmx.at', 'gmx.ch'],
    imap: 'imap.gmx.net',
    carddav: 'https://carddav.gmx.net',
    caldav: 'https://caldav.gmx.net',
  },
  {
    title: 'mailbox.org',
    domains: ['mailbox.org'],
    imap: 'imap.mailbox.org',
    carddav: 'https://dav.mailbox.org',
    caldav: 'https://dav.mailbox.org',
  },
  {
    title: 'Posteo',
    domains: ['posteo.de', 'posteo.net'],
    imap: 'posteo.de',
    carddav: 'https://posteo.de:8443',
    caldav: 'https://posteo.de:8443',
  },
]

/** What of a user name tells the server: what stands behind the last @. */
const domainOf = (user: string): string =>
  user
    .slice(user.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase()

/** The server of a user, where they named none; null where it cannot be told. */
export function serverOf(kind: AccountKind, user: string): string | null {
  if (kind === 'bluesky') return 'https://bsky.social'
  if (!user.includes('@')) return null
  const domain = domainOf(user)
  if (!domain.includes('.')) return null
  if (kind === 'mastodon') return `https://${domain}`
  const known = providers.find(({ domains }) => domains.includes(domain))
  if (kind === 'imap') return known?.imap ?? `imap.${domain}`
  return known?.[kind] ?? `https://${domain}`
}
