import { cleanName, mailIdentity, nameIdentity } from '#core/identity/normalise.ts'
import { decodePercent } from '#core/identity/profile-urls.ts'
import { identityKey, type Identity } from '#core/model/identity.ts'
import type { Participant } from '#core/model/records.ts'
import type { ContentLine } from '../text/content-lines.ts'
import type { Component } from './components.ts'

/** Addresses that Google gives to rooms, calendars and unknown organisers. */
const NOBODY =
  /@(?:resource|group|import)\.(?:v\.)?calendar\.google\.com$|^unknownorganizer@calendar\.google\.com$|^noreply@/i

/** Who an ORGANIZER or ATTENDEE is: by address, wherever it stands, else by name; null for nobody. */
function identityOf({ value, params }: ContentLine, name: string): Identity | null {
  const places = [
    value.replace(/^\s*mailto\s*:/i, '').replace(/\?.*$/, ''),
    // vCalendar 1.0: Jane Doe <jane@doe.example>
    /<([^<>]+)>\s*$/.exec(value)?.[1] ?? '',
    params.get('EMAIL')?.[0] ?? '',
    name,
  ]
  for (const place of places) {
    const mail = mailIdentity(decodePercent(place.trim()))
    if (mail) return NOBODY.test(mail.value) ? null : mail
  }
  return nameIdentity('icalendar', name)
}

/** The people of an event, each once: the organiser first, without rooms, groups and those who declined. */
export function participantsOf(event: Component): Participant[] {
  const found = new Map<string, Participant>()
  const add = (property: ContentLine, role: 'organiser' | 'attendee'): void => {
    const before = /^([^<>:]+)<[^<>]+>\s*$/.exec(property.value)?.[1]
    const name = cleanName(property.params.get('CN')?.join(', ') ?? before ?? '')
    const identity = identityOf(property, name)
    if (!identity) return
    const key = identityKey(identity)
    const known = found.get(key)
    const shown = name !== '' && mailIdentity(name) === null ? { name } : {}
    if (!known) found.set(key, { identity, role, ...shown })
    else if (known.name === undefined) found.set(key, { ...known, ...shown })
  }
  const is = (property: ContentLine, parameter: string, form: RegExp): boolean =>
    form.test(property.params.get(parameter)?.[0] ?? '')
  for (const property of event.properties) if (property.name === 'ORGANIZER') add(property, 'organiser')
  for (const property of event.properties) {
    if (property.name !== 'ATTENDEE') continue
    // Somebody else comes in place of who delegated it (RFC 5545 3.2.12). vCalendar 1.0 says STATUS.
    const stays = ['PARTSTAT', 'STATUS'].some((name) => is(property, name, /^(?:declined|delegated)$/i))
    if (stays || is(property, 'CUTYPE', /^(room|resource|group)$/i)) continue
    // Told of it, and not there (RFC 5545 3.2.16).
    if (is(property, 'ROLE', /^non-participant$/i)) continue
    add(property, is(property, 'ROLE', /^(?:organizer|owner)$/i) ? 'organiser' : 'attendee')
  }
  return [...found.values()]
}
