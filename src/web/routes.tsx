import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { type PeopleSearch, readSearch } from './screens/people/people-search.ts'
import { BrokenScreen, MissingScreen } from './shell/MissingScreen.tsx'
import { Shell } from './shell/Shell.tsx'
import { ScreenSkeleton } from './components/ScreenSkeleton.tsx'

const root = createRootRoute({ component: Shell, notFoundComponent: MissingScreen })

const overview = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./screens/overview/Overview.tsx'), 'Overview'),
})
const firstRun = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  component: lazyRouteComponent(() => import('./screens/first-run/FirstRun.tsx'), 'FirstRun'),
})

const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  validateSearch: (search: Record<string, unknown>): PeopleSearch => readSearch(search),
  component: lazyRouteComponent(() => import('./screens/people/People.tsx'), 'People'),
})
const person = createRoute({
  getParentRoute: () => root,
  path: '/people/$who',
  component: lazyRouteComponent(() => import('./screens/person/Person.tsx'), 'Person'),
})
const review = createRoute({
  getParentRoute: () => root,
  path: '/review',
  component: lazyRouteComponent(() => import('./screens/review/Review.tsx'), 'Review'),
})
const imports = createRoute({
  getParentRoute: () => root,
  path: '/import',
  component: lazyRouteComponent(() => import('./screens/import/Import.tsx'), 'Import'),
})
const backtest = createRoute({
  getParentRoute: () => root,
  path: '/backtest',
  component: lazyRouteComponent(() => import('./screens/backtest/Backtest.tsx'), 'Backtest'),
})
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('./screens/settings/Settings.tsx'), 'Settings'),
})

/** Every screen there is; accessibility and journey tests run over them. */
export const router = createRouter({
  routeTree: root.addChildren([overview, firstRun, people, person, review, imports, backtest, settings]),
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingComponent: ScreenSkeleton,
  defaultErrorComponent: BrokenScreen,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
