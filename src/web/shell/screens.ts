import {
  IconArrowsJoin2,
  IconFileImport,
  IconHistory,
  IconHome,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react'

/** The screens one can go to from everywhere, in the order shown; `key` follows `g`. */
export const screens = [
  { to: '/', label: 'shell.overview', key: 'o', icon: IconHome },
  { to: '/people', label: 'shell.people', key: 'p', icon: IconUsers },
  { to: '/review', label: 'shell.review', key: 'r', icon: IconArrowsJoin2 },
  { to: '/import', label: 'shell.import', key: 'i', icon: IconFileImport },
  { to: '/backtest', label: 'shell.backtest', key: 'b', icon: IconHistory },
  { to: '/settings', label: 'shell.settings', key: 's', icon: IconSettings },
] as const
