/**
 * Column names of Connections.csv in German, French, Spanish, Portuguese, Italian and Dutch, as other programs expect
 * them of translated exports. LinkedIn documents none of them, and every export that could be looked at has English ones
 * in all files, also those of people who use LinkedIn in another language.
 */
const SYNONYMS: Readonly<Record<string, string>> = {
  vorname: 'firstname',
  nachname: 'lastname',
  profilurl: 'url',
  emailadresse: 'emailaddress',
  email: 'emailaddress',
  unternehmen: 'company',
  firma: 'company',
  verbundenam: 'connectedon',
  vernetztam: 'connectedon',
  vernetztseit: 'connectedon',
  prénom: 'firstname',
  nom: 'lastname',
  nomdefamille: 'lastname',
  adresseemail: 'emailaddress',
  entreprise: 'company',
  poste: 'position',
  connectéle: 'connectedon',
  datedeconnexion: 'connectedon',
  nombre: 'firstname',
  apellido: 'lastname',
  apellidos: 'lastname',
  direccióndecorreoelectrónico: 'emailaddress',
  correoelectrónico: 'emailaddress',
  empresa: 'company',
  compañía: 'company',
  puesto: 'position',
  cargo: 'position',
  conectadoel: 'connectedon',
  fechadeconexión: 'connectedon',
  nome: 'firstname',
  primeironome: 'firstname',
  sobrenome: 'lastname',
  companhia: 'company',
  posição: 'position',
  urldoperfil: 'url',
  datadeconexão: 'connectedon',
  apelido: 'lastname',
  endereçodeemail: 'emailaddress',
  conectadoem: 'connectedon',
  conectadaem: 'connectedon',
  cognome: 'lastname',
  indirizzoemail: 'emailaddress',
  azienda: 'company',
  posizione: 'position',
  collegatoil: 'connectedon',
  datadicollegamento: 'connectedon',
  voornaam: 'firstname',
  achternaam: 'lastname',
  emailadres: 'emailaddress',
  bedrijf: 'company',
  functie: 'position',
  verbondenop: 'connectedon',
  gekoppeldop: 'connectedon',
}

/** A column name for comparison: without case, spaces, underscores and hyphens, in English. */
export function columnName(cell: string): string {
  const plain = cell
    .normalize('NFC')
    // A spreadsheet that finds a name twice adds .1
    .replace(/\.\d+$/, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
  return SYNONYMS[plain] ?? plain
}

/** Reads a cell of a row by the name of its column: trimmed, '' when the column or the cell is missing. */
export type Cell = (column: string) => string

/** A function that gives the cells of a row by column name. */
export function cellReader(header: readonly string[]): (cells: readonly string[]) => Cell {
  const places = new Map<string, number>()
  header.forEach((cell, place) => {
    const name = columnName(cell)
    if (!places.has(name)) places.set(name, place)
  })
  return (cells) => (column) => {
    const place = places.get(column)
    return place === undefined ? '' : (cells[place] ?? '').trim()
  }
}

/** '' for what stands for an empty cell in files that went through a spreadsheet or a database. */
export const real = (cell: string): string => (/^(NA|N\/A|null)$/.test(cell) ? '' : cell)
