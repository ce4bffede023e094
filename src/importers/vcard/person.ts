import { cleanName, mailIdentity, nameIdentity } from '#core/identity/normalise.ts'
import { identityKey, type Identity } from '#core/model/identity.ts'
import type { SourceRecord } from '#core/model/records.ts'
import type { ReadOptions } from '../importer.ts'
import { phoneIdentity } from '../phone.ts'
import { splitStructured, unescapeText, type ContentLine } from '../text/content-lines.ts'
import { parseIso } from '../text/time.ts'
import type { Card } from './cards.ts'
import { profileOf } from './profiles.ts'

/** Numbers that many people share: fax machines and switchboards. */
const SHARED_LINE = /^(fax|pager|main|.*fax)$/i

const first = (properties: readonly ContentLine[], ...names: readonly string[]): ContentLine | undefined => {
  for (const name of names) {
    const found = properties.find((property) => property.name === name && property.value.trim() !== '')
    if (found) return found
  }
  return undefined
}

const text = (property: ContentLine | undefined): string =>
  property ? cleanName(unescapeText(property.value)) : ''

/** The name to show: FN, else the parts of N (family; given; additional; prefix; suffix), else a nickname. */
function nameOf(properties: readonly ContentLine[]): string {
  const shown = text(first(properties, 'FN'))
  // Programs that know no name put the address there.
  if (shown !== '' && mailIdentity(shown) === null) return shown
  const parts = first(properties, 'N')
  const [family = '', given = '', additional = ''] = parts ? splitStructured(parts.value) : []
  // Several names at one place stand with commas between them.
  const joined = cleanName([given, additional, family].join(' ').replaceAll(',', ' '))
  return (mailIdentity(joined) === null ? joined : '') || text(first(properties, 'NICKNAME'))
}

/** Town and country of an address: post box; extension; street; town; region; code; country. */
function placeOf(properties: readonly ContentLine[]): string {
  const address = first(properties, 'ADR')
  const parts = address ? splitStructured(address.value) : []
  const [town = '', region = '', country = ''] = [parts[3], parts[4], parts[6]]
  return cleanName([town === '' ? region : town, country].filter((part) => part !== '').join(', '))
}

function identitiesOf(properties: readonly ContentLine[], region: string | null): Identity[] {
  const found = new Map<string, Identity>()
  const add = (identity: Identity | null): void => {
    if (identity) found.set(identityKey(identity), identity)
  }
  const each = (names: readonly string[], read: (property: ContentLine) => Identity | null): void => {
    for (const property of properties) if (names.includes(property.name)) add(read(property))
  }
  each(['EMAIL'], ({ value }) => mailIdentity(unescapeText(value)))
  each(['URL', 'X-SOCIALPROFILE', 'SOCIALPROFILE', 'IMPP'], profileOf)
  each(['TEL'], ({ value, params }) =>
    params.get('TYPE')?.some((type) => SHARED_LINE.test(type))
      ? null
      : phoneIdentity(unescapeText(value), region),
  )
  return [...found.values()]
}

/** What is no person: the card says so, in one of three ways; Apple's shows people by their company, too. */
function kindOf(properties: readonly ContentLine[]): string {
  const isShownAsCompany = /^company$/i.test(text(first(properties, 'X-ABSHOWAS')))
  const isNamed = splitStructured(first(properties, 'N')?.value ?? '').some((part) => part.trim() !== '')
  if (isShownAsCompany && !isNamed) return 'org'
  return text(first(properties, 'KIND', 'X-ADDRESSBOOKSERVER-KIND')).toLowerCase()
}

/** The records of a card, or why it gives none. */
export function readCard({ properties }: Card, options: ReadOptions): readonly SourceRecord[] | string {
  const kind = kindOf(properties)
  if (kind === 'group') return 'a group, not a person'
  if (kind === 'org' || kind === 'location') return 'an organisation or a place, not a person'

  const name = nameOf(properties)
  const identities = identitiesOf(properties, options.region)
  if (identities.length === 0) {
    const byName = nameIdentity('vcard', name)
    if (byName) identities.push(byName)
  }
  const [main] = identities
  if (!main) return 'it holds no name, mail address, telephone number or profile'

  const company = first(properties, 'ORG')
  const revision = first(properties, 'REV')
  const at = revision ? parseIso(revision.value, options.timeZone)?.at : undefined
  const facts = {
    name,
    organisation: company ? cleanName(splitStructured(company.value)[0] ?? '') : '',
    title: text(first(properties, 'TITLE', 'ROLE')),
    place: placeOf(properties),
  }
  return [
    {
      type: 'person',
      identities,
      ...Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== '')),
      ...(at === undefined ? {} : { at }),
    },
    { type: 'declaration', kind: 'address-book', from: 'owner', to: main },
  ]
}
