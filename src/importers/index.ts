import { bluesky } from './bluesky/bluesky.ts'
import { contactsCsv } from './contacts-csv/contacts-csv.ts'
import { eml } from './eml/eml.ts'
import { events } from './events/events.ts'
import { googleChat } from './google-chat/google-chat.ts'
import { icalendar } from './icalendar/icalendar.ts'
import type { Importer } from './importer.ts'
import { kithExport } from './kith/kith.ts'
import { linkedin } from './linkedin/linkedin.ts'
import { lists } from './lists/lists.ts'
import { maildir } from './maildir/maildir.ts'
import { mastodon } from './mastodon/mastodon.ts'
import { mbox } from './mbox/mbox.ts'
import { meta } from './meta/meta.ts'
import { msg } from './msg/msg.ts'
import { pst } from './pst/pst.ts'
import { signal } from './signal/signal.ts'
import { slack } from './slack/slack.ts'
import { sms } from './sms/sms.ts'
import { telegram } from './telegram/telegram.ts'
import { vcard } from './vcard/vcard.ts'
import { whatsapp } from './whatsapp/whatsapp.ts'
import { x } from './x/x.ts'

/** Every source that kith reads. A new one is a folder here and a line in this list. */
export const importers: readonly Importer[] = [
  mbox,
  maildir,
  eml,
  msg,
  pst,
  linkedin,
  vcard,
  icalendar,
  events,
  whatsapp,
  telegram,
  signal,
  slack,
  googleChat,
  meta,
  sms,
  contactsCsv,
  x,
  mastodon,
  bluesky,
  kithExport,
  lists,
]
