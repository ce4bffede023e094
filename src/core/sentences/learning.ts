import { de as germanBasics, en as englishBasics } from './basics.ts'

/** What closeness is computed by: as shipped, shifted by one number, or by weights of one's own past. */
type Learned = { readonly kind: 'default' | 'bias' | 'learned'; readonly pairs: number }

/** How many contacts moved by 5 points or more, of how many, and which of them most, in words. */
type Moved = { readonly moved: number; readonly contacts: number; readonly most: string | null }

const en = {
  shipped: 'the shipped default',
  /** Fits after "closeness by". */
  by: ({ kind, pairs }: Learned): string => {
    const cases = englishBasics.number(pairs)
    if (kind === 'learned') return `weights learned from ${cases} resolved cases of the past`
    if (kind === 'bias')
      return `the shipped weights, shifted by what ${cases} resolved cases of the past ask for`
    return pairs === 0
      ? 'the shipped default: there is too little past to learn from'
      : `the shipped default, which foretold the last 30 days best (${cases} resolved cases)`
  },
  now: (by: string): string => `Closeness is now computed by ${by}.`,
  since: (day: string, by: string): string => `Since ${day} closeness is computed by ${by}.`,
  better: (learned: number, shipped: number): string =>
    ` On the last 30 days it foretold better than the shipped weights (log-loss ${englishBasics.decimal(learned, 3)} instead of ${englishBasics.decimal(shipped, 3)}).`,
  unmoved: ' No contact’s closeness moved by 5 points or more.',
  mostOf: (name: string, from: number, to: number): string =>
    `${name} (${englishBasics.share(from)} to ${englishBasics.share(to)})`,
  moved: ({ moved, contacts, most }: Moved): string =>
    ` ${englishBasics.count(moved, 'contact')} of ${englishBasics.number(contacts)} moved by 5 points or more${most === null ? '' : `, most of all ${most}`}: that is the formula, not the ties.`,
  useShipped:
    'Closeness is computed by the shipped weights from now on; choosing the learned ones turns that back.',
  useLearned: 'Closeness is computed by what was learned from your past, where it foretold better.',
}

const de: typeof en = {
  shipped: 'die mitgelieferten Gewichte',
  by: ({ kind, pairs }) => {
    const cases = germanBasics.number(pairs)
    if (kind === 'learned')
      return `Gewichte, die aus ${cases} entschiedenen Fällen der Vergangenheit gelernt sind`
    if (kind === 'bias')
      return `die mitgelieferten Gewichte, verschoben, wie es ${cases} entschiedene Fälle der Vergangenheit verlangen`
    return pairs === 0
      ? 'die mitgelieferten Gewichte: zum Lernen gibt es zu wenig Vergangenheit'
      : `die mitgelieferten Gewichte, die die letzten 30 Tage am besten vorhersagten (${cases} entschiedene Fälle)`
  },
  now: (by) => `Die Nähe bestimmen jetzt ${by}.`,
  since: (day, by) => `Seit dem ${day} bestimmen die Nähe ${by}.`,
  better: (learned, shipped) =>
    ` In den letzten 30 Tagen sagten sie besser vorher als die mitgelieferten Gewichte (Log-Verlust ${germanBasics.decimal(learned, 3)} statt ${germanBasics.decimal(shipped, 3)}).`,
  unmoved: ' Bei niemandem änderte sich die Nähe um 5 Punkte oder mehr.',
  mostOf: (name, from, to) => `${name} (${germanBasics.share(from)} auf ${germanBasics.share(to)})`,
  moved: ({ moved, contacts, most }) =>
    ` Bei ${germanBasics.number(moved)} von ${germanBasics.number(contacts)} Kontakten änderte sie sich um 5 Punkte oder mehr${most === null ? '' : `, am meisten bei ${most}`}: das ist die Formel, nicht die Beziehung.`,
  useShipped:
    'Die Nähe bestimmen von jetzt an die mitgelieferten Gewichte; die Wahl der gelernten nimmt das zurück.',
  useLearned: 'Die Nähe bestimmt, was aus Ihrer Vergangenheit gelernt wurde, wo es besser vorhersagte.',
}

export const learning = { en, de }
