import { foldLetters } from '../names/fold.ts'

/** Second levels under which names are registered, beside a country's top level. */
const SECOND_LEVELS = new Set('co com org net ac gov edu gob or ne go nom ltd plc me'.split(' '))

/**
 * The domain that an organisation registered: `ei.enron.com` is `enron.com`, `mail.acme.co.uk` is `acme.co.uk`.
 * A rule of thumb that needs no list: of two-letter top levels, known second levels stay with the name.
 */
export function baseDomain(domain: string): string {
  const labels = domain.split('.')
  const top = labels.at(-1) ?? ''
  const second = labels.at(-2) ?? ''
  const kept = top.length === 2 && SECOND_LEVELS.has(second) ? 3 : 2
  return labels.slice(-kept).join('.')
}

/** The name within a registered domain: `acme` of `acme.co.uk`. */
export const domainLabel = (base: string): string => (base.split('.')[0] ?? '').replaceAll('-', '')

const LEGAL_FORMS = new Set(
  `inc incorporated corp corporation co company ltd limited llc llp lp plc gmbh ag kg kgaa ohg gbr se ev eg sa sas sarl spa srl
  bv nv ab as asa oy oyj aps kk pty pte sro spzoo holding holdings group gruppe international the and und et und`.split(
    /\s+/,
  ),
)

/** An organisation's name for comparison: folded, without legal forms and blanks. */
export const organisationKey = (name: string): string => {
  const words = foldLetters(name.replace(/\.(?:com|net|org)\b/i, '').replace(/\./g, '')).split(' ')
  const kept = words.filter((word) => !LEGAL_FORMS.has(word))
  return (kept.length > 0 ? kept : words).join('')
}
