import { asText, isObject, objects, type JsonObject } from '../text/json-parts.ts'
import { repairText } from './mojibake.ts'

/** What an item of Meta's says under one of its labels, which are in the language of the account. */
export type Labelled = {
  readonly label: string
  readonly value: string
  readonly href: string
  /** Seconds of the epoch; '' where the label has no time. */
  readonly timestamp: string
}

const labelled = (label: string, said: JsonObject): Labelled => ({
  label: repairText(label),
  value: repairText(asText(said['value'])).trim(),
  href: asText(said['href']),
  timestamp: Number(asText(said['timestamp'])) > 0 ? asText(said['timestamp']) : '',
})

/** `label_values` nests: an owner is a `dict` of labels within the list. */
const MAX_DEPTH = 6
function* within(value: unknown, depth: number): Iterable<Labelled> {
  if (depth > MAX_DEPTH) return
  for (const one of objects(value)) {
    if ('label' in one) yield labelled(asText(one['label']), one)
    for (const inner of Object.values(one)) if (Array.isArray(inner)) yield* within(inner, depth + 1)
  }
}

/** The labels of an item in the order of the file: `string_map_data` until 2025, `label_values` since. */
export function labelsOf(item: JsonObject): readonly Labelled[] {
  const map = item['string_map_data']
  if (isObject(map))
    return Object.entries(map).flatMap(([label, said]) => (isObject(said) ? [labelled(label, said)] : []))
  return [...within(item['label_values'], 0)]
}

/** Labels of an account's name, of a person's name and of who owns a post, in the languages that are known. */
export const USERNAME =
  /^(?:user ?name|author|benutzername|gebruikersnaam|nom d[’']utilisateur|nombre de usuario|nome (?:utente|de (?:usuário|utilizador)|do usuário)|nazwa użytkownika|användarnamn|brugernavn|brukernavn)$/i
export const NAME = /^(?:name|naam|nom|nombre|nome|namn|navn|imię i nazwisko|imię)$/i
export const OWNER = /owner|eigenaar|inhaber|besitzer|propri[eé]t|propietari|właściciel|ägare|ejer|eier/i
