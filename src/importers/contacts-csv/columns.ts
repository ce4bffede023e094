import {
  LABEL,
  MAIL,
  MAIL_ALONE,
  MAIL_ELSEWHERE,
  MAIL_JAPANESE,
  NUMBERED,
  PHONE,
  PHONES,
  SINGLE,
  VALUE,
  type Field,
} from './column-words.ts'

/** A field, and which one of several: the first mail address is 1. */
export type Column = { readonly field: Field; readonly which: string }

/** A column name for comparison: letters and digits in lower case, single blanks. */
export const columnName = (cell: string): string =>
  cell
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** What the columns of a header say, by place; null for those that say nothing of use. */
export function columnsOf(header: readonly string[]): readonly (Column | null)[] {
  const names = header.map(columnName)
  // Beside a job title, the title is Mr or Dr.
  const isTitle = !names.includes('job title')
  return names.map((name) => {
    if (name === 'title' && !isTitle) return null
    const field = SINGLE[name]
    if (field !== undefined) return { field, which: name }
    if (PHONES.has(name)) return { field: 'phone', which: name }
    if (MAIL_ALONE.test(name)) return { field: 'mail', which: name }
    for (const [form, numbered] of NUMBERED) {
      const match = form.exec(name)
      if (match) return { field: numbered, which: match[1] ?? '1' }
    }
    return null
  })
}

/** Columns that only these programs write, or that name the address and telephone columns as they do. */
const MARKS: readonly RegExp[] = [
  /^(?:e mail|phone) \d+ (?:value|type|label)$/,
  /^(?:given name yomi|phonetic first name|group membership|surname yomi)$/,
  /^e mail (?:\d+ )?(?:address|adresse|type|typ|display name|angezeigter name)$/,
  MAIL_ELSEWHERE,
  MAIL_JAPANESE,
  new RegExp(`^(?:${MAIL}|${PHONE}) \\d+ (?:${VALUE}|${LABEL})$`),
  /^(?:primary email|secondary email|primäre e mail adresse|sekundäre e mail adresse|alternate email \d|yahoo phone|messenger id)$/,
  /^(?:téléphone bureau|tél mobile|teléfono (?:del trabajo|particular|móvil)|telefono uff|cellulare|telefone (?:comercial|residencial|celular)|telefoon (?:op werk|thuis)|mobiele telefoon|telefon służbowy|telefon komórkowy)$/,
  /^(?:会社電話|自宅電話|携帯電話)$/,
  /^(?:business phone|home phone|mobile phone|telefon geschäftlich|telefon privat|mobiltelefon)$/,
]

/** Least share of the columns that must be known where nothing else tells whose table it is. */
const KNOWN_SHARE = 0.6

/** How sure it is that a header is of a contacts export: it needs a mark, a name and a way to reach somebody. */
export function sureness(header: readonly string[]): number {
  const names = header.map(columnName)
  const fields = new Set(columnsOf(header).map((column) => column?.field))
  const named = fields.has('name') || fields.has('given') || fields.has('family')
  const reached = fields.has('mail') || fields.has('phone')
  if (!named || !reached) return 0
  const marks = names.filter((name) => MARKS.some((mark) => mark.test(name))).length
  if (marks > 0) return marks === 1 ? 0.4 : 0.9
  // A table that somebody made: a name, a mail address, and little else.
  const known = columnsOf(header).filter((column) => column !== null).length
  const isOfLinkedin = names.includes('connected on')
  return fields.has('mail') && !isOfLinkedin && known >= header.length * KNOWN_SHARE ? 0.4 : 0
}
