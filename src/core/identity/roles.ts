import { isFreeMail } from './mail-providers.ts'

/**
 * Addresses behind which no one person sits: roles (info@, support@), machines (no-reply@, mailer-daemon@),
 * lists, ticket systems and the return addresses that mailing software makes up (VERP).
 * They take part in interactions and make them bulk, but they are nobody in the network (docs/the-maths/identity.md).
 */

/** A word that makes any local part it stands in a role or a machine: `corp.announcements`, `jira-notifications`. */
const telling = new Set(
  `noreply donotreply dontreply mailer daemon mailerdaemon postmaster webmaster hostmaster listmaster bounce bounces
  unsubscribe subscribe newsletter newsletters notification notifications notify notifier announcement announcements
  announce alert alerts autoreply autoresponder autoconfirm listserv majordomo mailman helpdesk servicedesk
  abuse digest robot bot automailer automated mailout mailing mailings update updates reminder reminders
  benachrichtigung benachrichtigungen rundbrief nyhetsbrev nieuwsbrief boletin notificaciones undisclosed`.split(
    /\s+/,
  ),
)

/** A local part of nothing but these (and `besides`) is a role: `info`, `sales.emea`, `press-office`. */
export const roles: ReadonlySet<string> = new Set(
  `info information infos contact contacts contactus office offices mail email e-mail post hello hi hallo team admin admins
  administrator administration support help service services customerservice customercare customersupport care
  client clients kundenservice kundendienst sales vertrieb verkauf ventas vendite marketing press presse prensa media
  pr news billing invoice invoices invoicing accounting accounts payable receivable buchhaltung rechnung rechnungen
  facturation finance payroll payment payments order orders bestellung bestellungen booking bookings reservation
  reservations reservierung jobs job career careers karriere bewerbung recruiting recruitment hr personnel
  personal legal privacy datenschutz compliance security it edv tech technical dev developers engineering ops
  operations system systems sysadmin root nobody feedback enquiries enquiry inquiries inquiry questions
  survey surveys events event list lists everyone staff all board members membership community forum editor
  editors redaktion editorial account sekretariat secretary reception empfang kontakt buero verwaltung
  contacto contatti contato kundendienst shop store welcome member
  website web www server cron monitoring nagios backup test scanner printer fax voicemail calendar invitations
  invites invitation messages message reply replies no-address noaddress users committee commitee supervisors`.split(
    /\s+/,
  ),
)

/** Words that qualify a role and are none alone. */
export const besides: ReadonlySet<string> = new Set(
  `the our my of and for to team desk group dept department global international europe emea apac latam us usa uk eu
  de fr es at ch nl be in center centre office worldwide world line hotline box inbox general main chairman
  corporate corp company customer customers public online internal external hit security user`.split(/\s+/),
)

/** Marks of machines and lists anywhere in a local part. */
const machine =
  /no[-._]?reply|(?:do|does)[-._]?not[-._]?(?:reply|respond)|nicht[-._]?antworten|keine[-._]?antwort|ne[-._]?pas[-._]?repondre|no[-._]?(?:responder|responda)|non[-._]?rispondere|^no[-._]address$|^owner[-._]|[-._](?:owner|request|bounces?|subscribe|unsubscribe|confirm|help-list)$|^(?:dl|dist|distlist|grp|group|mailinglist|list|all|everyone|alle)[-._]|[-_](?:list|all|users|announce|devel|dev|l)$|^(?:mbx|arsystem|servicenow|jira|confluence|gitlab|github|zendesk|bugzilla|buildbot|jenkins)(?:[-._]|$)|^x?mailer/

/** VERP and its kin: the receiver's address, or a long code, within the sender's. */
const returnPath =
  /=[^=]+\.[a-z]{2,}$|^(?:prvs|srs[01]|btv1|msprvs1)[=+-]|[+=_-][0-9a-f]{16,}|^[0-9a-f-]{24,}$|^\d{9,}[-.][0-9a-z.-]{6,}$|^\d{1,3}\.\d{3,}\.[\w.-]{8,}$|-[a-z]{2,6}\d{8}$/

/** A number for each receiver or campaign; at a provider of mailboxes it may be a birthday. */
const serial = /[a-z][._-]\d{6,}$/

/** Hosts whose first label names a list server or a machine. */
const listHost =
  /^(?:lists?|listserv|listserver|mailman|maillist|mailinglist|groups?|bounces?|newsletters?|news|notifications?|notify|alerts?|mailer|mailing|noreply|reply|tickets?|emailing)\d*\./

/** Services that only ever send on behalf of others, give out list addresses, or number their tickets. */
const services = new Set([
  'googlegroups.com',
  'yahoogroups.com',
  'yahoogroups.de',
  'groups.io',
  'freelists.org',
  'listserv.net',
  'amazonses.com',
  'sendgrid.net',
  'mailgun.org',
  'mandrillapp.com',
  'mcsv.net',
  'rsgsv.net',
  'mailchimpapp.net',
  'sparkpostmail.com',
  'facebookmail.com',
  'zendesk.com',
  'freshdesk.com',
  'helpscout.net',
  'intercom-mail.com',
  'atlassian.net',
  'reply.github.com',
  'noreply.github.com',
  'discoursemail.com',
  'docs.google.com',
  'group.calendar.google.com',
  'resource.calendar.google.com',
  'mail.gmane.org',
])

const inService = (domain: string): boolean => {
  // The domain itself, then each domain that it lies in.
  for (let end = domain; end !== '';) {
    if (services.has(end)) return true
    const dot = end.indexOf('.')
    end = dot < 0 ? '' : end.slice(dot + 1)
  }
  return false
}

/** Mail of a member through LinkedIn and the like comes from these: the site writes, not the member. */
const siteLocal = /^(?:messages|invitations|inmail|hit-reply|member|groups|jobs-listings|linkedin)\b/

/**
 * Whether an address (lower-case; a local part alone will do) belongs to a role, a list or a machine rather than
 * to a person. Errs towards a person: a first name that is also a role word is kept when a surname stands by it.
 */
export function isRoleAddress(mail: string): boolean {
  const at = mail.lastIndexOf('@')
  const local = (at < 0 ? mail : mail.slice(0, at)).toLowerCase()
  const domain = at < 0 ? '' : mail.slice(at + 1).toLowerCase()
  if (listHost.test(domain) || inService(domain)) return true
  if (machine.test(local) || returnPath.test(local)) return true
  if (serial.test(local) && domain !== '' && !isFreeMail(domain)) return true
  if (domain.endsWith('linkedin.com') && siteLocal.test(local)) return true
  const base = local.replace(/\+.*$/, '')
  if (roles.has(base)) return true
  const words = base.split(/[-._\d]+/).filter((word) => word !== '')
  if (words.some((word) => telling.has(word))) return true
  // `acme.users@acme.example`: the organisation's own name is no person's.
  const own = domain.split('.').at(-2)
  return (
    words.some((word) => roles.has(word)) &&
    words.every((word) => roles.has(word) || besides.has(word) || word === own)
  )
}
