import { SaxesParser } from 'saxes'
import { KithError } from '#core/model/errors.ts'
import type { Entry } from '../importer.ts'
import { counted } from './decode.ts'

/** A tag longer than this (a film within an attribute) is not read: it would have to be held whole. */
const MAX_TAG_CHARS = 256 << 20

/** Characters between two tags that are kept: names and addresses, no pictures. */
const MAX_TEXT_CHARS = 4_096

/** The beginning of a tag with its attributes, or its end with the text right before it. */
export type Tag = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>> | null
  readonly text: string
}

const REFERENCES = /(?:&#(?:x[0-9a-f]{1,6}|\d{1,7});)+/gi
const REFERENCE = /&#(?:x([0-9a-f]+)|(\d+));/gi
/**
 * What may go on in the next chunk: a high surrogate, and a reference that is not complete. The numbers are those
 * of U+D800 to U+DBFF.
 */
const OPEN_END =
  /(?:&#(?:55[3-9]\d\d|5529[6-9]|56[0-2]\d\d|563[01]\d|xd[89ab][0-9a-f]{2});)?(?:&(?:#(?:x[0-9a-f]{0,6}|\d{0,7})?)?)?$/i

const isXml = (code: number): boolean =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 32 && code < 0xfffe) ||
  (code > 0xffff && code < 0x11_0000)

/** A run of references to numbers as text: halves of a pair joined, what XML forbids replaced, signs kept as references. */
function decodeRun(run: string): string {
  let text = ''
  for (const [, hex, decimal] of run.matchAll(REFERENCE)) {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    text +=
      code > 0xffff && code < 0x11_0000
        ? String.fromCodePoint(code)
        : isXml(code)
          ? String.fromCharCode(code)
          : '\uFFFD'
  }
  return text.toWellFormed().replace(/[&<>"'\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** References to characters as XML allows them: the program writes an emoji as two halves, which no parser takes. */
export class ReferenceRepair {
  private carry = ''

  write(text: string): string {
    const all = this.carry + text
    this.carry = OPEN_END.exec(all.slice(-40))?.[0] ?? ''
    return all.slice(0, all.length - this.carry.length).replace(REFERENCES, decodeRun)
  }

  end(): string {
    return this.carry.replace(REFERENCES, decodeRun)
  }
}

/** XML takes a byte order mark that joining files left within a name for a letter of it; no name has one. */
const withoutMark = (name: string): string => name.replaceAll('\uFEFF', '')

/**
 * The tags of an XML file as they come. Broken places are passed over; entities that a document defines are not
 * expanded. `isWhole` of the last step says whether the file ends as it should.
 */
export async function* xmlTags(
  entry: Entry,
): AsyncIterable<{ readonly tags: readonly Tag[]; readonly bytes: number; readonly isWhole: boolean }> {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false })
  let tags: Tag[] = []
  let depth = 0
  let chars = 0
  let text = ''
  parser.on('error', () => {})
  const hear = (more: string): void => {
    if (text.length < MAX_TEXT_CHARS) text += more
  }
  parser.on('text', hear)
  parser.on('cdata', hear)
  parser.on('opentag', ({ name, attributes }) => {
    depth++
    chars = 0
    text = ''
    tags.push({ name: withoutMark(name), attributes, text })
  })
  parser.on('closetag', ({ name }) => {
    depth--
    tags.push({ name: withoutMark(name), attributes: null, text })
    text = ''
  })
  const decoder = new TextDecoder()
  const repair = new ReferenceRepair()
  const source = counted(entry)
  let isAny = false
  for await (const chunk of source.chunks) {
    chars += chunk.length
    if (chars > MAX_TAG_CHARS) {
      throw new KithError(
        'unreadable',
        `${entry.path} holds an attachment above 256 MB. Back up without attachments.`,
      )
    }
    parser.write(repair.write(decoder.decode(chunk, { stream: true })))
    isAny ||= tags.length > 0
    yield { tags, bytes: source.bytes, isWhole: true }
    tags = []
  }
  parser.write(repair.write(decoder.decode()) + repair.end())
  const isWhole = depth === 0
  isAny ||= tags.length > 0
  if (isAny) {
    // Closing reports tags that were never closed as closed.
    const held = tags
    tags = []
    parser.close()
    yield { tags: held, bytes: source.bytes, isWhole }
  }
}
