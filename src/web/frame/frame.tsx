/**
 * What is on screen before the app's code has come: the ways around, and skeletons where the screen will be. Made into
 * plain HTML by the build (scripts/web-frame.ts), with the words of both languages, of which the style shows one. Its
 * classes are those of the shell, so that nothing moves when the app takes over.
 */
import { IconDots, IconKeyboard, IconSearch } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { screens } from '../shell/screens.ts'
import { shell as de } from '../texts/de/shell.ts'
import { shell as en } from '../texts/en/shell.ts'
import { cssVariables } from '../theme.ts'

type Word = keyof typeof en

const Words = ({ of }: { readonly of: Word }) => (
  <>
    <span lang="en">{en[of]}</span>
    <span lang="de">{de[of]}</span>
  </>
)

const wordOf = (label: (typeof screens)[number]['label']): Word => label.slice('shell.'.length) as Word

/** Nothing happens yet when it is pressed. */
const Coming = ({ wide, children }: { readonly wide: boolean; readonly children: ReactNode }) => (
  <button type="button" disabled className={wide ? 'shell-link shell-wide' : 'shell-link shell-narrow'}>
    {children}
  </button>
)

const Frame = ({ icon }: { readonly icon: string }) => (
  <div className="shell frame">
    <nav className="shell-nav">
      <div className="shell-brand shell-wide">
        <img src={icon} alt="" width={26} height={26} />
        kith
      </div>
      <Coming wide>
        <IconSearch size={18} stroke={1.7} aria-hidden />
        <Words of="find" />
      </Coming>
      {screens.map(({ to, label, main, icon: Icon, title }) => (
        <a
          key={to}
          href={to}
          className={main ? 'shell-link' : 'shell-link shell-wide'}
          data-titled={title === label ? '' : undefined}
        >
          <Icon size={18} stroke={1.7} aria-hidden />
          <Words of={wordOf(label)} />
        </a>
      ))}
      <Coming wide={false}>
        <IconSearch size={18} stroke={1.7} aria-hidden />
        <Words of="find" />
      </Coming>
      <Coming wide={false}>
        <IconDots size={18} stroke={1.7} aria-hidden />
        <Words of="more" />
      </Coming>
      <div className="shell-spread shell-wide" />
      <Coming wide>
        <IconKeyboard size={18} stroke={1.7} aria-hidden />
        <Words of="keys" />
      </Coming>
    </nav>
    <div className="shell-body">
      <div className="shell-banner frame-sample">
        <span>
          <Words of="sampleNotice" />
        </span>
        <button type="button" disabled>
          <Words of="useOwnData" />
        </button>
      </div>
      <main className="shell-main" aria-busy>
        <h1>
          <i style={{ width: 220, height: 34 }} />
        </h1>
        <i style={{ height: 120 }} />
        <i style={{ height: 120 }} />
        <i style={{ height: 200 }} />
      </main>
    </div>
  </div>
)

/** The frame as HTML; `icon` is the address of kith's picture. */
export const frameHtml = (icon: string): string => renderToStaticMarkup(<Frame icon={icon} />)

const declared = (variables: Readonly<Record<string, string>>): string =>
  Object.entries(variables)
    .map(([name, value]) => `${name}:${value}`)
    .join(';')

/** The style of the frame but for that of the shell: colours of the theme, and what Mantine sets for all. */
export const frameStyle = (): string => {
  const { variables, light, dark } = cssVariables({} as never)
  return [
    // More particular than Mantine's own, which comes later.
    `:root:root:root{color-scheme:light;--mantine-radius-md:.5rem;--mantine-font-size-sm:.875rem;${declared({ ...variables, ...light })};--frame-bar:#e9e6e0}`,
    `:root:root[data-mantine-color-scheme=dark]{color-scheme:dark;${declared(dark)};--frame-bar:#393733}`,
    '*,*::before,*::after{box-sizing:border-box}',
    'html{background:var(--kith-ground)}',
    'body{margin:0;background:var(--kith-ground)}',
    '.frame{font-family:Inter,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif;line-height:1.55;color:var(--mantine-color-text)}',
    // Weaker than whatever the shell says of its buttons.
    ':where(.frame button){padding:0;border:0;background:none;font:inherit;color:inherit}',
    '.frame button{cursor:default}',
    'html:not([lang=de]) .frame [lang=de],html[lang=de] .frame [lang=en]{display:none}',
    'html[data-bare] .frame,html:not([data-workspace=sample]) .frame-sample{display:none}',
    '.frame h1{margin:0;font-size:1.625rem;line-height:1.25;font-weight:600}',
    '.frame i{display:block;margin-top:20px;border-radius:16px;background:var(--frame-bar)}',
    '.frame h1 i{margin:0;border-radius:8px}',
  ].join('\n')
}
