import type { ReactNode } from 'react'

/** Lets a wide table scroll in itself; by keys too, which takes a place in the tab order. */
export const ScrollX = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- WCAG 2.1.1: what scrolls must scroll by keyboard
  <section className="scroll-x" tabIndex={0} aria-label={label}>
    {children}
  </section>
)
