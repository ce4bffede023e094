// What programs call their columns, in the form that `columnName` gives: lower case, letters and digits alone.

/** What a column says about somebody. Parts of a name are put together in the order of this list. */
export type Field =
  | 'name'
  | 'given'
  | 'middle'
  | 'family'
  | 'nickname'
  | 'shown'
  | 'mail'
  | 'mail type'
  | 'mail shown'
  | 'phone'
  | 'phone label'
  | 'organisation'
  | 'title'
  | 'town'
  | 'region'
  | 'country'
  | 'page'

/**
 * Names of columns that stand alone, in every language that is known; beside English and German as translated
 * Outlooks are reported to write them, since nobody documents them.
 */
export const SINGLE: Readonly<Record<string, Field>> = {
  // Google until 2024
  name: 'name',
  'given name': 'given',
  'additional name': 'middle',
  'family name': 'family',
  // Google since 2024, Outlook, Outlook.com
  'first name': 'given',
  'middle name': 'middle',
  'last name': 'family',
  nickname: 'nickname',
  'file as': 'shown',
  'organization name': 'organisation',
  'organization title': 'title',
  company: 'organisation',
  'job title': 'title',
  'business city': 'town',
  'business state': 'region',
  'business country region': 'country',
  'web page': 'page',
  'personal web page': 'page',
  // Outlook in German
  vorname: 'given',
  'weitere vornamen': 'middle',
  nachname: 'family',
  spitzname: 'nickname',
  firma: 'organisation',
  position: 'title',
  'ort geschäftlich': 'town',
  'region geschäftlich': 'region',
  'land region geschäftlich': 'country',
  webseite: 'page',
  // Outlook in French
  prénom: 'given',
  'deuxième prénom': 'middle',
  nom: 'family',
  'nom de famille': 'family',
  surnom: 'nickname',
  société: 'organisation',
  profession: 'title',
  'ville bureau': 'town',
  'dép région bureau': 'region',
  'pays région bureau': 'country',
  'page web': 'page',
  // Outlook in Spanish
  nombre: 'given',
  'segundo nombre': 'middle',
  apellido: 'family',
  apellidos: 'family',
  sobrenombre: 'nickname',
  organización: 'organisation',
  compañía: 'organisation',
  cargo: 'title',
  puesto: 'title',
  'ciudad del trabajo': 'town',
  'país o región del trabajo': 'country',
  'página web': 'page',
  // Outlook in Italian and in Portuguese
  nome: 'given',
  'secondo nome': 'middle',
  'segundo nome': 'middle',
  cognome: 'family',
  sobrenome: 'family',
  apelido: 'family',
  società: 'organisation',
  empresa: 'organisation',
  posizione: 'title',
  'città uff': 'town',
  'paese uff': 'country',
  'cidade do endereço comercial': 'town',
  'país região do endereço comercial': 'country',
  'pagina web': 'page',
  // Outlook in Dutch
  voornaam: 'given',
  'middelste naam': 'middle',
  achternaam: 'family',
  bijnaam: 'nickname',
  bedrijf: 'organisation',
  functie: 'title',
  'werkadres plaats': 'town',
  'werkadres land regio': 'country',
  webpagina: 'page',
  // Outlook in Polish
  imię: 'given',
  'drugie imię': 'middle',
  nazwisko: 'family',
  pseudonim: 'nickname',
  stanowisko: 'title',
  'strona sieci web': 'page',
  // Outlook in Japanese
  名: 'given',
  'ミドル ネーム': 'middle',
  姓: 'family',
  会社名: 'organisation',
  役職: 'title',
  '市区町村 会社': 'town',
  '都道府県 会社': 'region',
  '国 地域 会社': 'country',
  'web ページ': 'page',
  // Google in other languages
  fonction: 'title',
  'zweiter vorname': 'middle',
  'speichern unter': 'shown',
  'name der organisation': 'organisation',
  'titel der organisation': 'title',
  'nom de l organisation': 'organisation',
  'titre de l organisation': 'title',
  'classer sous': 'shown',
  'nombre de la organización': 'organisation',
  'título de la organización': 'title',
  'nome dell organizzazione': 'organisation',
  'nome da organização': 'organisation',
  'naam van organisatie': 'organisation',
  // Thunderbird, in English and German, and Yahoo
  'display name': 'name',
  organization: 'organisation',
  'work city': 'town',
  'work state': 'region',
  'work country': 'country',
  'web page 1': 'page',
  anzeigename: 'name',
  arbeitstitel: 'title',
  organisation: 'organisation',
  'dienstlich ort': 'town',
  'dienstlich land': 'country',
  first: 'given',
  middle: 'middle',
  last: 'family',
  // Tables that somebody made
  'full name': 'name',
  title: 'title',
}

/** Numbers of one person; those of the firm, of assistants and of fax machines are left out. */
export const PHONES = new Set([
  'home phone',
  'home phone 2',
  'business phone',
  'business phone 2',
  'mobile phone',
  'car phone',
  'other phone',
  'primary phone',
  'telefon privat',
  'telefon privat 2',
  'telefon geschäftlich',
  'telefon geschäftlich 2',
  'mobiltelefon',
  'mobiltelefon 2',
  'autotelefon',
  'weiteres telefon',
  'haupttelefon',
  'téléphone bureau',
  'téléphone 2 bureau',
  'téléphone domicile',
  'téléphone 2 domicile',
  'tél mobile',
  'téléphone mobile',
  'téléphone principal',
  'teléfono del trabajo',
  'teléfono del trabajo 2',
  'teléfono particular',
  'teléfono móvil',
  'número de móvil',
  'telefono uff',
  'telefono uff 2',
  'telefono abitazione',
  'abitazione',
  'cellulare',
  'telefone comercial',
  'telefone comercial 2',
  'telefone residencial',
  'telefone celular',
  'telemóvel',
  'telefoon op werk',
  'telefoon op werk 2',
  'telefoon thuis',
  'mobiele telefoon',
  'móvil',
  'telefon służbowy',
  'telefon służbowy 2',
  'telefon domowy',
  'telefon komórkowy',
  '会社電話',
  '会社電話 2',
  '自宅電話',
  '自宅電話 2',
  '携帯電話',
  'work phone',
  'mobile number',
  'tel dienstlich',
  'tel privat',
  'mobil tel nr',
  'phone',
  'phone number',
  'mobile',
  'telefon',
])

export const MAIL_ELSEWHERE =
  /^(?:adresse de messagerie|adresse e mail|dirección (?:de|del) correo electrónico|indirizzo (?:di )?posta elettronica|endereço de (?:correio eletrónico|e mail|email)|e mailadres|adres e mail)(?: (\d+))?$/

export const MAIL_JAPANESE = /^電子メール (?:(\d+) )?アドレス$/

/** What Google calls a value and its kind in other languages than English. */
export const VALUE = 'wert|valeur|valor|valore|waarde|wartość|värde|værdi|verdi'
export const LABEL = 'label|libellé|etiqueta|etichetta|marcador|etykieta|etikett'
export const MAIL = 'e mail|email|e mail adresse|adresse e mail|correo electrónico|correo'
export const PHONE = 'telefon|téléphone|teléfono|telefone|telefono|telefoon|telefoonnummer'
/** Thunderbird's and Yahoo's, and those of tables that somebody made. */
export const MAIL_ALONE =
  /^(?:(?:primary|secondary) email|(?:primäre|sekundäre) e mail adresse|alternate email(?: \d)?|e ?mails?|email address|mail)$/

/** Columns with a number in their name; the first group is the number, missing in the first of Outlook's. */
export const NUMBERED: readonly (readonly [RegExp, Field])[] = [
  [/^e mail (\d+) value$/, 'mail'],
  [/^phone (\d+) value$/, 'phone'],
  [/^phone (\d+) (?:type|label)$/, 'phone label'],
  [/^organization (\d+) name$/, 'organisation'],
  [/^organization (\d+) title$/, 'title'],
  [/^address (\d+) city$/, 'town'],
  [/^address (\d+) region$/, 'region'],
  [/^address (\d+) country$/, 'country'],
  [/^website (\d+) value$/, 'page'],
  [/^e mail (?:(\d+) )?(?:address|adresse)$/, 'mail'],
  [/^e mail (?:(\d+) )?(?:type|typ)$/, 'mail type'],
  [/^e mail (?:(\d+) )?(?:display name|angezeigter name)$/, 'mail shown'],
  [new RegExp(`^(?:${MAIL}) (\\d+) (?:${VALUE})$`), 'mail'],
  [new RegExp(`^(?:${PHONE}) (\\d+) (?:${VALUE})$`), 'phone'],
  [new RegExp(`^(?:${PHONE}) (\\d+) (?:${LABEL})$`), 'phone label'],
  // French, Spanish, Italian, Portuguese and Dutch write the number behind the words.
  [MAIL_ELSEWHERE, 'mail'],
  [MAIL_JAPANESE, 'mail'],
  [/^電子メール ?(?:(\d+) )?の種類$/, 'mail type'],
  [/^電子メール ?(?:(\d+) )?表示名$/, 'mail shown'],
  [
    /^(?:type de messagerie|tipo de (?:correo electrónico|email|e mail)|tipo posta elettronica|e mailtype)(?: (\d+))?$/,
    'mail type',
  ],
]
