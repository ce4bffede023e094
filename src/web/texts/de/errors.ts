import type { errors as english } from '../en/errors.ts'
import type { Translation } from '../keys.ts'

export const errors: Translation<typeof english> = {
  usage: 'So geht es nicht: {{detail}}',
  'invalid-input': 'Die Eingabe passt nicht: {{detail}}',
  'not-found': 'Nicht gefunden: {{detail}}',
  conflict: 'Das widerspricht dem, was schon da ist: {{detail}}',
  'nothing-readable': 'Nichts davon war zu lesen: {{detail}}',
  unreadable: 'Nicht lesbar: {{detail}}',
  database: 'Die Datenbank antwortet nicht oder ist beschäftigt: {{detail}}',
  unauthorised: 'Diese Sitzung gilt nicht mehr: {{detail}}',
  forbidden: 'Nicht erlaubt: {{detail}}',
  interrupted: 'Abgebrochen: {{detail}}',
  unsupported: 'Das wird nicht unterstützt: {{detail}}',
  internal: 'In kith ist etwas schiefgegangen: {{detail}}',
}
