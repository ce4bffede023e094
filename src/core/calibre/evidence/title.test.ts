import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MAX_TITLE, levelWords, titleLevel } from './title.ts'
import { rungs } from './title-ladder.ts'
import type { Rung } from './title-ladder.ts'

const titles: Readonly<Record<string, Readonly<Record<string, Rung | null>>>> = {
  English: {
    'Chief Executive Officer': 'head',
    'President & CEO': 'head',
    'Co-Founder/CTO': 'head',
    'Founder and Managing Partner': 'head',
    'Chairman of the Board': 'head',
    'C.E.O.': 'head',
    'Chief Digital Transformation Officer': 'chief',
    'Chief Financial Officer at Acme Inc.': 'chief',
    'Managing Director': 'chief',
    Owner: 'chief',
    'Non-Executive Director': 'chief',
    'VP & Chief of Staff': 'vice-president',
    'Vice President, Sales': 'vice-president',
    'Senior Vice President Operations': 'vice-president',
    SVP: 'vice-president',
    'EVP, Sales': 'vice-president',
    'General Counsel': 'vice-president',
    Partner: 'vice-president',
    'Professor of Economics': 'vice-president',
    'Asst. Gen. Counsel': 'director',
    'Assistant Professor': 'director',
    'Assistant Vice President': 'director',
    'Deputy CEO': 'vice-president',
    'Head of Marketing': 'director',
    'Senior Director of Product': 'director',
    'Dir Trading': 'director',
    Principal: 'director',
    'Associate Director': 'manager',
    'Deputy Director': 'manager',
    'Marketing Manager': 'manager',
    'Team Lead, Platform': 'manager',
    'Assistant Manager': 'professional',
    'Junior Manager': 'professional',
    'Product Owner': 'professional',
    'HR Business Partner': 'professional',
    'Key Account Manager': 'professional',
    'Project Manager (m/f/d)': 'professional',
    'Software Engineer': 'professional',
    Attorney: 'professional',
    'Freelance designer': 'professional',
    'Advisor to the CEO': 'professional',
    Analyst: 'staff',
    'Sales Executive': 'staff',
    'Customer Service Representative': 'staff',
    'Office Manager': 'staff',
    'Executive Assistant & Office Manager': 'staff',
    'Assistant to the CEO': 'assistant',
    'Executive Assistant to the President & CEO': 'assistant',
    "CEO's assistant": 'assistant',
    'PA to the Managing Director': 'assistant',
    'Legal Secretary': 'assistant',
    'Student at MIT': 'trainee',
    'PhD Student': 'trainee',
    'Marketing Intern': 'trainee',
    'Former CEO': 'vice-president',
    'CEO (retired)': 'vice-president',
    Retired: null,
    'Aspiring CEO': null,
    'Making light bulbs dance': null,
  },
  Enron: {
    'VP & CRO': 'chief',
    'Mgr Trading': 'manager',
    'Mng Director & Gen Cnsl': 'chief',
    'VP & Asst Gen Cnsl': 'vice-president',
    'Gen Cnsl Asst': 'director',
    'ENA President & CEO': 'head',
    'VP of Enron Online': 'vice-president',
    'Director & Cnsl': 'director',
    'Specialist Legal': 'staff',
    Employee: 'staff',
    'Mng Dir Trading': 'chief',
  },
  German: {
    'Leiterin Vertrieb DACH': 'director',
    'Leiter:in Marketing (m/w/d)': 'director',
    Geschäftsführer: 'head',
    'Geschäftsführende Gesellschafterin': 'head',
    Vorstandsvorsitzender: 'head',
    'Mitglied des Vorstands': 'chief',
    Inhaberin: 'chief',
    Gesellschafter: 'chief',
    Prokurist: 'director',
    'Abteilungsleiterin Einkauf': 'director',
    'Stellv. Abteilungsleiter': 'manager',
    'Teamleiter Kundenservice': 'manager',
    Projektleiter: 'professional',
    Rechtsanwältin: 'professional',
    Unternehmensberater: 'professional',
    'Sachbearbeiterin Buchhaltung': 'staff',
    'Assistentin der Geschäftsführung': 'assistant',
    Vorstandsassistentin: 'assistant',
    'Referent des Vorstands': 'professional',
    Werkstudentin: 'trainee',
    Auszubildender: 'trainee',
    'Praktikant im Vertrieb': 'trainee',
    'Geschäftsführer a.D.': 'vice-president',
  },
  French: {
    PDG: 'head',
    'Directrice générale': 'head',
    Gérant: 'head',
    'Fondatrice & CEO': 'head',
    'Directeur adjoint': 'manager',
    'Directeur commercial': 'director',
    'Directeur·rice marketing': 'director',
    DRH: 'vice-president',
    'Responsable communication': 'manager',
    'Chef de projet': 'professional',
    Avocate: 'professional',
    'Chargée de clientèle': 'staff',
    'Assistante de direction': 'assistant',
    'Assistant du directeur général': 'assistant',
    Stagiaire: 'trainee',
  },
  Spanish: {
    'Director General': 'head',
    'Consejera delegada': 'head',
    Socio: 'vice-president',
    'Directora de Ventas': 'director',
    'Director/a financiero': 'chief',
    'Director/a de ventas': 'director',
    'Gerente de operaciones': 'manager',
    'Jefa de ventas': 'manager',
    Abogado: 'professional',
    Consultora: 'professional',
    'Secretaria de dirección': 'assistant',
    Becario: 'trainee',
  },
  Portuguese: {
    'Diretor Geral': 'head',
    'Sócio-fundador': 'head',
    'Diretora Comercial': 'director',
    'Gerente de Marketing': 'manager',
    'Gerente de projetos': 'professional',
    Engenheira: 'professional',
    Estagiária: 'trainee',
  },
  Italian: {
    'Amministratore Delegato': 'head',
    Titolare: 'chief',
    'Direttrice Vendite': 'director',
    'Responsabile Marketing': 'manager',
    Consulente: 'professional',
    Impiegata: 'staff',
    'Assistente alla direzione': 'assistant',
    Tirocinante: 'trainee',
  },
  Dutch: {
    'Algemeen directeur': 'head',
    'Oprichter en CEO': 'head',
    Eigenaar: 'chief',
    Vennoot: 'vice-president',
    'Hoofd Inkoop': 'director',
    Teamleider: 'manager',
    Adviseur: 'professional',
    'Medewerker administratie': 'staff',
    Directiesecretaresse: 'assistant',
    Stagiair: 'trainee',
  },
}

for (const [language, expected] of Object.entries(titles)) {
  test.each(Object.entries(expected))(`${language}: %s is %s`, (title, rung) => {
    expect(titleLevel(title)?.rung ?? null).toBe(rung)
  })
}

test('the parts of a compound count by the highest, and it says what it read', () => {
  expect(titleLevel('VP & Chief of Staff')).toEqual({ level: 0.8, rung: 'vice-president', matched: 'vp' })
  expect(titleLevel('Deputy Director of Sales')).toMatchObject({ matched: 'deputy director' })
})

test('deputy, junior and former lower a title; senior raises it', () => {
  const level = (title: string): number => titleLevel(title)!.level
  for (const lower of ['Deputy', 'Assistant', 'Associate', 'Junior', 'Vice', 'Former']) {
    expect(level(`${lower} Director`)).toBeLessThan(level('Director'))
  }
  expect(level('Senior Director')).toBeGreaterThan(level('Director'))
})

test('upper case, blanks and punctuation change nothing', () => {
  for (const title of Object.values(titles).flatMap((each) => Object.keys(each))) {
    expect(titleLevel(`  ${title.toUpperCase()} `)).toEqual(titleLevel(title))
  }
})

test('no phrase stands twice in the ladder', () => {
  const phrases = rungs.flatMap((rung) =>
    rung.phrases.split(',').map((phrase) => phrase.trim().replace(/\s+/g, ' ')),
  )
  expect(phrases.filter((phrase, at) => phrases.indexOf(phrase) !== at)).toEqual([])
})

test('the ladder climbs, and every rung has words', () => {
  rungs.reduce((below, rung) => {
    expect(rung.level).toBeGreaterThan(below)
    expect(levelWords(rung.id)).not.toBe('')
    return rung.level
  }, 0)
})

test('whatever the text, it is null or a level between 0 and 1', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom(...Array.from('aeoäßÉıİﬁ中😀.,-/&()\u0000\u0301 ')),
        maxLength: 200,
      }),
      (text) => {
        const found = titleLevel(text)
        if (found !== null) {
          expect(found.level).toBeGreaterThan(0)
          expect(found.level).toBeLessThanOrEqual(1)
        }
      },
    ),
    { numRuns: 30 },
  )
  expect(titleLevel('')).toBeNull()
  expect(titleLevel(`${'x '.repeat(MAX_TITLE)} CEO`)).toBeNull()
})
