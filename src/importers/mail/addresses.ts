/** One entry of an address header, as written: one character a byte, encoded words not decoded. */
export type Mailbox = {
  /** What stands beside the address; '' when nothing does. */
  readonly name: string
  /** What should be the address: mostly `local@domain`, but also an Exchange name or a bare word. */
  readonly address: string
}

/** Entries of one header that are read; a message with more is bulk anyway, and the file may be hostile. */
export const MAX_ADDRESSES = 2_000
/** Longest name that is kept for decoding; kith shows 120 characters. */
const MAX_RAW_NAME = 1_000

const QUOTE = 34
const OPEN = 40
const CLOSE = 41
const COMMA = 44
const COLON = 58
const SEMICOLON = 59
const LESS = 60
const BACKSLASH = 92

const isSpecial = new Uint8Array(256)
for (const code of [QUOTE, OPEN, COMMA, COLON, SEMICOLON, LESS]) isSpecial[code] = 1

/** Unquoted, this may be the surname of `Smith, John <…>`; a lower-case word is rather a local name. */
const surname = /^(?:[A-Z\x80-\xff]|=\?)[^\d@/\\]*$/
/** How archives of mailing lists write addresses: `jane at doe.example (Jane Doe)`. */
const SPELT_OUT = /^([\w.+-]+) at ([\w-]+(?:\.[\w-]+)+)(?: \((.*)\))?$/
/** Nobody: what programs write where they hide the receivers. */
const hidden = /^(?:undisclosed|unlisted|unspecified|recipients?\b|no to-header|suppressed|\(?none\)?$)|:$/i

/** Where a comment that opens at `start` closes; -1 when it never does. Comments nest. */
function commentEnd(text: string, start: number): number {
  let depth = 0
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === BACKSLASH) i++
    else if (code === OPEN) depth++
    else if (code === CLOSE && --depth === 0) return i
  }
  return -1
}

/** Where a quoted string that opens at `start` closes; -1 when it never does. */
function quoteEnd(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === BACKSLASH) i++
    else if (code === QUOTE) return i
  }
  return -1
}

const unescape = (text: string): string => (text.includes('\\') ? text.replace(/\\(.)/g, '$1') : text)

/** `"ann lee"@x.example`: the quoted string of RFC 5322 3.4.1 in the place of a local part. */
const QUOTED_LOCAL = /^"((?:[^"\\]|\\.)*)"\s*@([^@]*)$/

/** A local part in its shortest spelling: in quotation marks only where it could not stand without. */
const localPart = (text: string): string =>
  /[\s"\\(),:;<>[\]]/.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : text

/** Comments and blanks left out of an addr-spec, and the route of RFC 822 (`@relay:`) before it. */
function cleanSpec(raw: string): string {
  let text = raw
  for (let open = text.indexOf('('); open >= 0; open = text.indexOf('(')) {
    const close = commentEnd(text, open)
    text = text.slice(0, open) + (close < 0 ? '' : text.slice(close + 1))
  }
  text = text.trim()
  if (text.startsWith('@')) text = text.slice(text.lastIndexOf(':') + 1)
  const quoted = text.startsWith('"') ? QUOTED_LOCAL.exec(text) : null
  if (quoted !== null)
    return `${localPart(unescape(quoted[1] ?? ''))}@${(quoted[2] ?? '').replace(/\s+/g, '')}`
  if (text.startsWith('"')) text = text.replace(/^"((?:[^"\\]|\\.)*)"/, (_, inner: string) => unescape(inner))
  return text.includes('@') && text.includes(' ') ? text.replace(/\s*([@.])\s*/g, '$1').trim() : text
}

/** Collects what stands between two separators. */
class Entries {
  readonly out: Mailbox[] = []
  phrase = ''
  comment: string | null = null
  angle: string | null = null
  quoted = false
  #pending: string | null = null

  push(name: string, address: string): void {
    if (address === '') return
    this.out.push({ name: name.length > MAX_RAW_NAME ? name.slice(0, MAX_RAW_NAME) : name, address })
  }

  /** Ends an entry; `comma` when a comma does. */
  end(comma: boolean): void {
    const phrase = this.phrase.trim()
    if (this.angle !== null) this.#endAngle(phrase, cleanSpec(this.angle))
    else if (phrase.includes('@')) {
      this.settle()
      this.#endBare(phrase)
    } else if (phrase !== '') {
      this.settle()
      if (comma && !phrase.startsWith('/')) this.#pending = phrase
      else this.#word(phrase)
    }
    this.phrase = ''
    this.comment = null
    this.angle = null
    this.quoted = false
  }

  /** A word that waited for what comes after its comma was an entry of its own. */
  settle(): void {
    if (this.#pending !== null) this.#word(this.#pending)
    this.#pending = null
  }

  #endAngle(phrase: string, spec: string): void {
    const pending = this.#pending
    let name = phrase === '' ? (this.comment ?? '') : phrase
    if (pending !== null && !this.quoted && surname.test(pending) && !phrase.includes('@')) {
      name = phrase === '' ? pending : `${pending}, ${phrase}`
      this.#pending = null
    }
    this.settle()
    if (spec !== '') this.push(name, spec)
    else if (phrase.includes('@')) this.#endBare(phrase)
  }

  /** An address without angle brackets, perhaps with a name before it. */
  #endBare(phrase: string): void {
    const spec = cleanSpec(phrase)
    if (spec.startsWith('"')) return this.push(this.comment ?? '', spec)
    const blank = spec.lastIndexOf(' ')
    const last = spec.slice(blank + 1)
    // Exchange names such as `Sally Beck/HOU/ECT@ECT` hold blanks and have no domain.
    if (blank > 0 && /^[^@]+@[^@]+\.[^@]+$/.test(last)) this.push(spec.slice(0, blank), last)
    // A comment within the address is no name, and makes the one behind it none either.
    else this.push(phrase.includes('(') ? '' : (this.comment ?? ''), spec)
  }

  #word(word: string): void {
    const spelt = SPELT_OUT.exec(word)
    if (spelt) this.push(spelt[3] ?? this.comment ?? '', `${spelt[1]}@${spelt[2]}`)
    else if (!hidden.test(word)) this.push('', word)
  }
}

/**
 * The entries of an address header, by RFC 5322 with its obsolete forms (comments, groups, routes) and what
 * programs make of it: `;` between entries, `John, Smith <j@x.com>` without quotes, words without a domain.
 * Never throws; at most MAX_ADDRESSES entries.
 */
export function parseAddresses(raw: string): Mailbox[] {
  const entries = new Entries()
  let i = 0
  while (i < raw.length && entries.out.length < MAX_ADDRESSES) {
    const code = raw.charCodeAt(i)
    if (code === COMMA || code === SEMICOLON) {
      entries.end(code === COMMA)
      i++
    } else if (code === LESS) {
      if (entries.angle !== null) entries.end(true)
      const close = raw.indexOf('>', i)
      const comma = raw.indexOf(',', i)
      const end = close >= 0 ? close : comma >= 0 ? comma : raw.length
      entries.angle = raw.slice(i + 1, end)
      i = close >= 0 ? end + 1 : end
    } else if (code === QUOTE) {
      const close = quoteEnd(raw, i)
      if (close >= 0) {
        // Before an @ it is no name but the local part of an address, and what it holds is part of that.
        const isLocal = entries.phrase.trim() === '' && /^\s*@/.test(raw.slice(close + 1, close + 20))
        if (entries.angle === null)
          entries.phrase += isLocal ? raw.slice(i, close + 1) : unescape(raw.slice(i + 1, close))
        entries.quoted = true
      }
      i = close < 0 ? i + 1 : close + 1
    } else if (code === OPEN) {
      const close = commentEnd(raw, i)
      if (close >= 0) {
        // Only `address (Name)` names somebody; a second comment makes clear that the first did not.
        if (entries.angle === null && entries.phrase.trim() !== '' && !entries.phrase.includes('@'))
          entries.phrase += raw.slice(i, close + 1)
        else entries.comment = entries.comment === null ? unescape(raw.slice(i + 1, close)) : ''
      }
      i = close < 0 ? i + 1 : close + 1
    } else if (code === COLON) {
      // The name of a group, or a scheme such as `mailto:`.
      if (entries.phrase.includes('@')) entries.end(true)
      else entries.phrase = ''
      i++
    } else {
      let end = i + 1
      while (end < raw.length && isSpecial[raw.charCodeAt(end) & 255] === 0) end++
      // What follows the angle bracket is no part of a name: `"A" <a@b.example> @ FIRM`.
      if (entries.angle === null) entries.phrase += raw.slice(i, end)
      i = end
    }
  }
  entries.end(false)
  entries.settle()
  return entries.out
}
