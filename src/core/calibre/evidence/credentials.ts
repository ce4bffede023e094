import { fold } from '../words.ts'
import type { CredentialsEvidence } from './evidence.ts'

/** A credential proves a standard was met; it weighs as a recommendation does. Both numbers are assumptions. */
const CREDENTIAL_RELIABILITY = 1

/**
 * Credentials that people carry in their names, folded, with the level each shows: doctorates and chairs, memberships
 * of a trade body (chartered, fellows above members), examinations.
 */
const credentials: Readonly<Record<string, readonly [shown: string, level: number]>> = {
  prof: ['Prof.', 0.8],
  phd: ['PhD', 0.65],
  dphil: ['DPhil', 0.65],
  scd: ['ScD', 0.65],
  md: ['MD', 0.65],
  jd: ['JD', 0.6],
  dr: ['Dr.', 0.65],
  frs: ['FRS', 0.95],
  freng: ['FREng', 0.9],
  faia: ['FAIA', 0.8],
  fcca: ['FCCA', 0.7],
  fca: ['FCA', 0.7],
  frics: ['FRICS', 0.75],
  fiet: ['FIET', 0.75],
  facp: ['FACP', 0.75],
  facs: ['FACS', 0.75],
  fsa: ['FSA', 0.7],
  fia: ['FIA', 0.7],
  ceng: ['CEng', 0.65],
  mrics: ['MRICS', 0.6],
  cfa: ['CFA', 0.65],
  cpa: ['CPA', 0.6],
  acca: ['ACCA', 0.6],
  aca: ['ACA', 0.6],
  cfp: ['CFP', 0.55],
  caia: ['CAIA', 0.55],
  frm: ['FRM', 0.55],
  pmp: ['PMP', 0.5],
  cissp: ['CISSP', 0.55],
  mba: ['MBA', 0.55],
  llm: ['LL.M.', 0.6],
  esq: ['Esq.', 0.55],
  qc: ['QC', 0.85],
  kc: ['KC', 0.85],
  sphr: ['SPHR', 0.55],
  pe: ['PE', 0.55],
}
/** Credentials that are also initials or names: they count after a comma only. */
const AMBIGUOUS = new Set(['pe', 'md', 'qc', 'kc', 'aca', 'fia', 'fsa'])

/**
 * Certificates and degrees that a person's name carries ("Jane Doe, PhD, CFA"), as evidence; null where it carries
 * none. level = the highest of them; several weigh no more than one, as they often go together.
 */
export function credentialsEvidence(names: readonly string[]): CredentialsEvidence | null {
  const found = new Map<string, number>()
  for (const name of names) {
    const [before = '', ...after] = name.split(',')
    // "Doe, Jane" has its comma in the name: what follows must then be a credential to be read as one.
    for (const [text, listed] of [[before, false], ...after.map((part) => [part, true] as const)] as const)
      for (const word of words(text)) {
        const credential = credentials[word]
        if (credential !== undefined && (listed || !AMBIGUOUS.has(word)))
          found.set(credential[0], credential[1])
      }
  }
  if (found.size === 0) return null
  return {
    kind: 'credentials',
    credentials: [...found].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([shown]) => shown),
    level: Math.max(...found.values()),
    reliability: CREDENTIAL_RELIABILITY,
    relevance: null,
    recency: 1,
    at: null,
  }
}

const words = (text: string): string[] =>
  fold(text)
    .replace(/\bph\.?\s?d\b/g, 'phd')
    .replace(/\bll\.?\s?m\b/g, 'llm')
    .split(/[^\p{L}]+/u)
