import './share.css'
import { percentOrUnknown } from '../format.ts'

/** A share as a number with a quiet bar; unknown stays unknown and has no bar. */
export const Share = ({ value }: { readonly value: number | null }) => (
  <span className="share numbers">
    <span className={value === null ? 'share-unknown' : undefined}>{percentOrUnknown(value)}</span>
    {value !== null && (
      <span className="share-track" aria-hidden>
        <span className="share-fill" style={{ width: `${value * 100}%` }} />
      </span>
    )}
  </span>
)
