import type { SyntheticContact, SyntheticNetwork } from '../model.ts'
import { namesOf } from '../text.ts'
import { contentLines, escapeText } from './content-lines.ts'
import type { ExportFile } from './export-file.ts'

/** Programs write the address of a LinkedIn profile in three ways. */
function profileLines(slug: string, id: number): string[] {
  const url = `https://www.linkedin.com/in/${encodeURIComponent(slug)}`
  if (id % 3 === 0) return [`URL:${url}`]
  if (id % 3 === 1) return [`X-SOCIALPROFILE;type=linkedin:${url}`]
  return [`item1.URL:${url}`, 'item1.X-ABLabel:LinkedIn']
}

function card(contact: SyntheticContact): string {
  const { id, name, mails, phone, organisation, title, place, linkedin } = contact
  const [given, family] = namesOf(contact)
  const isNew = id % 4 === 0
  return contentLines([
    'BEGIN:VCARD',
    `VERSION:${isNew ? '4.0' : '3.0'}`,
    `N:${escapeText(family)};${escapeText(given)};;;`,
    `FN:${escapeText(name)}`,
    ...mails.map(({ address }) => `${isNew ? 'EMAIL' : 'EMAIL;TYPE=INTERNET'}:${address}`),
    ...(contact.card?.linkedin === true && linkedin !== null ? profileLines(linkedin, id) : []),
    ...(phone === null ? [] : [isNew ? `TEL;VALUE=uri;TYPE=work:tel:${phone}` : `TEL;TYPE=WORK:${phone}`]),
    ...(organisation === null ? [] : [`ORG:${escapeText(organisation.name)};`]),
    ...(title === null ? [] : [`TITLE:${escapeText(title)}`]),
    `ADR;TYPE=WORK:;;;${escapeText(place)};;;`,
    'END:VCARD',
  ])
}

/** The owner's address book. */
export function vcardFile({ contacts }: SyntheticNetwork): ExportFile {
  const entered = contacts.filter((contact) => contact.card !== null)
  return { path: 'contacts.vcf', text: entered.map(card).join(''), records: entered.length }
}
