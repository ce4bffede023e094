import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { type DiscoverSearch, readDiscoverSearch } from './screens/discover/discover-search.ts'
import { Overview } from './screens/overview/Overview.tsx'
import { firstAsked, wholeMap } from './first-asked.ts'
import { askAhead, peoplePage, queryClient } from './queries.ts'
import { type PeopleSearch, readSearch, viewOf } from './screens/people/people-search.ts'
import { BrokenScreen, MissingScreen } from './shell/MissingScreen.tsx'
import { Shell } from './shell/Shell.tsx'
import { ScreenSkeleton } from './components/ScreenSkeleton.tsx'

const root = createRootRoute({ component: Shell, notFoundComponent: MissingScreen })

const overview = createRoute({
  getParentRoute: () => root,
  path: '/',
  loader: () => {
    askAhead('get-worth', {})
    askAhead('get-status', {})
  },
  // Comes with the start: it is what most open first.
  component: Overview,
})
const firstRun = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  component: lazyRouteComponent(() => import('./screens/first-run/FirstRun.tsx'), 'FirstRun'),
})

const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  loader: ({ location }) => {
    void queryClient.prefetchQuery(peoplePage(viewOf(readSearch(location.search)), 0))
    askAhead('count-people', {})
  },
  validateSearch: (search: Record<string, unknown>): PeopleSearch => readSearch(search),
  component: lazyRouteComponent(() => import('./screens/people/People.tsx'), 'People'),
})
const person = createRoute({
  getParentRoute: () => root,
  path: '/people/$who',
  loader: ({ params }) => askAhead('get-person', { who: params.who }),
  component: lazyRouteComponent(() => import('./screens/person/Person.tsx'), 'Person'),
})
const review = createRoute({
  getParentRoute: () => root,
  path: '/review',
  loader: () => askAhead('list-questions', { limit: firstAsked.questions }),
  component: lazyRouteComponent(() => import('./screens/review/Review.tsx'), 'Review'),
})
const plan = createRoute({
  getParentRoute: () => root,
  path: '/plan',
  loader: () => askAhead('weekly-plan', {}),
  component: lazyRouteComponent(() => import('./screens/plan/Plan.tsx'), 'Plan'),
})
const worth = createRoute({
  getParentRoute: () => root,
  path: '/worth',
  loader: () => {
    askAhead('get-worth', {})
    askAhead('sizing-curve', {})
  },
  component: lazyRouteComponent(() => import('./screens/worth/Worth.tsx'), 'Worth'),
})
const outcomes = createRoute({
  getParentRoute: () => root,
  path: '/outcomes',
  loader: () => askAhead('list-outcomes', {}),
  // The palette leads to the form.
  validateSearch: (search: Record<string, unknown>): { readonly add?: true } =>
    search['add'] === true ? { add: true } : {},
  component: lazyRouteComponent(() => import('./screens/outcomes/Outcomes.tsx'), 'Outcomes'),
})
const topics = createRoute({
  getParentRoute: () => root,
  path: '/topics',
  loader: () => askAhead('list-topics', { search: '', limit: firstAsked.topics }),
  component: lazyRouteComponent(() => import('./screens/topics/Topics.tsx'), 'Topics'),
})
const map = createRoute({
  getParentRoute: () => root,
  path: '/map',
  // Large: not for a pointer that only passes over the link.
  loader: ({ preload }) => {
    if (!preload) askAhead('get-map', wholeMap)
  },
  component: lazyRouteComponent(() => import('./screens/map/MapScreen.tsx'), 'MapScreen'),
})
const discover = createRoute({
  getParentRoute: () => root,
  path: '/discover',
  loader: () => askAhead('discover-people', { sort: 'common', search: '', limit: firstAsked.candidates }),
  validateSearch: (search: Record<string, unknown>): DiscoverSearch => readDiscoverSearch(search),
  component: lazyRouteComponent(() => import('./screens/discover/Discover.tsx'), 'Discover'),
})
const imports = createRoute({
  getParentRoute: () => root,
  path: '/import',
  component: lazyRouteComponent(() => import('./screens/import/Import.tsx'), 'Import'),
})
const accounts = createRoute({
  getParentRoute: () => root,
  path: '/accounts',
  component: lazyRouteComponent(() => import('./screens/accounts/Accounts.tsx'), 'Accounts'),
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

const organisations = createRoute({
  getParentRoute: () => root,
  path: '/organisations',
  loader: () => askAhead('list-organisations', { search: '', limit: firstAsked.organisations }),
  component: lazyRouteComponent(() => import('./screens/organisations/Organisations.tsx'), 'Organisations'),
})
const organisation = createRoute({
  getParentRoute: () => root,
  path: '/organisations/$which',
  component: lazyRouteComponent(() => import('./screens/organisations/Organisation.tsx'), 'Organisation'),
})
const lists = createRoute({
  getParentRoute: () => root,
  path: '/lists',
  loader: () => askAhead('review-lists', {}),
  component: lazyRouteComponent(() => import('./screens/lists/Lists.tsx'), 'Lists'),
})

/** Every screen there is; accessibility and journey tests run over them. */
export const router = createRouter({
  routeTree: root.addChildren([
    overview,
    firstRun,
    people,
    person,
    plan,
    worth,
    discover,
    topics,
    outcomes,
    map,
    review,
    imports,
    accounts,
    backtest,
    settings,
    organisations,
    organisation,
    lists,
  ]),
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
