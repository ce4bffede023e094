/**
 * Words that mean the same line of work in several languages, folded; each line is one concept. A hyphen at the end
 * stands for any ending. Only what titles, headlines and industries commonly name; what is missing is compared by
 * its own word.
 */
export const concepts: Readonly<Record<string, string>> = {
  sales:
    'sales, selling, seller-, salesperson, vertrieb-, verkauf-, vente-, vendeur-, commercial, ventas, vendas, vendite, verkoop-, retail-, store, stores, distributor-, vendor-',
  marketing:
    'marketing-, marketer-, werbung, werbe-, advertis-, publicite, publicidad-, publicidade, pubblicita, reclame, brand-, marke, promotion-, campaign-, sponsor-, merchandis-, slogan-, billboard-, logo, publicity',
  law: 'law, laws, lawyer-, legal-, attorney-, counsel, cnsl, solicitor-, barrister-, litigation, recht-, jurist-, juridi-, jurid-, anwalt-, droit, avocat-, derecho, abogad-, direito, advoga-, giuridic-, avvocat-, advoca-, court, courts, judge, judicial, prosecut-, lawsuit-, plaintiff-',
  finance:
    'financ-, finanz-, treasur-, investment-, investor-, banking, bank-, banque, banca, banco, venture, equity, capital, fund, funds, asset, assets, credit, loan-, lending, lender-, brokerage, portfolio-, hedge, securities, stock',
  accounting:
    'accounting, accountant-, audit-, bookkeep-, buchhalt-, steuer-, tax, taxes, taxation, wirtschaftspruf-, comptab-, contab-, commercialist-, boekhoud-, payroll, billing, budget-',
  people:
    'hr, human, recruit-, talent-, staffing, personalabteilung, personalwesen, personalleit-, personalreferent-, personalberat-, personalentwickl-, personnel, recrutement, recursos, humanos, humain-, risorse, umane, personeel-, werving, hiring, coaching, mentoring',
  engineering:
    'engineer-, ingenieur-, ingenier-, engenh-, ingegner-, engineering, technik-, techni-, mechanic-, instrumentation',
  software:
    'software, developer-, programm-, entwickl-, developp-, desarroll-, desenvolv-, svilupp-, ontwikkel-, coding, devops, informati-, it, computer-, network-',
  data: 'data, daten-, donnees, datos, dados, dati, analytic-, statisti-, survey-, forecast-, methodolog-',
  design: 'design-, gestalt-, ux, ui, diseno, disen-, grafi-, graphi-, illustrat-, photograph-, layout-',
  consulting:
    'consult-, consulting, advisory, berat-, unternehmensberat-, conseil-, consultor-, consulen-, advies-, adviseur-',
  purchasing:
    'purchas-, procurement, buyer-, sourcing, einkauf-, achat-, acheteur-, compras, acquisti, inkoop-, inkoper-',
  logistics:
    'logisti-, supply, transport-, shipping, freight, warehous-, lager-, spedition-, cargo, container-, rail, port, ports, truck-, terminal-, depot-, haul-',
  production:
    'manufactur-, production, produktion-, fertigung-, producc-, producao, produzione, productie, factory, plant, factories, machinery, industrial, automobile-, automotive, textile-, steel, semiconductor-',
  research:
    'research-, forsch-, wissenschaft-, recherche-, investigacion, investigador-, pesquis-, ricerc-, onderzoek-, scien-, laborator-, biolog-, physics, chemist-, genetic-, biotech-',
  education:
    'educat-, teach-, school-, universit-, bildung-, lehr-, schul-, enseign-, ensenanza, educac-, istruzione, onderwijs-, faculty, academic-, curriculum, college-, campus, kindergarten, academy, learning, pupil-',
  health:
    'health-, medic-, hospital-, clinic-, pharma-, gesundheit-, arzt-, klinik-, sante, salud, saude, sanita-, zorg-, nurs-, patient-, doctor-, physician-, treatment-, dental, surgical, psychiatr-, therap-, pediatric-, veterinar-, rehabilit-, nutrition-',
  property:
    'estate, property, realty, immobilien-, makler-, immobilier-, inmobiliari-, imobiliari-, immobiliar-, vastgoed-, makelaar-, condominium-, apartment-, tenant-, residential',
  construction:
    'construct-, bau, bauunternehm-, architect-, architekt-, batiment, edilizia, bouw-, builder-, building, buildings, renovation, masonry, concrete',
  energy:
    'energ-, power, oil, gas, strom, stromhandel, electric-, petrol-, solar-, wind, fuel-, generator-, renewable-, coal, turbine-, hydro-, utility, utilities, diesel, thermal',
  insurance:
    'insur-, versicher-, assurance-, seguros, assicura-, verzeker-, underwrit-, actuar-, premiums, casualty',
  trading: 'trading, trader-, handel-, handler-, negoce, comercio, commercio, futures, merchant-',
  media:
    'media, press, journalis-, editor-, publish-, redakt-, medien-, verlag-, presse, prensa, stampa, pers, newspaper-, magazine-, reporter-, columnist-, news, correspondent-',
  security:
    'security, cyber-, sicherheit-, securite, seguridad, seguranca, sicurezza, beveilig-, surveillance, privacy, hacker-',
}
