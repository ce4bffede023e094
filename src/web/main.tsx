import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './app.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode, Suspense, lazy, useEffect, useLayoutEffect, useMemo } from 'react'
import { createRoot } from 'react-dom/client'
import { useRested } from './later.tsx'
import { queryClient } from './queries.ts'
import { router } from './routes.tsx'
import { speakChosen, t, useLanguage } from './texts/texts.ts'
import { cssVariables, themeWith } from './theme.ts'

const Notifications = lazy(async () => ({ default: (await import('./notes.ts')).Notifications }))

const App = () => {
  const rested = useRested()
  const language = useLanguage()
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  // What stood in for the app until now.
  useLayoutEffect(() => document.querySelector('.frame')?.remove(), [])
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- t() speaks the language
  const theme = useMemo(() => themeWith({ close: t('common.close') }), [language])
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      {rested && (
        <Suspense fallback={null}>
          <Notifications position="bottom-center" />
        </Suspense>
      )}
      <QueryClientProvider client={queryClient}>
        {/* Another language draws everything anew, so that no text of the old one stays behind. */}
        <RouterProvider key={language} router={router} />
      </QueryClientProvider>
    </MantineProvider>
  )
}

const start = async (root: HTMLElement): Promise<void> => {
  // The first screen's own code comes while the texts do.
  await Promise.all([speakChosen(), router.load()])
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}

const root = document.getElementById('root')
// Not awaited here: the parts of screens need this one, and would wait for its end as it would for theirs.
if (root) void start(root)
