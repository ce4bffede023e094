import { spanInWords } from '../../model/civil-date.ts'
import type { OpenThread, PlanTie } from '../tie.ts'

/** "3 days ago", "today". */
export const ago = (days: number): string => (days < 1 ? 'today' : `${spanInWords(days)} ago`)

/** " about “Budget”"; empty without a subject. */
export const aboutSubject = ({ subject }: Pick<OpenThread, 'subject'>): string =>
  subject === null || subject.trim() === '' ? '' : ` about “${subject.trim()}”`

const percent = (share: number): string => `${Math.round(share * 100)} %`

/** ", influence in your field 72 %"; empty where it is unknown. */
export const standing = ({ calibre }: Pick<PlanTie, 'calibre'>): string =>
  calibre === null ? '' : `, influence in your field ${percent(calibre)}`
