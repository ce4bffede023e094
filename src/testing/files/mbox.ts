import { ownerAddress } from '../records.ts'
import type { Exchange, SyntheticNetwork } from '../model.ts'
import { addressAt, OWNER } from '../model.ts'
import { bodyOf, hashOf, namesOf, offsetMinutes, wrap } from '../text.ts'
import {
  base64Lines,
  encodedWords,
  escapeFrom,
  fromLine,
  mailbox,
  mailDate,
  quotedPrintable,
} from './headers.ts'
import type { ExportFile } from './export-file.ts'

/** Every so many messages of the inbox lie in the archive, too. */
const COPIED = 12

/** Writes the messages of a network; those it answers are quoted. */
class MailWriter {
  readonly #network: SyntheticNetwork
  readonly #byKey: ReadonlyMap<string, Exchange>

  constructor(network: SyntheticNetwork) {
    this.#network = network
    this.#byKey = new Map(network.exchanges.map((exchange) => [exchange.key, exchange]))
  }

  /** One message with its From_ line and the blank line after it. */
  message(exchange: Exchange): string {
    const author = this.#address(exchange.from, exchange)
    return `${fromLine(author, exchange.at)}\n${escapeFrom(this.#content(exchange))}\n\n`
  }

  #address(who: number, exchange: Exchange): string {
    if (who === OWNER) return ownerAddress(this.#network, exchange)
    return addressAt(this.#network.contacts[who]!, exchange.at)!
  }

  #mailbox(who: number, exchange: Exchange): string {
    const contact = this.#network.contacts[who]
    const name = contact?.name ?? this.#network.owner.name
    const [given, family] = namesOf({ name })
    // Some mail systems write the family name first.
    const shown = contact?.title && who % 9 === 4 ? `${family}, ${given}` : name
    return mailbox(shown, this.#address(who, exchange))
  }

  #list(name: string, people: readonly number[], exchange: Exchange): string[] {
    return people.length === 0
      ? []
      : [`${name}: ${people.map((who) => this.#mailbox(who, exchange)).join(',\n ')}`]
  }

  #headers(exchange: Exchange): string[] {
    const { key, at, from, to, cc, bcc, subject, thread, answers, bulk } = exchange
    const incoming = from !== OWNER
    const headers = [
      ...(incoming ? [`Delivered-To: ${ownerAddress(this.#network, exchange)}`] : []),
      `From: ${this.#mailbox(from, exchange)}`,
      ...this.#list('To', to, exchange),
      ...this.#list('Cc', cc, exchange),
      ...this.#list('Bcc', bcc, exchange),
      `Subject: ${encodedWords(subject)}`,
      `Date: ${mailDate(at, offsetMinutes(from))}`,
      `Message-ID: <${key}>`,
    ]
    if (answers !== null) {
      const references = thread === answers ? `<${thread}>` : `<${thread}>\n <${answers}>`
      headers.push(`In-Reply-To: <${answers}>`, `References: ${references}`)
    }
    if (bulk && incoming) {
      const host = this.#address(from, exchange).replace('@', '.')
      if (this.#network.contacts[from]!.kind === 'newsletter') {
        headers.push(`List-Id: <${host}>`, `List-Unsubscribe: <https://${host}/leave>`, 'Precedence: bulk')
      } else headers.push('Auto-Submitted: auto-generated')
    }
    return headers
  }

  #text(exchange: Exchange): string {
    const written = wrap(bodyOf(exchange))
    const before = exchange.answers === null ? undefined : this.#byKey.get(exchange.answers)
    if (!before) return written
    const who = this.#network.contacts[before.from]?.name ?? this.#network.owner.name
    const quoted = wrap(bodyOf(before)).replace(/^/gm, '> ')
    return `${written}\n\nOn ${mailDate(before.at, 0).slice(0, -9)}, ${who} wrote:\n${quoted}`
  }

  #content(exchange: Exchange): string {
    const headers = [...this.#headers(exchange), 'MIME-Version: 1.0']
    const text = this.#text(exchange)
    const plain = ['Content-Type: text/plain; charset=UTF-8', 'Content-Transfer-Encoding: quoted-printable']
    const choice = hashOf(exchange.key) % 9
    if (choice === 0) {
      const mark = `part-${hashOf(exchange.key).toString(36)}`
      const html = `<html><body><p>${text.replaceAll('>', '&gt;').replaceAll('\n', '<br>')}</p></body></html>`
      return [
        ...headers,
        `Content-Type: multipart/alternative; boundary="${mark}"`,
        '',
        `--${mark}`,
        ...plain,
        '',
        quotedPrintable(text),
        `--${mark}`,
        'Content-Type: text/html; charset=UTF-8',
        'Content-Transfer-Encoding: base64',
        '',
        base64Lines(html),
        `--${mark}--`,
      ].join('\n')
    }
    if (choice === 1) {
      const type = ['Content-Type: text/plain; charset=UTF-8', 'Content-Transfer-Encoding: base64']
      return [...headers, ...type, '', base64Lines(text)].join('\n')
    }
    if (/^[\x20-\x7E\n]*$/.test(text))
      return [...headers, 'Content-Type: text/plain; charset=us-ascii', '', text].join('\n')
    return [...headers, ...plain, '', quotedPrintable(text)].join('\n')
  }
}

/** The owner's mail as three mbox files: what came, what went, and an archive with copies of what came. */
export function mboxFiles(network: SyntheticNetwork): ExportFile[] {
  const writer = new MailWriter(network)
  const mails = network.exchanges.filter(({ channel }) => channel === 'mail')
  const inbox = mails.filter(({ from }) => from !== OWNER)
  const sent = mails.filter(({ from }) => from === OWNER)
  const archive = inbox.filter((_, i) => i % COPIED === 0)
  const file = (name: string, messages: readonly Exchange[]): ExportFile => ({
    path: `mail/${name}.mbox`,
    text: messages.map((exchange) => writer.message(exchange)).join(''),
    records: messages.length,
  })
  return [file('Inbox', inbox), file('Sent', sent), file('Archive', archive)]
}
