import { useMantineColorScheme } from '@mantine/core'
import { IconClockPause, IconMoon, IconPrinter, IconSparkles, type Icon } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { t } from '../texts/texts.ts'

/** Something that can be done from anywhere. */
export type PaletteAction = {
  readonly id: string
  readonly label: string
  readonly icon: Icon
  readonly run: () => void
}

/** What the palette offers beside people and screens. */
export const usePaletteActions = (): readonly PaletteAction[] => {
  const navigate = useNavigate()
  const { toggleColorScheme } = useMantineColorScheme()
  return [
    {
      id: 'outcome',
      label: t('shell.recordOutcome'),
      icon: IconSparkles,
      run: () => void navigate({ to: '/outcomes', search: { add: true } }),
    },
    {
      id: 'dormant',
      label: t('shell.showDormant'),
      icon: IconClockPause,
      run: () => void navigate({ to: '/people', search: { dormant: true } }),
    },
    { id: 'theme', label: t('shell.switchTheme'), icon: IconMoon, run: toggleColorScheme },
    { id: 'print', label: t('shell.printPage'), icon: IconPrinter, run: () => window.print() },
  ]
}
