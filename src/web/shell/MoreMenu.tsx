import { Menu } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { t } from '../texts/texts.ts'
import { screens } from './screens.ts'

/** On a narrow screen, the ways that have no place of their own at its foot. Comes when it is first opened. */
export const MoreMenu = ({
  children,
  onClose,
}: {
  readonly children: ReactElement
  readonly onClose: () => void
}) => (
  <Menu position="top-end" width={220} defaultOpened onClose={onClose}>
    <Menu.Target>{children}</Menu.Target>
    <Menu.Dropdown>
      {screens
        .filter(({ main }) => !main)
        .map(({ to, label, icon: Icon }) => (
          <Menu.Item
            key={to}
            component={Link}
            to={to}
            leftSection={<Icon size={17} stroke={1.7} aria-hidden />}
          >
            {t(label)}
          </Menu.Item>
        ))}
    </Menu.Dropdown>
  </Menu>
)
