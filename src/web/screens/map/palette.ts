import { useComputedColorScheme } from '@mantine/core'
import type { Palette } from './map-data.ts'

/** Eight colours for groups, told apart also by people who see few colours (Okabe and Ito). */
const groups = ['#e69f00', '#56b4e9', '#009e73', '#d3b72f', '#0072b2', '#d55e00', '#cc79a7', '#8a8a8a']

const light: Palette = {
  quiet: '#c3beb4',
  alive: '#1f6d5e',
  tie: '#cfcac0',
  text: '#262420',
  ground: '#ffffff',
  groups,
}
const dark: Palette = {
  quiet: '#5a5751',
  alive: '#7ab8aa',
  tie: '#45423d',
  text: '#dedbd5',
  ground: '#201f1d',
  groups,
}

/** The map's colours in the theme in use. WebGL takes no CSS variables. */
export const usePalette = (): Palette => (useComputedColorScheme('light') === 'dark' ? dark : light)
