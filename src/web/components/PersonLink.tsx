import { Link } from '@tanstack/react-router'
import { t } from '../texts/texts.ts'

type Someone = { readonly person?: number | null; readonly id?: number; readonly name: string }

/** The name of somebody, leading to their page where kith knows them. */
export const PersonLink = ({ of }: { readonly of: Someone | null }) => {
  const id = of?.person ?? of?.id ?? null
  if (of === null || id === null) return <>{of?.name ?? t('plan.someone')}</>
  return (
    <Link to="/people/$who" params={{ who: String(id) }} className="plain-link">
      {of.name}
    </Link>
  )
}
