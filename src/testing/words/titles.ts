import type { NameList } from './names.ts'

/** The rungs of a career from first job to head of the house, with their true seniority in [0, 1]. */
export const rungs = [
  { rung: 'entry', seniority: 0.1, weight: 10 },
  { rung: 'specialist', seniority: 0.28, weight: 26 },
  { rung: 'manager', seniority: 0.46, weight: 28 },
  { rung: 'head', seniority: 0.66, weight: 18 },
  { rung: 'vice president', seniority: 0.82, weight: 8 },
  { rung: 'chief', seniority: 0.94, weight: 10 },
] as const

/** How near a person's work is to the owner's field, "B2B marketing and sales". */
export type Nearness = 'field' | 'near' | 'far'

const english: Readonly<Record<Nearness, readonly (readonly string[])[]>> = {
  field: [
    ['Marketing Assistant', 'Sales Trainee', 'Junior Content Writer'],
    ['Marketing Specialist', 'Account Executive', 'Content Strategist', 'Demand Generation Specialist'],
    ['Marketing Manager', 'Sales Manager', 'Senior Product Marketing Manager', 'Key Account Manager'],
    ['Head of Marketing', 'Sales Director', 'Director of Demand Generation', 'Marketing Director'],
    ['Vice President Marketing', 'VP Sales', 'VP Revenue'],
    ['Chief Marketing Officer', 'Chief Revenue Officer', 'Founder and Managing Director', 'CMO'],
  ],
  near: [
    ['Project Assistant', 'Junior Analyst', 'Communications Trainee'],
    ['Business Analyst', 'Public Relations Consultant', 'Customer Success Specialist', 'Journalist'],
    ['Product Manager', 'Communications Manager', 'Partnerships Manager', 'Senior Editor'],
    ['Head of Product', 'Director of Communications', 'Head of Partnerships'],
    ['VP Product', 'Vice President Strategy'],
    ['Chief Executive Officer', 'Managing Partner', 'Co-founder and CEO', 'Chief Product Officer'],
  ],
  far: [
    ['Laboratory Assistant', 'Intern, Finance', 'Junior Developer'],
    ['Software Engineer', 'Accountant', 'Nurse', 'Lecturer', 'Civil Engineer', 'Translator'],
    ['Engineering Manager', 'Finance Manager', 'Senior Lecturer', 'Human Resources Manager'],
    ['Head of Engineering', 'Director of Finance', 'Head of Legal', 'Professor of Chemistry'],
    ['VP Engineering', 'Vice President Human Resources'],
    ['Chief Technology Officer', 'Chief Financial Officer', 'General Counsel'],
  ],
}

/** Titles in the field in other languages, rung by rung. */
const elsewhere: Readonly<Record<Exclude<NameList['language'], 'en'>, readonly (readonly string[])[]>> = {
  de: [
    ['Assistenz Marketing'],
    ['Referentin Marketing', 'Vertriebsmitarbeiter'],
    ['Vertriebsmanager', 'Managerin Produktmarketing'],
    ['Leiter Marketing', 'Vertriebsleiterin'],
    ['Bereichsleiterin Vertrieb'],
    ['Geschäftsführerin', 'Geschäftsführer Vertrieb'],
  ],
  fr: [
    ['Assistante marketing'],
    ['Chargé de marketing', 'Attachée commerciale'],
    ['Responsable marketing', 'Responsable des ventes'],
    ['Directrice marketing', 'Directeur commercial'],
    ['Vice-présidente ventes'],
    ['Directrice générale', 'Président'],
  ],
  es: [
    ['Asistente de marketing'],
    ['Especialista en marketing', 'Ejecutivo de ventas'],
    ['Gerente de marketing', 'Responsable de ventas'],
    ['Directora de marketing', 'Director de ventas'],
    ['Vicepresidenta de ventas'],
    ['Directora general', 'Socio fundador'],
  ],
  it: [
    ['Assistente marketing'],
    ['Specialista marketing', 'Addetto alle vendite'],
    ['Responsabile marketing', 'Responsabile vendite'],
    ['Direttrice marketing', 'Direttore commerciale'],
    ['Vicepresidente vendite'],
    ['Amministratore delegato', 'Direttrice generale'],
  ],
}

/** The titles that somebody on a rung may bear. */
export function titlesFor(
  rung: number,
  nearness: Nearness,
  language: NameList['language'],
): readonly string[] {
  const local = language === 'en' || nearness !== 'field' ? undefined : elsewhere[language][rung]
  return local ?? english[nearness][rung] ?? english[nearness][0]!
}
