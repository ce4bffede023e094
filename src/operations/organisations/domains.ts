import providers from 'email-providers/all.json' with { type: 'json' }
import { getDomain } from 'tldts'
import { isFreeMail } from '#core/identity/mail-providers.ts'
import type { Identity } from '#core/model/identity.ts'

/**
 * Domains behind which no one organisation stands, beside those that the list of free-mail providers knows: further
 * providers, internet access, addresses for life, relays, lists.
 */
const MORE =
  `posteo.de posteo.net fastmail.com fastmail.fm tutanota.com tutanota.de tuta.com tuta.io duck.com ziggo.nl
  xs4all.nl hispeed.ch telefonica.net 1und1.de vodafone.de vodafone.it vodafonemail.de kabelbw.de unitybox.de
  alumni.stanford.edu acm.org ieee.org computer.org yahoogroups.com googlegroups.com groups.io rr.com home.com
  proximus.be chello.at aon.at utanet.at riseup.net linkedin.com facebookmail.com docs.google.com mozmail.com simplelogin.com
  anonaddy.com privaterelay.appleid.com users.noreply.github.com github.com hey.com pobox.com eircom.net iol.ie online.no
  telia.com tele2.se get2net.dk mail.dk post.tele.dk`
    .trim()
    .split(/\s+/)

const shared: ReadonlySet<string> = new Set([...providers, ...MORE])
const isShared = (domain: string): boolean => shared.has(domain) || isFreeMail(domain)

/**
 * The domain of the organisation that an address belongs to: the part that somebody registered ("mail.acme.co.uk"
 * gives "acme.co.uk"). Null for free-mail and access providers, for names within a company's network, and for what is
 * no address.
 */
export function organisationDomain({ kind, value }: Identity): string | null {
  if (kind !== 'mail') return null
  const host = value.slice(value.lastIndexOf('@') + 1)
  const known = domainOf.get(host)
  if (known !== undefined) return known
  const registered = getDomain(host, { allowPrivateDomains: true })
  const domain = registered === null || isShared(registered) || isShared(host) ? null : registered
  if (domainOf.size >= REMEMBERED) domainOf.clear()
  domainOf.set(host, domain)
  return domain
}

/** Every message of a mailbox asks, and most ask for the same few hosts. */
const domainOf = new Map<string, string | null>()
const REMEMBERED = 10_000
