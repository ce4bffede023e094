import { decodeCharset, decodeText } from './decode.ts'

/** What is longer than this in one property (a picture, as a rule) is cut off. */
const MAX_LINE_BYTES = 1 << 20

/** A line of vCard or iCalendar after unfolding, still in bytes: a fold may lie within a character. */
export type LogicalLine = {
  /** The line of the file where it begins, from 1. */
  readonly number: number
  readonly bytes: Uint8Array
}

const SPACE = 32
const TAB = 9
const EQUALS = 61
const COLON = 58

/** Joins folded lines and quoted-printable soft breaks, chunk by chunk. */
export class Unfolder {
  private carry: Uint8Array[] = []
  private current: { number: number; parts: Uint8Array[]; length: number; printable: boolean } | null = null
  private number = 0

  /** The logical lines that a chunk completes. */
  push(chunk: Uint8Array): LogicalLine[] {
    const out: LogicalLine[] = []
    let start = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      const piece = chunk.subarray(start, end)
      this.physical(this.carry.length === 0 ? piece : Buffer.concat([...this.carry, piece]), out)
      this.carry = []
      start = end + 1
    }
    if (start < chunk.length) {
      const held = this.carry.reduce((sum, part) => sum + part.length, 0)
      if (held < MAX_LINE_BYTES) this.carry.push(Uint8Array.from(chunk.subarray(start)))
    }
    return out
  }

  /** The last logical lines. */
  end(): LogicalLine[] {
    const out: LogicalLine[] = []
    if (this.carry.length > 0) this.physical(Buffer.concat(this.carry), out)
    this.carry = []
    this.flush(out)
    return out
  }

  private physical(raw: Uint8Array, out: LogicalLine[]): void {
    this.number++
    let end = raw.length
    while (end > 0 && raw[end - 1] === 13) end--
    const line = raw.subarray(0, end)
    const current = this.current
    if (current?.printable) {
      const last = current.parts.at(-1)
      if (last?.at(-1) === EQUALS) {
        current.parts[current.parts.length - 1] = last.subarray(0, -1)
        // Some programs fold the continuation as well.
        this.append(line[0] === SPACE || line[0] === TAB ? line.subarray(1) : line)
        return
      }
    }
    if (current && (line[0] === SPACE || line[0] === TAB)) {
      this.append(line.subarray(1))
      return
    }
    this.flush(out)
    if (line.length === 0) return
    const colon = line.indexOf(COLON)
    const head = Buffer.from(line.subarray(0, Math.min(colon < 0 ? 0 : colon, 1_000))).toString('latin1')
    this.current = {
      number: this.number,
      parts: [Uint8Array.from(line)],
      length: line.length,
      printable: /quoted-printable/i.test(head),
    }
  }

  private append(part: Uint8Array): void {
    if (!this.current || this.current.length > MAX_LINE_BYTES) return
    this.current.parts.push(Uint8Array.from(part))
    this.current.length += part.length
  }

  private flush(out: LogicalLine[]): void {
    if (this.current) out.push({ number: this.current.number, bytes: Buffer.concat(this.current.parts) })
    this.current = null
  }
}

/** One property: `item1.TEL;TYPE=work,voice:+1…` */
export type ContentLine = {
  readonly number: number
  /** Upper-case. */
  readonly name: string
  /** Values by parameter, names in upper case; a bare parameter of vCard 2.1 counts as a TYPE. */
  readonly params: ReadonlyMap<string, readonly string[]>
  /** The value with transfer encoding and character set undone; escapes of the format still in it. */
  readonly value: string
}

/** Outlook writes zones such as `TZID=(UTC-05:00) Eastern` without quotes. */
const UNQUOTED_ZONE = /^[^:"]*;TZID=\((?:UTC|GMT)[^)]*\)/i

/** Where the value begins: the first colon outside quotes, else the first one at all. */
function findColon(head: string): number {
  let quoted = false
  for (let i = UNQUOTED_ZONE.exec(head)?.[0].length ?? 0; i < head.length; i++) {
    if (head[i] === '"') quoted = !quoted
    else if (head[i] === ':' && !quoted) return i
  }
  return head.indexOf(':')
}

/** Splits at a sign outside quotes. */
function splitOutside(text: string, sign: string): string[] {
  const parts: string[] = []
  let quoted = false
  let start = 0
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') quoted = !quoted
    else if (text[i] === sign && !quoted) {
      parts.push(text.slice(start, i))
      start = i + 1
    }
  }
  parts.push(text.slice(start))
  return parts
}

const ENCODINGS = /^(quoted-printable|base64|b|8bit|7bit)$/i

/** RFC 6868: `^n`, `^'` and `^^` within parameters. */
const unescapeParam = (text: string): string =>
  text
    .replace(/^"(.*)"$/, '$1')
    .replace(/\^([n'^])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign === "'" ? '"' : '^'))

function parseParams(parts: readonly string[]): Map<string, string[]> {
  const params = new Map<string, string[]>()
  const add = (name: string, values: readonly string[]): void => {
    params.set(name, [...(params.get(name) ?? []), ...values])
  }
  for (const part of parts) {
    const equals = part.indexOf('=')
    if (equals > 0) {
      const values = splitOutside(part.slice(equals + 1), ',').map(unescapeParam)
      add(part.slice(0, equals).trim().toUpperCase(), values)
    } else if (part.trim() !== '') add(ENCODINGS.test(part.trim()) ? 'ENCODING' : 'TYPE', [part.trim()])
  }
  return params
}

function decodeQuotedPrintable(bytes: Uint8Array): Uint8Array {
  const out: number[] = []
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0
    if (byte === EQUALS) {
      const code = Number.parseInt(String.fromCharCode(bytes[i + 1] ?? 0, bytes[i + 2] ?? 0), 16)
      if (/^[0-9a-f]{2}$/i.test(String.fromCharCode(bytes[i + 1] ?? 0, bytes[i + 2] ?? 0))) {
        out.push(code)
        i += 2
        continue
      }
    }
    out.push(byte)
  }
  return Uint8Array.from(out)
}

/** A logical line as a property; null for what has no colon or no name: the rest of a picture, junk. */
export function parseContentLine(line: LogicalLine): ContentLine | null {
  // Latin-1 keeps one character a byte, so that places in the text are places in the bytes.
  const colon = findColon(Buffer.from(line.bytes).toString('latin1'))
  if (colon <= 0) return null
  const [rawName, ...rest] = splitOutside(decodeText(line.bytes.subarray(0, colon)), ';')
  const name = (rawName?.split('.').at(-1) ?? '').trim().toUpperCase()
  if (!/^[A-Z0-9_/-]+$/.test(name)) return null
  const params = parseParams(rest)
  const raw = line.bytes.subarray(colon + 1)
  const printable = params.get('ENCODING')?.some((encoding) => /^quoted-printable$/i.test(encoding)) ?? false
  const value = decodeCharset(printable ? decodeQuotedPrintable(raw) : raw, params.get('CHARSET')?.[0])
  return { number: line.number, name, params, value }
}

/** Undoes the escapes of a text value: `\n`, `\,`, `\;`, `\\`. */
export const unescapeText = (value: string): string =>
  value.replace(/\\(.)/gs, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign))

/** The parts of a structured value (`N`, `ADR`, `ORG`), unescaped. */
export function splitStructured(value: string): string[] {
  const parts: string[] = []
  let start = 0
  for (let i = 0; i < value.length; i++) {
    if (value[i] === '\\') i++
    else if (value[i] === ';') {
      parts.push(value.slice(start, i))
      start = i + 1
    }
  }
  parts.push(value.slice(start))
  return parts.map((part) => unescapeText(part).trim())
}
