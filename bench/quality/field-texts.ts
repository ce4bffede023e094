/**
 * Fields as users describe them, and what people who are in them call themselves or write about: titles, employers'
 * lines of work and subjects, labelled by hand before anything was measured. Each text belongs to its own field and to
 * none of the others. English first, then the same kind of thing in six other languages.
 */
export const fields: readonly {
  readonly field: string
  readonly english: string
  readonly others: string
}[] = [
  {
    field: 'Renewable energy: solar and wind parks',
    english: `Photovoltaics installer | Head of Wind Development | Energy trader | Solar project developer | Turbine maintenance
      technician | Grid connection engineer | Battery storage lead | Hydropower plant operator | Biogas consultant
      | Subject: offshore turbines permit | Subject: feed-in tariffs 2024 | Director, Clean Power | Electricity market analyst`,
    others: `Projektleiterin Windkraft | Photovoltaik-Installateur | Ingénieure éolien | Responsable énergie solaire
      | Técnico de energía eólica | Engenheiro de energia solar | Tecnico fotovoltaico | Adviseur zonne-energie
      | Leiter Stromhandel | Betreff: Einspeisevergütung`,
  },
  {
    field: 'Marketing and advertising for small businesses',
    english: `Brand strategist | SEO copywriter | Social media manager | Advertising sales | Content marketer | Campaign planner
      | Growth hacker | Public relations officer | Media buyer | Subject: newsletter open rates | Subject: logo and slogan
      | Community manager, Instagram | Head of Communications`,
    others: `Werbetexterin | Marketingleiter | Mediaplaner | Chargée de publicité | Directrice marketing | Redactor publicitario
      | Gerente de marketing digital | Responsabile pubblicità | Merkstrateeg | Öffentlichkeitsarbeit`,
  },
  {
    field: 'Employment law',
    english: `Labor attorney | Employment solicitor | Trade union counsel | Barrister, discrimination claims | Legal counsel
      | Paralegal, dismissals | Works council adviser | Judge at the labour court | Subject: unfair dismissal claim
      | Subject: severance agreement | Subject: collective bargaining | Litigation partner | Professor of labour law`,
    others: `Fachanwältin für Arbeitsrecht | Arbeitsrichter | Juristin Personalrecht | Avocat en droit social
      | Juriste droit du travail | Abogado laboralista | Advogada trabalhista | Avvocato giuslavorista
      | Advocaat arbeidsrecht | Betreff: Kündigungsschutzklage`,
  },
  {
    field: 'Digital health: software for hospitals and clinics',
    english: `Chief Medical Information Officer | Nurse informatics specialist | Telemedicine founder | Radiology IT lead
      | Electronic health records consultant | Physician and app developer | Hospital CIO | Patient portal product owner
      | Subject: clinical data interoperability | Subject: appointment reminders for patients | Medical device engineer
      | Surgeon | Pharmacy systems manager`,
    others: `Chefarzt | Klinik-IT-Leiter | Pflegedirektorin | Médecin, télémédecine | Directrice des systèmes hospitaliers
      | Médica de urgencias | Enfermeira chefe | Informatico ospedaliero | Zorg-ICT adviseur | Betreff: Patientenakte`,
  },
  {
    field: 'Commercial real estate',
    english: `Office leasing agent | Property developer | Shopping centre manager | Broker, industrial premises | Land surveyor
      | Facility manager | Building appraiser | Estate agent | Subject: rent review | Subject: vacant retail units
      | Real estate investment trust analyst | Landlord relations | Mortgage underwriter, towers`,
    others: `Immobilienmaklerin | Gewerbeimmobilien-Entwickler | Hausverwalterin | Agent immobilier | Directeur de patrimoine
      immobilier | Agente inmobiliario | Corretor de imóveis | Agente immobiliare | Makelaar bedrijfspanden
      | Betreff: Mietvertrag Büroflächen`,
  },
  {
    field: 'Logistics and supply chains',
    english: `Freight forwarder | Warehouse supervisor | Fleet dispatcher | Port operations manager | Customs broker
      | Demand planner | Last-mile delivery founder | Container shipping clerk | Procurement lead | Truck driver
      | Subject: delayed containers Rotterdam | Subject: pallets and cross-docking | Inventory controller`,
    others: `Speditionskaufmann | Lagerleiterin | Disponent | Responsable logistique | Affréteur | Jefe de almacén
      | Gerente de transporte | Responsabile magazzino | Logistiek planner | Betreff: Zollpapiere`,
  },
]
