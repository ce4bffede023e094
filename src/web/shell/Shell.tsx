import './shell.css'
import { useDisclosure, useDocumentTitle, useHotkeys } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useImportJob } from '../import-job.ts'
import { useNoteVisit } from '../last-visit.ts'
import { lazyPart } from '../later.tsx'
import { useReading } from '../queries.ts'
import { ApiError } from '../client.ts'
import { tell, tellError } from '../notify.tsx'
import { sendKept, useKeptEdits } from '../outbox.ts'
import { useReachable } from '../reachable.ts'
import { Banners } from './Banners.tsx'
import { Nav } from './Nav.tsx'
import { useLazyPalette } from './LazyPalette.tsx'
import { usePrefetch } from './prefetch.ts'
import { screens } from './screens.ts'
import { t } from '../texts/texts.ts'

const Keys = lazyPart(async () => (await import('./Keys.tsx')).Keys)

/** How long the second key of `g p` may take. */
const chordMs = 1_200
/** Screens that make sense before there is any data. */
const withoutData = new Set(['/welcome', '/import', '/accounts', '/settings'])

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

/**
 * `g` and the key of a screen. Taken before the screen itself hears the second key: `g m` on the way to the map would
 * merge two people on the review.
 */
const useScreenKeys = (): void => {
  const navigate = useNavigate()
  useEffect(() => {
    let pressedG = -Infinity
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return
      // When it was pressed, not when a busy page came to hear of it.
      const chord = event.timeStamp - pressedG < chordMs
      pressedG = event.key === 'g' ? event.timeStamp : -Infinity
      const screen = screens.find(({ key }) => key === event.key)
      if (!chord || screen === undefined) return
      event.preventDefault()
      event.stopPropagation()
      void navigate({ to: screen.to })
    }
    addEventListener('keydown', onKey, true)
    return () => removeEventListener('keydown', onKey, true)
  }, [navigate])
}

/** An empty database begins with the first-run screen. */
const useFirstRun = (path: string): void => {
  const reachable = useReachable()
  const status = useReading('get-status', {}, { refetchInterval: reachable ? false : 3_000 })
  const job = useImportJob()
  const navigate = useNavigate()
  const empty = status.data?.empty === true && job.state === 'idle' && !status.isFetching
  useEffect(() => {
    if (empty && !withoutData.has(path)) void navigate({ to: '/welcome', replace: true })
  }, [empty, path, navigate])
}

/** Sends edits that were made while kith did not answer, and asks again for what could not be read. */
const useDelivery = (reachable: boolean): void => {
  const client = useQueryClient()
  const kept = useKeptEdits()
  useEffect(() => {
    if (!reachable) return
    void client.invalidateQueries({ predicate: (query) => query.state.status === 'error' })
    if (kept === 0) return
    sendKept().then(
      ({ sent, refused }) => {
        if (sent > 0) tell(t('shell.keptSent', { count: sent }))
        for (const sentence of refused)
          tellError(new ApiError('refused', t('shell.keptRefused', { sentence })))
        void client.invalidateQueries()
      },
      // Gone again: they stay, and the banner says so.
      () => {},
    )
  }, [reachable, kept, client])
}

/** What surrounds every screen: ways around, notices, keys. */
export const Shell = () => {
  const { pathname } = useLocation()
  const [keysShown, keys] = useDisclosure(false)
  const reachable = useReachable()
  const { open: openPalette, palette } = useLazyPalette()
  const screen = screens.find(({ to }) => to !== '/' && pathname.startsWith(to)) ?? screens[0]
  const bare = pathname === '/welcome'
  useDocumentTitle(`${t(bare ? 'shell.welcome' : screen.label)} · kith`)
  useFirstRun(pathname)
  useNoteVisit()
  useScreenKeys()
  useHotkeys([
    ['shift + ?', keys.open],
    ['?', keys.open],
  ])
  useDelivery(reachable)
  usePrefetch()

  return (
    <div className="shell">
      <a href="#main" className="shell-skip">
        {t('shell.skip')}
      </a>
      {!bare && <Nav onSearch={openPalette} onKeys={keys.open} />}
      <div className={bare ? 'shell-body bare' : 'shell-body'}>
        <Banners />
        <main id="main" className="shell-main" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      {palette}
      {keysShown && <Keys opened onClose={keys.close} />}
    </div>
  )
}
