import { eml } from './eml/eml.ts'
import { events } from './events/events.ts'
import { icalendar } from './icalendar/icalendar.ts'
import type { Importer } from './importer.ts'
import { linkedin } from './linkedin/linkedin.ts'
import { maildir } from './maildir/maildir.ts'
import { mbox } from './mbox/mbox.ts'
import { vcard } from './vcard/vcard.ts'

/** Every source that kith reads. A new one is a folder here and a line in this list. */
export const importers: readonly Importer[] = [mbox, maildir, eml, linkedin, vcard, icalendar, events]
