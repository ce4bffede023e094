import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './app.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode, useEffect, useMemo } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from './queries.ts'
import { router } from './routes.tsx'
import { speakChosen, t, useLanguage } from './texts/texts.ts'
import { cssVariables, themeWith } from './theme.ts'

const App = () => {
  const language = useLanguage()
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- t() speaks the language
  const theme = useMemo(() => themeWith({ close: t('common.close') }), [language])
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <Notifications position="bottom-center" />
      <QueryClientProvider client={queryClient}>
        {/* Another language draws everything anew, so that no text of the old one stays behind. */}
        <RouterProvider key={language} router={router} />
      </QueryClientProvider>
    </MantineProvider>
  )
}

const root = document.getElementById('root')
if (root) {
  // The first screen's own code comes while the texts do.
  await Promise.all([speakChosen(), router.load()])
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
