import type { goals as english } from '../en/goals.ts'
import type { Translation } from '../keys.ts'

export const goals: Translation<typeof english> = {
  example: '(Beispiel)',
  assumed:
    'Gewünscht zu {{confidence}} sicher; ein typischer guter Kontakt bringt eines im Quartal in {{rate}} % der Fälle, was eine Annahme ist.',
  estimated:
    'Gewünscht zu {{confidence}} sicher; ein typischer guter Kontakt bringt eines im Quartal in {{rate}} % der Fälle, nach Ihrer eigenen Schätzung.',
  changeThis: '{{goal}} ändern',
  removeThis: '{{goal}} entfernen',
  removed: 'Entfernt: {{goal}}.',
  probability: 'Wahrscheinlichkeit ({{likelihood}})',
  enough: 'Genug',
  have: 'Sie haben',
  missing: 'Es fehlen',
  contacts_one: 'Kontakt',
  contacts_other: 'Kontakte',
  brief: {
    outOfReach: 'Mit Kontakten wie Ihren nicht zu erreichen',
    enough: 'Sie kennen genug solche Personen',
    missing_one: 'Es fehlt noch {{count}} Kontakt',
    missing_other: 'Es fehlen noch {{count}} Kontakte',
    have_one: '{{have}} Kontakt zählt',
    have_other: '{{have}} Kontakte zählen',
  },
  form: {
    change: 'Das Ziel ändern',
    set: 'Ein Ziel setzen',
    kind: 'Worauf Sie hoffen',
    target: 'Wie viele',
    per: 'In jedem Zeitraum',
    confidence: 'Wie sicher Sie sein wollen',
    rate: 'Ihre eigene Schätzung (freiwillig)',
    rateText:
      'Wie oft ein typischer guter Kontakt eines im Quartal bringt. Bleibt es leer, nimmt kith einen Wert an und sagt es.',
    ratePlaceholder: 'kith nimmt einen an',
    weight: 'Gewicht neben Ihren anderen Zielen',
    wrongTarget: 'Eine ganze Zahl, mindestens 1',
    wrongConfidence: 'Zwischen 1 und 99 %',
    wrongWeight: 'Mehr als 0, höchstens 1.000',
    wrongRate: 'Mehr als 0 % und weniger als 100 %',
  },
}
