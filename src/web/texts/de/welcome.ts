import type { welcome as english } from '../en/welcome.ts'
import type { Translation } from '../keys.ts'

export const welcome: Translation<typeof english> = {
  question: 'Was ist Ihr Netzwerk wert?',
  text: 'kith liest die Mails, Kalender und Exporte, die Sie schon haben, und ermittelt, wie einflussreich Ihre Kontakte in Ihrem Fachgebiet sind und wie nahe Sie ihnen wirklich stehen. Es sagt dann, ob Sie genug solche Menschen kennen für das, was Sie erreichen möchten, und was fehlt.',
  stays: 'Alles bleibt auf diesem Rechner.',
  or: 'oder',
  look: 'Erst einmal umsehen',
  lookText: 'Ein Netzwerk aus etwa 3.000 erfundenen Personen, getrennt von Ihren eigenen Daten.',
  try: 'Beispielnetz ausprobieren',
}
