import { Link, useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { PlainKey } from '../../texts/keys.ts'
import { t } from '../../texts/texts.ts'

/** The parts of the settings in their order; `id` is the end of a part's address, `/settings#privacy`. */
const parts: readonly { readonly id: string; readonly title: PlainKey }[] = [
  { id: 'you', title: 'settings.you' },
  { id: 'field', title: 'settings.field' },
  { id: 'time', title: 'settings.time.title' },
  { id: 'matching', title: 'review.settings.title' },
  { id: 'theme', title: 'settings.theme' },
  { id: 'language', title: 'settings.language' },
  { id: 'data', title: 'settings.data.title' },
  { id: 'export', title: 'settings.out.title' },
  { id: 'programs', title: 'settings.tokens.title' },
  { id: 'privacy', title: 'settings.privacy.title' },
]

/** Shows a part, from where the keyboard goes on. */
const goTo = (id: string): void => {
  const part = document.getElementById(id)
  part?.scrollIntoView()
  part?.focus({ preventScroll: true })
}

/** The parts of the settings as links, each with an address of its own. */
export const SettingsNav = () => {
  const { hash } = useLocation()
  // The parts stand only once kith has answered: the browser found none to go to.
  useEffect(() => {
    if (hash !== '') goTo(hash)
  }, [hash])
  return (
    <nav className="settings-nav no-print" aria-label={t('settings.parts')}>
      {parts.map(({ id, title }) => (
        <Link
          key={id}
          to="/settings"
          hash={id}
          activeOptions={{ includeHash: true }}
          onClick={() => goTo(id)}
        >
          {t(title)}
        </Link>
      ))}
    </nav>
  )
}
