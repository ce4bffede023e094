import type { Importer } from '../importer.ts'
import { looksLikeMessage, readMessage } from '../mail/single-message.ts'

/** Maildir keeps messages in `cur` and `new`; what lies in `tmp` is being delivered. */
const inMaildir = /(?:^|\/)(?:cur|new)\/[^/]+$/

/**
 * What the name of a message keeps for good: the marks behind it (`:2,S`; `;2,S` where a system allows no colon) change
 * when it is read or answered, its content never does.
 */
export const uniqueName = (name: string): string => name.replace(/[:;!]2,[A-Za-z]*$/, '')

/**
 * Maildir (cr.yp.to/proto/maildir.html) and Maildir++ as Courier and Dovecot keep it: a file a message, RFC 5322.
 */
export const maildir: Importer = {
  id: 'maildir',
  title: 'Maildir',
  reads: 'A Maildir: a folder of mail with its messages in cur and new, one in each file.',
  howToExport: [
    'Mail servers (Dovecot, Courier) and programs such as mutt, notmuch, mbsync or OfflineIMAP keep mail so.',
    'Import the folder that holds cur, new and tmp, or the one above it with all folders of the account.',
  ],
  gathers: true,
  // Surer than of a single message or a mailbox: the folder adds to what the content says.
  detect: (head) => (inMaildir.test(head.path) && looksLikeMessage(head) > 0 ? 0.97 : 0),
  read: readMessage,
}
