/**
 * Words that mean the same line of work in several languages, folded; each line is one concept. A hyphen at the end
 * stands for any ending. Only what titles, headlines and industries commonly name; what is missing is compared by
 * its own word.
 */
export const concepts: Readonly<Record<string, string>> = {
  sales:
    'sales, selling, seller-, salesperson, vertrieb-, verkauf-, vente-, vendeur-, commercial, ventas, vendas, vendite, verkoop-',
  marketing:
    'marketing-, marketer-, werbung, werbe-, advertis-, publicite, publicidad-, publicidade, pubblicita, reclame, brand-, marke',
  law: 'law, laws, lawyer-, legal-, attorney-, counsel, cnsl, solicitor-, barrister-, litigation, recht-, jurist-, juridi-, jurid-, anwalt-, droit, avocat-, derecho, abogad-, direito, advoga-, giuridic-, avvocat-, advoca-',
  finance:
    'financ-, finanz-, treasur-, investment-, investor-, banking, bank-, banque, banca, banco, venture, equity, capital',
  accounting:
    'accounting, accountant-, audit-, bookkeep-, buchhalt-, steuer-, tax, taxes, taxation, wirtschaftspruf-, comptab-, contab-, commercialist-, boekhoud-',
  people:
    'hr, human, recruit-, talent-, staffing, personalabteilung, personalwesen, personalleit-, personalreferent-, personalberat-, personalentwickl-, personnel, recrutement, recursos, humanos, humain-, risorse, umane, personeel-, werving',
  engineering: 'engineer-, ingenieur-, ingenier-, engenh-, ingegner-, engineering, technik-, techni-',
  software:
    'software, developer-, programm-, entwickl-, developp-, desarroll-, desenvolv-, svilupp-, ontwikkel-, coding, devops, informati-, it',
  data: 'data, daten-, donnees, datos, dados, dati, analytic-, statisti-',
  design: 'design-, gestalt-, ux, ui, diseno, disen-, grafi-, graphi-',
  consulting:
    'consult-, consulting, advisory, berat-, unternehmensberat-, conseil-, consultor-, consulen-, advies-, adviseur-',
  purchasing:
    'purchas-, procurement, buyer-, sourcing, einkauf-, achat-, acheteur-, compras, acquisti, inkoop-, inkoper-',
  logistics: 'logisti-, supply, transport-, shipping, freight, warehous-, lager-, spedition-',
  production:
    'manufactur-, production, produktion-, fertigung-, producc-, producao, produzione, productie, factory, plant',
  research:
    'research-, forsch-, wissenschaft-, recherche-, investigacion, investigador-, pesquis-, ricerc-, onderzoek-, scien-',
  education:
    'educat-, teach-, school-, universit-, bildung-, lehr-, schul-, enseign-, ensenanza, educac-, istruzione, onderwijs-',
  health:
    'health-, medic-, hospital-, clinic-, pharma-, gesundheit-, arzt-, klinik-, sante, salud, saude, sanita-, zorg-, nurs-',
  property:
    'estate, property, realty, immobilien-, makler-, immobilier-, inmobiliari-, imobiliari-, immobiliar-, vastgoed-, makelaar-',
  construction: 'construct-, bau, bauunternehm-, architect-, architekt-, batiment, edilizia, bouw-',
  energy: 'energ-, power, oil, gas, strom, stromhandel, electric-, petrol-, solar-, wind',
  insurance: 'insur-, versicher-, assurance-, seguros, assicura-, verzeker-, underwrit-, actuar-',
  trading: 'trading, trader-, handel-, handler-, negoce, comercio, commercio',
  media:
    'media, press, journalis-, editor-, publish-, redakt-, medien-, verlag-, presse, prensa, stampa, pers',
  security: 'security, cyber-, sicherheit-, securite, seguridad, seguranca, sicurezza, beveilig-',
}
