import type { Identity } from '../model/identity.ts'
import { foldLetters } from './names/fold.ts'
import { nameFromLocal } from './names/parse-name.ts'
import { besides, isRoleAddress, roles } from './roles.ts'

/**
 * Words of display names that nobody bears as a name, so that one of them is enough: `Acme Newsletter`, `Accounts
 * Department`. Words that are surnames somewhere (Sales, Jobs, Press, Post, List) are not among them; they are read
 * with the words beside them.
 */
const telling = new Set(
  `newsletter newsletters noreply donotreply mailer mailerdaemon postmaster webmaster hostmaster notification
  notifications announcement announcements updates listserv mailman helpdesk servicedesk department dept departement
  departamento abteilung sekretariat team committee kundenservice kundendienst kundenbetreuung buchhaltung
  rundbrief nyhetsbrev nieuwsbrief boletin benachrichtigung benachrichtigungen subscriptions mailbox undisclosed
  webinar webinars`.split(/\s+/),
)

const phrases =
  /\b(?:no reply|do not reply|nicht antworten|mailer daemon|customer (?:care|service|services|support|success)|human resources|accounts payable|accounts receivable|press office|help desk|service desk|service client|mailing list|on behalf of no ?reply)\b/

/** Where the name of somebody ends and what they belong to begins: `Jane Doe, Accounts Department`. */
const afterName = /\s*(?:,|\||–|—|\s-\s|\s(?:from|at|via|bei|von|chez)\s).*$/i

/** The labels of a mail domain but the last: `mail.acme.example` gives `mail`, `acme`. */
const ownWords = (mails: readonly string[]): ReadonlySet<string> =>
  new Set(
    mails.flatMap((mail) =>
      mail
        .slice(mail.indexOf('@') + 1)
        .split('.')
        .slice(0, -1)
        .flatMap((label) => [label, ...label.split('-')]),
    ),
  )

/**
 * Whether a display name is that of a role, a department, a newsletter or a machine rather than of a person. Errs
 * towards a person.
 * @param mails the addresses it stands beside: the organisation's own name is no person's
 */
export function isRoleName(name: string, mails: readonly string[] = []): boolean {
  const text = name.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
  const first = text.replace(afterName, '')
  const spoken = foldLetters(first.trim() === '' ? text : first)
  if (phrases.test(spoken)) return true
  if (spoken.split(' ').some((word) => telling.has(word))) return true
  const own = ownWords(mails)
  const words = foldLetters(text)
    .split(' ')
    .filter((word) => word !== '' && !/^\d+$/.test(word))
  return (
    words.some((word) => roles.has(word) || telling.has(word)) &&
    words.every((word) => roles.has(word) || telling.has(word) || besides.has(word) || own.has(word))
  )
}

/** Kinds of identity that a department or a newsletter has too; a profile or a handle is somebody's. */
const impersonal: ReadonlySet<Identity['kind']> = new Set(['mail', 'phone', 'name', 'label', 'directory'])

/**
 * Whether those behind these identities are nobody: role addresses, lists and machines only, or known by names of
 * such only. An address that spells a person's name is theirs, whatever stands beside it.
 */
export function isNobodyKnownAs(identities: readonly Identity[], names: readonly string[]): boolean {
  const mails = identities.filter(({ kind }) => kind === 'mail').map(({ value }) => value)
  if (identities.length > 0 && mails.length === identities.length && mails.every(isRoleAddress)) return true
  if (names.length === 0 || identities.some(({ kind }) => !impersonal.has(kind))) return false
  return names.every((name) => isRoleName(name, mails)) && !mails.some((mail) => spellsSomebody(mail, mails))
}

/** `jane.doe@` is somebody's; `acme.letters@acme.example` and `accounts.desk@` are not. */
function spellsSomebody(mail: string, mails: readonly string[]): boolean {
  if (isRoleAddress(mail)) return false
  const name = nameFromLocal(mail.slice(0, mail.indexOf('@')))
  if (name === null) return false
  const own = ownWords(mails)
  return [...name.given, name.family].every(
    (word) => !roles.has(word) && !telling.has(word) && !besides.has(word) && !own.has(word),
  )
}
