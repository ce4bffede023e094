import { Kbd } from '@mantine/core'
import { IconDots, IconKeyboard, IconSearch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import icon from '../icon.svg'
import { percent } from '../format.ts'
import { useImportJob } from '../import-job.ts'
import { lazyPart } from '../later.tsx'
import { t } from '../texts/texts.ts'
import { screens } from './screens.ts'

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)
export const commandKey = isMac ? '⌘' : 'Ctrl'

/** A word on the import that runs while one looks at something else. */
const ImportNote = () => {
  const job = useImportJob()
  if (job.state !== 'running') return null
  const { progress } = job
  const share = progress?.total ? progress.done / progress.total : null
  return (
    <Link to="/import" className="shell-link shell-wide" aria-label={t('shell.importRunning')}>
      {t(job.stage === 'handing-over' ? 'shell.handingOver' : 'shell.reading', {
        share: share === null ? '…' : percent(share),
      })}
    </Link>
  )
}

const MoreMenu = lazyPart(async () => (await import('./MoreMenu.tsx')).MoreMenu)

/** Leads to the screens that have no place of their own at the foot of a narrow screen. */
const More = () => {
  const [asked, setAsked] = useState(false)
  // Drawn anew with the menu: the menu cannot know by itself what it was opened by.
  const opener = useRef<HTMLButtonElement>(null)
  const button = (
    <button
      ref={opener}
      type="button"
      className="shell-link shell-narrow"
      aria-label={t('shell.moreScreens')}
      aria-haspopup="menu"
      onClick={() => setAsked(true)}
    >
      <IconDots size={18} stroke={1.7} aria-hidden />
      {t('shell.more')}
    </button>
  )
  return asked ? (
    <MoreMenu until={button} onClose={() => opener.current?.focus()}>
      {button}
    </MoreMenu>
  ) : (
    button
  )
}

export const Nav = ({ onSearch, onKeys }: { readonly onSearch: () => void; readonly onKeys: () => void }) => (
  <nav className="shell-nav" aria-label={t('shell.screens')}>
    <div className="shell-brand shell-wide">
      <img src={icon} alt="" width={26} height={26} />
      kith
    </div>
    <button type="button" className="shell-link shell-wide" onClick={onSearch}>
      <IconSearch size={18} stroke={1.7} aria-hidden />
      <span style={{ flex: 1 }}>{t('shell.find')}</span>
      <Kbd size="xs">{[commandKey, 'K'].join(' ')}</Kbd>
    </button>
    {screens.map(({ to, label, main, icon: Icon }) => (
      <Link
        key={to}
        to={to}
        className={main ? 'shell-link' : 'shell-link shell-wide'}
        activeOptions={{ exact: to === '/', includeSearch: false }}
      >
        <Icon size={18} stroke={1.7} aria-hidden />
        {t(label)}
      </Link>
    ))}
    <button type="button" className="shell-link shell-narrow" onClick={onSearch}>
      <IconSearch size={18} stroke={1.7} aria-hidden />
      {t('shell.find')}
    </button>
    <More />
    <div className="shell-spread shell-wide" />
    <ImportNote />
    <button type="button" className="shell-link shell-wide" onClick={onKeys}>
      <IconKeyboard size={18} stroke={1.7} aria-hidden />
      <span style={{ flex: 1 }}>{t('shell.keys')}</span>
      <Kbd size="xs">?</Kbd>
    </button>
  </nav>
)
