import {
  IconArrowsJoin2,
  IconBuilding,
  IconChartLine,
  IconCompass,
  IconFileImport,
  IconHistory,
  IconHome,
  IconListCheck,
  IconListDetails,
  IconMessages,
  IconPlugConnected,
  IconSettings,
  IconSparkles,
  IconTopologyStar3,
  IconUsers,
} from '@tabler/icons-react'

/**
 * The screens one can go to from everywhere, in the order shown; `key` follows `g`. Those that are `main` have a
 * place at the foot of a narrow screen, the others are one step further.
 */
export const screens = [
  { to: '/', label: 'shell.overview', key: 'o', icon: IconHome, main: true },
  { to: '/people', label: 'shell.people', key: 'p', icon: IconUsers, main: true },
  { to: '/plan', label: 'shell.plan', key: 'l', icon: IconListCheck, main: true },
  { to: '/organisations', label: 'shell.organisations', key: 'c', icon: IconBuilding, main: false },
  { to: '/worth', label: 'shell.worth', key: 'w', icon: IconChartLine, main: false },
  { to: '/discover', label: 'shell.discover', key: 'd', icon: IconCompass, main: false },
  { to: '/topics', label: 'shell.topics', key: 't', icon: IconMessages, main: false },
  { to: '/outcomes', label: 'shell.outcomes', key: 'u', icon: IconSparkles, main: false },
  { to: '/map', label: 'shell.map', key: 'm', icon: IconTopologyStar3, main: false },
  { to: '/lists', label: 'shell.lists', key: 'n', icon: IconListDetails, main: false },
  { to: '/review', label: 'shell.review', key: 'r', icon: IconArrowsJoin2, main: false },
  { to: '/backtest', label: 'shell.backtest', key: 'b', icon: IconHistory, main: false },
  { to: '/import', label: 'shell.import', key: 'i', icon: IconFileImport, main: false },
  { to: '/accounts', label: 'shell.accounts', key: 'a', icon: IconPlugConnected, main: false },
  { to: '/settings', label: 'shell.settings', key: 's', icon: IconSettings, main: false },
] as const
