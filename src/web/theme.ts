import {
  type CSSVariablesResolver,
  type MantineColorsTuple,
  createTheme,
  mergeThemeOverrides,
} from '@mantine/core'

/** The one accent. Shade 7 on white and shade 3 on the dark ground pass WCAG AA for text. */
const pine: MantineColorsTuple = [
  '#edf5f3',
  '#d9eae6',
  '#b5d5cd',
  '#8fbfb3',
  '#6cab9c',
  '#4f9a89',
  '#2c7d6c',
  '#1f6d5e',
  '#17594d',
  '#0f453b',
]
const stone: MantineColorsTuple = [
  '#faf9f7',
  '#f4f2ee',
  '#e9e6e0',
  '#dbd7cf',
  '#c3beb4',
  '#a39d92',
  '#78736a',
  '#5c5850',
  '#403d37',
  '#262420',
]
const night: MantineColorsTuple = [
  '#dedbd5',
  '#c2bfb9',
  '#a5a29b',
  '#75726c',
  '#474540',
  '#393733',
  '#2c2a27',
  '#201f1d',
  '#181716',
  '#11100f',
]

const quietFocus = { defaultProps: { transitionProps: { duration: 120 } } }

const theme = createTheme({
  colors: { pine, gray: stone, dark: night },
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 6 },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif',
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.25' },
      h2: { fontSize: '1.125rem', lineHeight: '1.4' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
  components: {
    Modal: quietFocus,
    Tooltip: { defaultProps: { openDelay: 250, withArrow: true, multiline: true, maw: 300 } },
  },
})

/** Colours that Mantine leaves below WCAG AA on our grounds, and those of kith itself. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--kith-nav-width': '216px' },
  light: {
    '--mantine-color-text': '#262420',
    '--mantine-color-dimmed': '#66615a',
    '--mantine-color-placeholder': '#736e66',
    '--mantine-color-anchor': '#1a6153',
    '--mantine-color-error': '#b02a2a',
    '--kith-ground': '#faf9f7',
    '--kith-surface': '#ffffff',
    '--kith-line': '#e7e3dc',
    '--kith-control-line': '#8f897e',
    '--kith-accent': '#1f6d5e',
    '--kith-accent-mid': '#6cab9c',
    '--kith-accent-faint': '#d9eae6',
    '--kith-faint': '#f4f2ee',
    '--kith-mark': '#a39d92',
    '--kith-notice': '#fbf1dc',
    '--kith-notice-text': '#5e4306',
  },
  dark: {
    '--mantine-color-text': '#dedbd5',
    '--mantine-color-dimmed': '#a9a69f',
    '--mantine-color-placeholder': '#96938c',
    '--mantine-color-anchor': '#8fbfb3',
    '--mantine-color-error': '#f28b82',
    '--kith-ground': '#181716',
    '--kith-surface': '#201f1d',
    '--kith-line': '#34322e',
    '--kith-control-line': '#75726c',
    '--kith-accent': '#7ab8aa',
    '--kith-accent-mid': '#3f8474',
    '--kith-accent-faint': '#24413b',
    '--kith-faint': '#292724',
    '--kith-mark': '#75726c',
    '--kith-notice': '#3a2f17',
    '--kith-notice-text': '#f0d9a4',
  },
})

/** The theme with what it says in words, which depends on the language: the name of the cross on a message. */
export const themeWith = (words: { readonly close: string }) =>
  mergeThemeOverrides(theme, {
    components: { Notification: { defaultProps: { closeButtonProps: { 'aria-label': words.close } } } },
  })
