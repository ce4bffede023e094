const en = {
  types: {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'an object',
  } as Readonly<Record<string, string>>,
  be: (what: string): string => `be ${what}`,
  oneOf: (values: readonly string[], last: string): string =>
    values.length === 0 ? last : `one of ${values.join(', ')} or ${last}`,
  bounds: { under: 'less than', most: 'at most', over: 'more than', least: 'at least' },
  length: (bound: string, n: number | bigint): string =>
    `be ${bound} ${n.toLocaleString('en')} ${n === 1 ? 'character' : 'characters'} long`,
  entries: (bound: string, n: number | bigint): string =>
    `have ${bound} ${n.toLocaleString('en')} ${n === 1 ? 'entry' : 'entries'}`,
  size: (bound: string, n: number | bigint): string => `be ${bound} ${n.toLocaleString('en')}`,
  entryOf: (n: number, name: string): string => `entry ${n} of ${name}`,
  whole: 'The input',
  wrongForm: (field: string): string => `${field} does not have the form that is expected`,
  missing: (field: string, expected: string): string => `${field} is missing; it has to ${expected}`,
  wrong: (field: string, expected: string): string => `${field} has to ${expected}`,
  nobodyHasNumber: (word: string): string =>
    `Nobody has the number ${word}, or no longer: people who were merged have one number. Try the name, or an address.`,
  nobodyFits: (word: string): string =>
    `Nobody you know fits "${word}"; try part of the name, or an address.`,
  nobodyInData: (word: string): string =>
    `Nobody in your data fits "${word}"; try part of the name, or an address.`,
  severalFit: (word: string, names: readonly string[], more: boolean): string =>
    `"${word}" fits several people: ${names.join(', ')}${more ? ' and more' : ''}; use the number, or an address.`,
}

const de: typeof en = {
  types: {
    string: 'Text',
    number: 'eine Zahl',
    int: 'eine ganze Zahl',
    boolean: 'wahr oder falsch',
    array: 'eine Liste',
    object: 'ein Objekt',
  },
  be: (what) => `${what} sein`,
  oneOf: (values, last) => (values.length === 0 ? last : `eines von ${values.join(', ')} oder ${last}`),
  bounds: { under: 'weniger als', most: 'höchstens', over: 'mehr als', least: 'mindestens' },
  length: (bound, n) => `${bound} ${n.toLocaleString('de')} Zeichen lang sein`,
  entries: (bound, n) => `${bound} ${n.toLocaleString('de')} ${n === 1 ? 'Eintrag' : 'Einträge'} haben`,
  size: (bound, n) => `${bound} ${n.toLocaleString('de')} sein`,
  entryOf: (n, name) => `Eintrag ${n} von ${name}`,
  whole: 'Die Eingabe',
  wrongForm: (field) => `${field} hat nicht die erwartete Form`,
  missing: (field, expected) => `${field} fehlt und muss ${expected}`,
  wrong: (field, expected) => `${field} muss ${expected}`,
  nobodyHasNumber: (word) =>
    `Niemand hat die Nummer ${word}, oder nicht mehr: zusammengeführte Personen haben eine Nummer. Versuchen Sie den Namen oder eine Adresse.`,
  nobodyFits: (word) =>
    `Niemand, den Sie kennen, passt zu „${word}“; versuchen Sie einen Teil des Namens oder eine Adresse.`,
  nobodyInData: (word) =>
    `Niemand in Ihren Daten passt zu „${word}“; versuchen Sie einen Teil des Namens oder eine Adresse.`,
  severalFit: (word, names, more) =>
    `„${word}“ passt zu mehreren Personen: ${names.join(', ')}${more ? ' und weiteren' : ''}; nehmen Sie die Nummer oder eine Adresse.`,
}

export const input = { en, de }
