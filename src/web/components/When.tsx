import { absoluteDate, relativeDate } from '../format.ts'
import { useNow } from '../now.ts'
import { t } from '../texts/texts.ts'

/** How long ago something was; the full date on hover and for screen readers. */
export const When = ({ at, none }: { readonly at: string | null; readonly none?: string }) => {
  const now = useNow()
  if (at === null) return <>{none ?? t('common.never')}</>
  // The browser's own tooltip: a table of thousands must not carry one of ours in each row.
  return (
    <time dateTime={at} title={absoluteDate(at)}>
      {relativeDate(at, now)}
    </time>
  )
}
