import { cleanName, mailIdentity, nameIdentity } from '#core/identity/normalise.ts'
import { identityKey, type Identity } from '#core/model/identity.ts'
import type { SourceRecord } from '#core/model/records.ts'
import type { ReadOptions } from '../importer.ts'
import { phoneIdentity } from '../phone.ts'
import { personalPage } from '../vcard/profiles.ts'
import type { Field } from './column-words.ts'
import type { Column } from './columns.ts'

/** Google puts several values into one cell. */
const SEVERAL = / ::: /
/** Numbers that many people share. */
const SHARED_LINE = /fax|pager|^\*? ?(?:main|haupt)$/i

/** Reads the cells of one row by what they say. */
class Row {
  private readonly columns: readonly (Column | null)[]
  private readonly cells: readonly string[]

  constructor(columns: readonly (Column | null)[], cells: readonly string[]) {
    this.columns = columns
    this.cells = cells
  }

  /** Every value of a field, with the number of its column. */
  *all(field: Field): Iterable<{ readonly which: string; readonly value: string }> {
    for (const [place, column] of this.columns.entries()) {
      if (column?.field !== field) continue
      for (const value of (this.cells[place] ?? '').split(SEVERAL)) {
        if (value.trim() !== '') yield { which: column.which, value: value.trim() }
      }
    }
  }

  /** The first value of a field; of a certain column if it is named; '' when there is none. */
  first(field: Field, which?: string): string {
    for (const found of this.all(field)) if (which === undefined || found.which === which) return found.value
    return ''
  }
}

/** What stands for a name in some rows, but is an address, with or without the name before it. */
function withoutAddress(raw: string): string {
  const name = cleanName(raw.replace(/\s*[(<][^()<>]*@[^()<>]*[)>]\s*$/, ''))
  return name.includes('@') ? '' : name
}

/** Names in Han, Kana or Hangul have the family first. */
const FAMILY_FIRST = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々]+$/u

/** The parts of a name in their order. */
function partsOf(row: Row): readonly string[] {
  const [given, middle, family] = [row.first('given'), row.first('middle'), row.first('family')]
  return FAMILY_FIRST.test(family + given) ? [family, given] : [given, middle, family]
}

/** The name to show: as given, else its parts, else a nickname, else what stands beside the mail address. */
function nameOf(row: Row): string {
  return (
    withoutAddress(row.first('name')) ||
    withoutAddress(partsOf(row).join(' ')) ||
    withoutAddress(row.first('nickname')) ||
    withoutAddress(row.first('mail shown')) ||
    withoutAddress(row.first('shown'))
  )
}

/** Whether Outlook keeps an Exchange name (X.500) in place of the address: it means something to its server alone. */
const isExchange = (type: string, value: string): boolean => /^ex$/i.test(type) || /^\/o=/i.test(value)

function identitiesOf(row: Row, region: string | null): Identity[] {
  const found = new Map<string, Identity>()
  const add = (identity: Identity | null): void => {
    if (identity) found.set(identityKey(identity), identity)
  }
  for (const { which, value } of row.all('mail')) {
    if (!isExchange(row.first('mail type', which), value)) add(mailIdentity(value))
  }
  for (const { value } of row.all('page')) add(personalPage(value))
  for (const { which, value } of row.all('phone')) {
    if (!SHARED_LINE.test(row.first('phone label', which))) add(phoneIdentity(value, region))
  }
  return [...found.values()]
}

/** The records of a row, or why it gives none. */
export function readContact(
  columns: readonly (Column | null)[],
  cells: readonly string[],
  { region }: ReadOptions,
): readonly SourceRecord[] | string {
  const row = new Row(columns, cells)
  const name = nameOf(row)
  const identities = identitiesOf(row, region)
  const organisation = cleanName(row.first('organisation'))
  const isNamed = ['given', 'middle', 'family'].some((part) => row.first(part as Field) !== '')
  const isCompany = name === '' ? identities.every(({ kind }) => kind === 'phone') : name === organisation
  if (organisation !== '' && !isNamed && isCompany) return 'an organisation, not a person'
  if (identities.length === 0) {
    const byName = nameIdentity('contacts-csv', name)
    if (byName) identities.push(byName)
  }
  const [main] = identities
  if (!main) return 'it holds no name, mail address, telephone number or profile'
  const facts = {
    name,
    organisation,
    title: cleanName(row.first('title')),
    place: cleanName(
      [row.first('town') || row.first('region'), row.first('country')]
        .filter((part) => part !== '')
        .join(', '),
    ),
  }
  return [
    {
      type: 'person',
      identities,
      ...Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== '')),
    },
    { type: 'declaration', kind: 'address-book', from: 'owner', to: main },
  ]
}
