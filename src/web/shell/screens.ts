import { IconFileImport, IconHome, IconSettings, IconUsers } from '@tabler/icons-react'

/** The screens one can go to from everywhere, in the order shown; `key` follows `g`. */
export const screens = [
  { to: '/', label: 'Overview', key: 'o', icon: IconHome },
  { to: '/people', label: 'People', key: 'p', icon: IconUsers },
  { to: '/import', label: 'Import', key: 'i', icon: IconFileImport },
  { to: '/settings', label: 'Settings', key: 's', icon: IconSettings },
] as const
