import { cleanName, nameKey } from '#core/identity/normalise.ts'
import type { Identity } from '#core/model/identity.ts'
import type { PersonRecord } from '#core/model/records.ts'
import { phoneIdentity } from '../phone.ts'
import { decodeText } from '../text/decode.ts'
import type { Headers } from './headers.ts'
import { type Body, BODY_BYTES } from './words-in-body.ts'

/** Lines of a signature that are looked at. */
const MAX_LINES = 8
/** Longest line of one that is read: longer ones are disclaimers. */
const MAX_LINE = 80

/** Words that make a line a title, in the languages of most business mail. */
const TITLE =
  /\b(?:(?:vice )?president|vp|svp|evp|ceo|cto|cfo|coo|cmo|cio|chief|director|manager|head of|partner|founder|co-founder|owner|principal|consultant|engineer|developer|architect|analyst|designer|scientist|professor|lecturer|attorney|lawyer|counsel|editor|journalist|coordinator|specialist|officer|associate|assistant|executive|advisor|adviser|geschäftsführer(?:in)?|leiter(?:in)?|berater(?:in)?|vorstand|inhaber(?:in)?|directeur|directrice|gérant|responsable|ingénieur|gerente|responsabile|direttore)\b/i
/** What makes a line the name of an organisation. */
const FIRM =
  /\b(?:gmbh|ag|kg|se|inc|llc|ltd|limited|plc|corp(?:oration)?|company|group|university|institute|s\.?a\.?|s\.?r\.?l|b\.?v|oy|ab|a\/s)\.?$/i
/** Numbers that are one person's own: a switchboard is shared by many. */
const MOBILE =
  /^(?:mobile?|cell(?:phone| phone)?|handy|mob|m|c|portable|cellulare|móvil)\b\.?\s*[:.]?\s*(\+?[\d(][\d\s()./-]{6,24}\d)$/i

/** The lines after `-- `, the line that begins a signature (RFC 3676 §4.3); null where there is none in plain text. */
function signatureLines(headers: Headers, { bytes, start, end }: Body): readonly string[] | null {
  const type = headers.raw('content-type')
  if (type !== undefined && type.includes('/') && !/^\s*text\/plain/i.test(type)) return null
  const encoding = headers.raw('content-transfer-encoding')
  if (encoding !== undefined && !/^\s*[78]bit/i.test(encoding)) return null
  const body = bytes.subarray(start, Math.min(end, start + BODY_BYTES))
  const at = body.indexOf('\n-- ', 0, 'latin1')
  if (at < 0) return null
  const line = body.indexOf(10, at + 1)
  // Only blanks may follow the two dashes.
  if (line < 0 || line - at > 6) return null
  return decodeText(body.subarray(line + 1, line + 1 + MAX_LINES * 120))
    .split(/\r?\n/, MAX_LINES)
    .map((text) => text.trim())
    .filter((text) => text !== '' && text.length <= MAX_LINE)
}

/**
 * What the signature of a message says of its author: title, organisation, mobile number. Only where it begins with
 * the author's own name: a signature of somebody else, of a list or of a program says nothing of them. Weaker evidence
 * than a field that somebody filled in: it is marked as `via: 'signature'`.
 */
export function readSignature(
  headers: Headers,
  body: Body,
  author: { readonly identity: Identity; readonly name: string },
  at: number | null,
  region: string | null,
): PersonRecord | null {
  const [first, ...lines] = signatureLines(headers, body) ?? []
  if (first === undefined || !nameKey(first).startsWith(nameKey(author.name)) || nameKey(author.name) === '')
    return null
  let title: string | undefined
  let organisation: string | undefined
  let phone: Identity | null = null
  for (const line of lines) {
    if (/^[>|]|https?:|@/.test(line)) continue
    const mobile = MOBILE.exec(line)?.[1]
    if (mobile !== undefined) phone ??= phoneIdentity(mobile, region)
    else if (title === undefined && TITLE.test(line)) {
      const parts = line.split(/\s*[,|·•]\s+|\s+(?:at|bei|chez|@)\s+|\s+[-–—]\s+/)
      title = cleanName(parts[0] ?? '')
      if (parts.length === 2) organisation ??= cleanName(parts[1] ?? '')
    } else if (organisation === undefined && FIRM.test(line)) organisation = cleanName(line)
  }
  if (title === undefined && organisation === undefined && phone === null) return null
  return {
    type: 'person',
    identities: phone === null ? [author.identity] : [author.identity, phone],
    via: 'signature',
    ...(title === undefined || title === '' ? {} : { title }),
    ...(organisation === undefined || organisation === '' ? {} : { organisation }),
    ...(at === null ? {} : { at }),
  }
}
