import type { Pair } from './translate.ts'

/** What long work is doing. */
export const steps: readonly Pair[] = [
  ['reading {1} of {2}', '{1} von {2} wird gelesen'],
  ['reading topics', 'Themen werden gelesen'],
  ['reading {1}', '{1} wird gelesen'],
  ['seeing it from your side', 'aus Ihrer Sicht betrachten'],
  ['working out who is who', 'herausfinden, wer wer ist'],
  ['learning from your past', 'aus Ihrer Vergangenheit lernen'],
  ['learning from the past', 'aus der Vergangenheit lernen'],
  ['seeing who knows whom', 'es wird gelesen, wer wen kennt'],
  ['finding groups', 'Gruppen werden gesucht'],
  ['naming groups', 'Gruppen werden benannt'],
  ['laying out the map', 'die Karte wird ausgelegt'],
  ['looking at everybody', 'alle werden angesehen'],
  ['choosing what to do', 'es wird ausgewählt, was zu tun ist'],
  ['writing drafts', 'Entwürfe werden geschrieben'],
  ['undoing the import', 'der Import wird rückgängig gemacht'],
  ['inventing people', 'Menschen werden erfunden'],
  ['tagging', 'Schlagwörter werden vergeben'],
  ['marking', 'wird gekennzeichnet'],
  ['writing {1}', '{1} wird geschrieben'],
  ['copying', 'wird kopiert'],
  ['restoring', 'wird wiederhergestellt'],
]
