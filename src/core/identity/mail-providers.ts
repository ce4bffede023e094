/** What a mail provider treats as the same mailbox. */
type ProviderRule = {
  /** Domains of one mailbox; the first is the one it is known by. */
  readonly domains: readonly string[]
  /** Dots in the local part mean nothing. */
  readonly dots?: true
  /** What begins a tag that means nothing for the mailbox. */
  readonly tag: '+' | null
}

/**
 * The rules of providers who publish them, one table. Where a provider gives several domains to different people
 * (outlook.com and hotmail.com), each is a line of its own.
 * Sources: the providers' own help pages on aliases, dots and plus addresses.
 */
const rules: readonly ProviderRule[] = [
  { domains: ['gmail.com', 'googlemail.com'], dots: true, tag: '+' },
  { domains: ['proton.me', 'protonmail.com', 'pm.me'], dots: true, tag: '+' },
  { domains: ['protonmail.ch'], dots: true, tag: '+' },
  { domains: ['icloud.com', 'me.com', 'mac.com'], tag: '+' },
  { domains: ['outlook.com'], tag: '+' },
  { domains: ['hotmail.com'], tag: '+' },
  { domains: ['live.com'], tag: '+' },
  { domains: ['msn.com'], tag: '+' },
  { domains: ['outlook.de'], tag: '+' },
  { domains: ['hotmail.de'], tag: '+' },
  { domains: ['hotmail.co.uk'], tag: '+' },
  { domains: ['live.co.uk'], tag: '+' },
  { domains: ['fastmail.com'], tag: '+' },
  { domains: ['fastmail.fm'], tag: '+' },
  { domains: ['zoho.com'], tag: '+' },
  { domains: ['zohomail.com'], tag: '+' },
  { domains: ['mailbox.org'], tag: '+' },
  { domains: ['posteo.de'], tag: '+' },
  { domains: ['posteo.net'], tag: '+' },
  { domains: ['tutanota.com'], tag: null },
  { domains: ['hey.com'], tag: '+' },
  { domains: ['yandex.ru', 'yandex.com', 'ya.ru', 'yandex.by', 'yandex.kz'], tag: '+' },
]

const ruleOf = new Map(rules.flatMap((rule) => rule.domains.map((domain) => [domain, rule] as const)))

/** Where people of invented networks keep a private address: nobody has a real one there. */
export const inventedProviders: readonly string[] = [
  'posthouse.example',
  'mailnook.example',
  'letterbox.example',
]

/** Further domains under which anybody may open a mailbox; the same domain says nothing about an organisation. */
const freeMail = new Set([
  ...ruleOf.keys(),
  ...inventedProviders,
  ...`yahoo.com yahoo.de yahoo.co.uk yahoo.fr ymail.com aol.com aim.com gmx.de gmx.net gmx.com gmx.at gmx.ch web.de freenet.de t-online.de mail.ru inbox.ru list.ru bk.ru
  rambler.ru qq.com 163.com 126.com sina.com naver.com daum.net hanmail.net rediffmail.com orange.fr wanadoo.fr free.fr
  sfr.fr laposte.net libero.it virgilio.it tiscali.it alice.it hotmail.fr hotmail.it hotmail.es yahoo.es yahoo.it
  yahoo.co.in yahoo.com.br live.fr live.de live.nl outlook.fr outlook.es outlook.it bol.com.br uol.com.br terra.com.br
  comcast.net verizon.net att.net sbcglobal.net bellsouth.net earthlink.net juno.com cox.net charter.net rocketmail.com
  btinternet.com sky.com virginmedia.com ntlworld.com talktalk.net bigpond.com optusnet.com.au shaw.ca rogers.com
  sympatico.ca bluewin.ch hispeed.ch chello.at aon.at telenet.be skynet.be ziggo.nl kpnmail.nl planet.nl xs4all.nl
  seznam.cz centrum.cz wp.pl o2.pl onet.pl interia.pl op.pl abv.bg mail.com email.com usa.net mailinator.com
  tuta.io tutamail.com hushmail.com netzero.net netscape.net mindspring.com excite.com lycos.com msn.net hotmail.nl
  houston.rr.com pdq.net swbell.net prodigy.net worldnet.att.net flash.net ev1.net`.split(/\s+/),
])

/** Whether a domain (lower-case) gives mailboxes to anybody, so that sharing it means nothing. */
export const isFreeMail = (domain: string): boolean => freeMail.has(domain)

/**
 * The mailbox that an address (normalised) means at a provider whose rules are known: dots, tags and further
 * domains undone. Null where no rule applies; the address itself is then the key.
 */
export function mailboxOf(address: string): string | null {
  const at = address.lastIndexOf('@')
  const rule = ruleOf.get(address.slice(at + 1))
  if (rule === undefined) return null
  let local = address.slice(0, at)
  if (rule.tag !== null) {
    const tag = local.indexOf(rule.tag)
    if (tag > 0) local = local.slice(0, tag)
  }
  if (rule.dots) local = local.replaceAll('.', '')
  return local === '' ? null : `${local}@${rule.domains[0] ?? ''}`
}
