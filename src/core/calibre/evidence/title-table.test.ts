import { expect, test } from 'vitest'
import { titleLevel } from './title.ts'

/**
 * Titles by language and rung. Each was put on its rung by hand, from what such a person decides in an organisation
 * and before the parser was asked; `none` are titles that say nothing of rank.
 */
const table: Readonly<Record<string, string>> = {
  English: `
    head: Chief Executive | Group CEO | President, North America | Founder | Co-founder & Chief Product Officer
      | Executive Chairman | Mayor of Springfield | Managing Partner at Smith LLP | CEO and Board Member | Founding Partner
    chief: CFO | Chief Technology Officer | Chief Information Security Officer | Group CFO | Chief People Officer
      | Co-owner | Business Owner | Managing Director, EMEA | Board Member | Secretary General | Chief Revenue Officer
      | Member of the Executive Board | Interim CFO | Chief Medical Officer
    vice-president: VP Engineering | V.P. of Sales | Vice-President Marketing | Exec. Vice President | Equity Partner
      | Senior Partner | Full Professor | Professor Emeritus of Law, Partner | Vice Chairman | SVP & General Manager
      | Federal Judge | Group Vice President | Deputy CFO | EVP and General Counsel | Former President
    director: Director of Engineering | Head of People | Sales Director | Creative Director | Senior Director, Finance
      | General Manager | Country Manager Spain | Associate Professor | Principal Consultant | Chief of Staff
      | Dean of Students | Associate Partner | Associate General Counsel | AVP | Head, Corporate Development
      | Group Treasurer | Regional Director | Executive Director | Editor-in-Chief | Global Head of Sales
      | Company Secretary | Plant Manager | Art Director | Chief Engineer
    manager: Senior Manager | Mgr, Operations | Engineering Manager | HR Manager | Team Leader | Assistant Director
      | Marketing & Communications Manager | Store Manager | Deputy Head of Department | Tech Lead | Branch Manager
      | Finance Manager / Controller | Operations Superintendent | Group Leader Physics | Deputy Director, Public Affairs
    professional: Senior Software Engineer | Lawyer | Solicitor | Data Scientist | UX Designer | Product Manager
      | Management Consultant | Sr. Consultant | Journalist | Staff Engineer | Research Associate and Data Engineer | Accountant
      | Program Manager | Senior Project Manager | Self-employed | Technical Writer | Customer Success Manager
      | Associate Editor and Writer | Lecturer | Family Doctor | Recruiter | Investment Banker
    staff: Associate | Sales Representative | Account Executive | Financial Analyst | Senior Analyst | Junior Developer
      | HR Specialist | Administrator | Customer Support Agent | Registered Nurse | Teacher | Technician | Coordinator
      | Sales Rep. | Community Manager | Junior Consultant | Credit Officer | Police Officer | Senior Associate
    assistant: Receptionist | Office Assistant | Personal Assistant to CEO | Secretary | Admin Assistant | Data Entry Clerk
      | Assistant to the Board | Executive Assistant | EA to the CFO | Administrative Asst.
    trainee: Summer Intern | Graduate Trainee | Apprentice Electrician | Student | Undergraduate at Oxford | PhD student
      | Legal Intern
    none: Open to work | Dreamer | Living the dream | Blockchain | Speaker and podcast | Looking for new opportunities`,
  Enron: `
    head: President Enron Online | CEO Enron Americas | Chairman & CEO | ENW President
    chief: COO | CRO | Managing Director Trading | Mng Dir Legal
    vice-president: VP Trading | VP Regulatory Affairs | Sr VP | Vice Pres Govt Relations
    director: Director Trading | Dir Pipelines | Director of State Government Affairs | Sr Dir Fundamentals
    manager: Manager Risk Management | Mgr Chief of Desk | Mgr Logistics
    professional: Trader | Sr Cnsl | In House Lawyer | Sr Specialist Attorney
    staff: Sr Specialist | Analyst Cash Desk | Admin | Specialist Gas Control | Associate Trading Desk
    assistant: Administrative Assistant | Admin Asst | Executive Asst`,
  German: `
    head: CEO | Alleingeschäftsführer | Geschäftsführerin | Gründer | Gründerin und Geschäftsführerin
      | Vorsitzende der Geschäftsführung | Präsidentin | Oberbürgermeisterin | Generaldirektor | Co-Founderin | Mitgründerin
      | Gründungspartner
    chief: Vorstand | Finanzvorstand | Vorständin | Aufsichtsrätin | Mitinhaber | Rektorin der Universität
      | Staatssekretär | Vorstandsmitglied | Technischer Vorstand | Generalsekretärin
    vice-president: Partnerin | Vizepräsident | Universitätsprofessor | Professorin für Physik | Chefarzt
      | Mitglied der Geschäftsleitung | Richterin | Justiziarin | Stellvertretender Geschäftsführer
    director: Bereichsleiterin Finanzen | Vertriebsleiter Süd | Leiter Einkauf | Leitung Personal | Abteilungsleitung IT
      | Werksleiter | Niederlassungsleiterin | Oberärztin | Chefredakteurin | Personalleiterin | Direktorin
      | Prokuristin | Marketingleitung | Kaufmännischer Leiter | Amtsleiterin | Stellv. Vizepräsident
    manager: Teamleiterin | Gruppenleiter Entwicklung | Filialleiterin | Leitende Angestellte | Stellvertretende Leiterin
      | Vertriebsmanager | Referatsleiterin | Sachgebietsleiter | Teamleitung Support
    professional: Softwareentwicklerin | Steuerberater | Wirtschaftsprüferin | Ärztin | Redakteurin | Dozent
      | Wissenschaftliche Referentin | Diplom-Ingenieur | Selbstständig | Freiberuflerin | Personalreferent | Architektin
      | Produktmanagerin | Schichtleiter | Betriebsarzt
    staff: Sachbearbeiter | Buchhalterin | Industriekaufmann | Bürokauffrau | Mitarbeiterin Vertrieb | Elektrotechniker
      | Angestellter | Verkäuferin | Wissenschaftlicher Mitarbeiter
    assistant: Sekretärin | Vertriebsassistentin | Assistent der Geschäftsleitung | Teamassistenz | Chefsekretärin
      | Vorstandsassistenz
    trainee: Azubi | Praktikantin | Doktorandin | Studentin | Volontär | Auszubildende zur Industriekauffrau
    none: Rentner | Ruhestand | Weltenbummler`,
  French: `
    head: Président | Président-directeur général | Directeur général | Fondateur | Gérante | Co-fondatrice
      | Présidente du directoire | Maire | DG
    chief: Directeur financier | Propriétaire | Administratrice | Secrétaire général | Directeur général délégué
      | Ministre
    vice-president: Associé | Professeure des universités | Vice-présidente | Avocat associé | Directeur juridique | DSI
    director: Directrice des ventes | Directeur marketing | Directrice de la communication | Rédacteur en chef
      | Directeur d'agence | Directeur régional
    manager: Responsable RH | Chef de service | Cheffe d'équipe | Directrice adjointe | Responsable des achats
      | Cadre supérieur
    professional: Ingénieur | Ingénieure d'études | Développeuse | Consultant | Juriste | Chercheuse | Architecte
      | Cheffe de projet digital | Journaliste | Chef de produit | Formatrice | Acheteur | Médecin | Conseillère
    staff: Chargé de mission | Commerciale | Comptable | Technicienne | Gestionnaire de paie | Vendeuse
      | Chargée de communication
    assistant: Secrétaire | Assistante commerciale | Hôtesse d'accueil | Assistant de la direction
    trainee: Alternant | Étudiante | Apprentie | Doctorante
    none: Retraité`,
  Spanish: `
    head: Presidente | Directora general | Fundadora | CEO y fundador | Consejero delegado | Alcaldesa
      | Cofundador y CTO | Administrador único
    chief: Propietario | Dueña | Director financiero | Consejera independiente | Ministra de Trabajo | Rector
    vice-president: Socia | Vicepresidente | Catedrática de Historia | Socio director de área | Vicepresidenta de ventas
    director: Director comercial | Directora de marketing | Director de operaciones | Redactor jefe | Directora regional
    manager: Jefe de equipo | Gerente | Responsable de compras | Encargada de tienda | Subdirectora | Jefe de departamento
    professional: Ingeniero | Arquitecta | Abogada | Periodista | Jefe de proyecto | Médico | Investigadora | Consultor
      | Desarrollador | Autónomo | Asesora fiscal
    staff: Analista | Técnico de soporte | Administrativa | Comercial | Contable | Coordinadora | Especialista en SEO
    assistant: Asistente | Secretaria | Recepcionista | Auxiliar administrativo
    trainee: Becaria | Estudiante | Aprendiz | Practicante
    none: Jubilado`,
  Portuguese: `
    head: Presidente | Diretora Executiva | Fundadora | Sócio-gerente | Prefeito | CEO e Cofundador
    chief: Proprietária | Diretor Financeiro | Conselheiro | Dono
    vice-president: Vice-presidente | Professora | Sócia
    director: Diretora de Vendas | Diretor de TI | Superintendente
    manager: Gerente Comercial | Gerente | Líder de equipe | Chefe de departamento | Diretor adjunto
    professional: Engenheiro de software | Advogada | Consultora | Jornalista | Desenvolvedora | Gerente de produto
      | Arquiteta | Pesquisador
    staff: Analista de sistemas | Técnica | Vendedora | Coordenadora
    assistant: Assistente | Secretária | Auxiliar administrativo
    trainee: Estagiário | Estudante | Bolseira
    none: Aposentado`,
  Italian: `
    head: Presidente | Direttore generale | Amministratrice delegata | Fondatrice | Sindaco | Amministratore unico
      | CEO e Co-fondatore
    chief: Proprietaria | Consigliere | Direttore finanziario | Rettore
    vice-president: Socio | Professoressa ordinaria | Vicepresidente
    director: Direttore vendite | Dirigente | Direttrice del personale | Caporedattore | Direttore commerciale
    manager: Responsabile acquisti | Capo ufficio | Quadro direttivo | Responsabile risorse umane | Vicedirettrice
    professional: Avvocato | Ingegnere | Consulente | Architetto | Giornalista | Ricercatrice | Commercialista
      | Sviluppatrice
    staff: Impiegato | Analista | Tecnico | Addetta alle vendite | Contabile | Coordinatrice
    assistant: Segretaria | Assistente di direzione
    trainee: Stagista | Studentessa | Apprendista | Dottorando
    none: Pensionato`,
  Dutch: `
    head: Directeur-eigenaar | Voorzitter | Oprichter | Burgemeester | Algemeen directeur en oprichter | Bestuursvoorzitter
    chief: Eigenaresse | Bestuurder | Commissaris | Financieel directeur | Mede-eigenaar
    vice-president: Hoogleraar | Vennoot | Vicevoorzitter
    director: Directeur | Hoofd Personeelszaken | Hoofdredacteur | Commercieel directeur | Afdelingsdirecteur
    manager: Teamleider Zorg | Manager Verkoop | Afdelingshoofd | Adjunct-directeur | Bedrijfsleider
    professional: Adviseur | Advocaat | Projectleider | Ingenieur | ZZP'er | Onderzoeker | Softwareontwikkelaar | Inkoper
      | Docent
    staff: Verkoper | Medewerkster | Boekhouder | Commercieel medewerker
    assistant: Secretaresse | Receptioniste | Directieassistente
    trainee: Stagiaire | Leerling | Student
    none: Gepensioneerd`,
}

const entries = Object.entries(table).flatMap(([language, text]) =>
  text
    .trim()
    .split(/\n\s+(?=[a-z-]+: )/)
    .flatMap((line) => {
      const colon = line.indexOf(': ')
      const rung = line.slice(0, colon)
      return line
        .slice(colon + 2)
        .split('|')
        .map((title) => [language, title.trim().replace(/\s+/g, ' '), rung] as const)
    }),
)

test.each(entries)('%s: %s is %s', (_language, title, rung) => {
  expect(titleLevel(title)?.rung ?? 'none').toBe(rung)
})

test('there are more than four hundred titles in this table, none twice in a language', () => {
  expect(entries.length).toBeGreaterThan(400)
  const seen = entries.map(([language, title]) => `${language}: ${title}`)
  expect(seen.filter((one, at) => seen.indexOf(one) !== at)).toEqual([])
})
