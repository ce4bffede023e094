import { Tooltip } from '@mantine/core'
import { absoluteDate, relativeDate } from '../format.ts'
import { useNow } from '../now.ts'
import { t } from '../texts/texts.ts'

/** How long ago something was; the full date on hover and for screen readers. */
export const When = ({ at, none }: { readonly at: string | null; readonly none?: string }) => {
  const now = useNow()
  if (at === null) return <>{none ?? t('common.never')}</>
  const full = absoluteDate(at)
  return (
    <Tooltip label={full}>
      <time dateTime={at}>{relativeDate(at, now)}</time>
    </Tooltip>
  )
}
