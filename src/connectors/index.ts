import type { AccountKind } from '#core/model/account.ts'
import { bluesky } from './bluesky/bluesky.ts'
import type { Connector } from './connector.ts'
import { caldav, carddav } from './dav/dav.ts'
import { imap } from './imap/imap.ts'
import { mastodon } from './mastodon/mastodon.ts'

/** What keeps up with accounts, by their kind. A new one is a folder here and a line in this list. */
export const connectors: Readonly<Record<AccountKind, Connector>> = {
  imap,
  carddav,
  caldav,
  mastodon,
  bluesky,
}
